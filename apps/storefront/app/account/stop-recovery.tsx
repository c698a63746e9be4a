import { type MovingNumber, Problem, showRecovery, stopRecovery } from '@chophien/contracts';
import { check, notFound, visitor } from '@chophien/site';
import { ErrorSummary, Form, Note, Page, Submit, when } from '@chophien/ui';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/stop-recovery';

export async function loader({ context, params }: Route.LoaderArgs): Promise<MovingNumber> {
  const { read } = context.get(visitor);
  const body = showRecovery.body!.safeParse({ key: params.key });
  return body.success ? read(showRecovery, { body: body.data }) : notFound(context);
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  return attempt(await request.formData(), async () => {
    const stopped = await call(stopRecovery, { body: check(stopRecovery.body!, { key: params.key }) });
    if (stopped.state !== 'stopped') throw new Problem('identity.recovery-ended');
    return { stopped: true as const };
  });
}

export default function StopRecovery({ loaderData, actionData }: Route.ComponentProps) {
  const { oldPhone, newPhone, startedAt, takesEffectAt, state } = loaderData;
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  return (
    <Page title="Dừng đổi số" narrow hidden refused={Boolean(refusal)}>
      <h1>Có người xin đổi số đăng nhập của bạn</h1>
      <ErrorSummary refusal={refusal} />
      <p>
        Lúc {when(startedAt)}, tại Uỷ ban nhân dân xã, có người xin chuyển tài khoản Chợ Phiên từ số <b>{oldPhone}</b>{' '}
        sang số <b>{newPhone}</b>.
      </p>
      {state === 'stopped' && <Note tone="good">Đã dừng. Tài khoản vẫn dùng số {oldPhone}.</Note>}
      {state === 'done' && (
        <Note tone="bad">
          Tài khoản đã chuyển sang số mới. Nếu không phải bạn, hãy đến ngay Uỷ ban nhân dân xã để lấy lại.
        </Note>
      )}
      {(state === 'waiting' || state === 'unproved') && (
        <>
          <p>
            Nếu chính bạn nhờ đổi, không cần làm gì
            {takesEffectAt && <>: số mới dùng được từ {when(takesEffectAt)}</>}. Nếu không phải bạn, hãy dừng lại.
          </p>
          <Form>
            <Submit kind="warn" wide>
              Không phải tôi, dừng lại
            </Submit>
          </Form>
        </>
      )}
    </Page>
  );
}
