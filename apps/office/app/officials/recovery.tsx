import { askRecoveryCode, type CodeDelivery, dropRecovery, getRecovery, proveRecovery } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Note, Page, StateBadge, Submit, when } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt, ofForm } from '../attempt.ts';
import { isId } from '../id.ts';
import { needs, placeWords } from '../official.ts';
import type { Route } from './+types/recovery';
import { recoveryStates } from './recovery-words.ts';

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  await needs(context, 'person.recover');
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const recovery = await who.read(getRecovery, { params: { id } });
  return { recovery, place: await placeWords(who, { commune: recovery.commune, province: null }) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const { call } = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  const params = { id };
  return attempt(
    form,
    async () => {
      if (go === 'gui' || go === 'gui-sms') {
        const body = go === 'gui-sms' ? { by: 'sms' as const } : {};
        return data({ sent: await call(askRecoveryCode, { params, body }) });
      }
      if (go === 'nhap') {
        const body = check(proveRecovery.body!, { code: text(form, 'code').replace(/\D/g, '') });
        await call(proveRecovery, { params, body });
      } else {
        await call(dropRecovery, { params, body: check(dropRecovery.body!, { reason: text(form, 'reason') }) });
      }
      return redirect(`/chuyen-so/${id}`);
    },
    { sentences: { code: 'Ghi sáu chữ số trong tin nhắn của số mới.', reason: 'Ghi lý do, từ 3 đến 200 chữ.' } },
  );
}

const delivered: Record<CodeDelivery, string> = {
  sending: 'Đang gửi…',
  zalo: 'Đã gửi qua Zalo.',
  sms: 'Đã gửi SMS.',
  'fell-back': 'Zalo không nhận, đã gửi SMS.',
  delivered: 'Tin nhắn đã đến máy.',
  failed: 'Tin nhắn không đến được máy.',
};

export default function Recovery({ loaderData: { recovery, place }, actionData }: Route.ComponentProps) {
  const { name, producers, oldPhone, newPhone, reason, by, startedAt, takesEffectAt, state, stoppedBy } = recovery;
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const sent = actionData && 'sent' in actionData ? actionData.sent : undefined;
  const typing = sent || ofForm(refusal, 'nhap');
  const open = state === 'unproved' || state === 'waiting';
  return (
    <Page title="Chuyển số" narrow hidden refused={Boolean(refusal)}>
      <Crumbs links={[{ href: '/chuyen-so', word: 'Chuyển số điện thoại' }]} />
      <h1>Chuyển số của {name ?? 'một người'}</h1>
      <ErrorSummary refusal={refusal} />
      <p>
        <StateBadge state={recoveryStates[state]} />
      </p>
      <dl className="panel grid gap-2">
        <div>
          <dt className="field-hint">Hộ</dt>
          <dd>
            {producers.join(', ')} · {place}
          </dd>
        </div>
        <div>
          <dt className="field-hint">Từ số, sang số</dt>
          <dd>
            {oldPhone} → <b>{newPhone}</b>
          </dd>
        </div>
        <div>
          <dt className="field-hint">Lý do</dt>
          <dd>{reason}</dd>
        </div>
        <div>
          <dt className="field-hint">Bắt đầu</dt>
          <dd>
            {when(startedAt)}, {by ?? 'cán bộ'}
          </dd>
        </div>
      </dl>
      {state === 'unproved' && (
        <section className="panel grid gap-3">
          <h2>Người đó nhập mã gửi đến số mới</h2>
          {sent && (
            <p role="status">
              Mã gửi đến <b>{sent.sentTo}</b>. {delivered[sent.delivery]}
            </p>
          )}
          {typing && (
            <Form>
              <Field
                name="code"
                label="Mã sáu số"
                hint="Để người đó tự đọc trên máy của mình và tự gõ."
                inputMode="numeric"
                autoComplete="off"
                maxLength={12}
                refusal={ofForm(refusal, 'nhap')}
              />
              <div>
                <Submit name="go" value="nhap">
                  Xác nhận số mới
                </Submit>
              </div>
            </Form>
          )}
          <form method="post" className="flex flex-wrap gap-3">
            <Submit kind={typing ? 'plain' : 'main'} name="go" value="gui">
              {typing ? 'Gửi lại mã' : 'Gửi mã đến số mới'}
            </Submit>
            {typing && (
              <Submit kind="plain" name="go" value="gui-sms">
                Gửi lại bằng SMS
              </Submit>
            )}
          </form>
        </section>
      )}
      {state === 'waiting' && (
        <Note tone="warn">
          {takesEffectAt
            ? `Số cũ đã được báo tin. Nếu không ai dừng, số mới dùng được từ ${when(takesEffectAt)}.`
            : 'Chưa báo được tin đến số cũ; hệ thống đang thử lại. 24 giờ tính từ lúc báo được.'}
        </Note>
      )}
      {state === 'done' && (
        <Note tone="good">Đã chuyển. Người này đăng nhập bằng số mới; các máy cũ đã được đăng xuất.</Note>
      )}
      {state === 'stopped' && (
        <Note>
          {stoppedBy === 'holder' ? 'Người giữ số cũ đã dừng việc chuyển số.' : 'Cán bộ đã dừng việc chuyển số.'} Tài
          khoản vẫn dùng số cũ.
        </Note>
      )}
      {open && (
        <details open={Boolean(ofForm(refusal, 'dung'))}>
          <summary className="chip">Dừng việc chuyển số</summary>
          <div className="panel mt-3">
            <Form>
              <Field name="reason" label="Lý do dừng" maxLength={200} refusal={ofForm(refusal, 'dung')} />
              <div>
                <Submit kind="warn" name="go" value="dung">
                  Dừng
                </Submit>
              </div>
            </Form>
          </div>
        </details>
      )}
    </Page>
  );
}
