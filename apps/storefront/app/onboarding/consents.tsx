import { ConsentPurpose, type ConsentView, giveConsent, Problem, withdrawConsent } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Badge, Form, Hidden, Note, type Refusal, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/consents';
import { ConsentBox } from './consent-box.tsx';
import { openApplication } from './opened.ts';
import { applicationPath } from './paths.ts';
import { Screen } from './screen.tsx';
import { consentEnds, consentHow } from './words.ts';

const stands = ({ givenAt, withdrawnAt }: ConsentView): boolean => givenAt !== null && withdrawnAt === null;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { id, name, consents, may, status } = await openApplication({ context, params });
  const { searchParams } = new URL(request.url);
  const asked = ConsentPurpose.safeParse(searchParams.get('rut'));
  return {
    id,
    name,
    consents,
    mayGive: may.includes('consent') && status !== 'closed',
    withdrawing: consents.find((consent) => asked.success && consent.purpose === asked.data && stands(consent)),
    done: text(searchParams, 'xong'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const id = check(z.uuid(), params.id);
  const box = `dong-y-${text(form, 'purpose')}`;
  return attempt(
    form,
    async () => {
      const purpose = check(ConsentPurpose, text(form, 'purpose'));
      if (text(form, 'go') === 'rut') {
        await call(withdrawConsent, { params: { id, purpose } });
        return redirect(`/ban-hang/dong-y/${id}?xong=rut`);
      }
      if (text(form, box) !== '1') {
        throw new Problem('platform.invalid-input', { errors: [{ field: box, rule: 'agreed', message: '' }] });
      }
      await call(giveConsent, { params: { id }, body: { purpose, version: text(form, 'version'), agreed: true } });
      return redirect(`/ban-hang/dong-y/${id}?xong=dong-y`);
    },
    { [box]: 'Đánh dấu vào ô nếu bạn đồng ý.' },
  );
}

export default function Consents({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, consents, mayGive, withdrawing, done } = loaderData;
  if (withdrawing) return <Withdraw id={id} consent={withdrawing} refusal={actionData} />;
  return (
    <Screen title="Những điều tôi đã đồng ý" heading back={applicationPath(id)} backWords={name} refusal={actionData}>
      {done === 'rut' && <Note tone="good">Đã rút lại.</Note>}
      {done === 'dong-y' && <Note tone="good">Đã ghi là bạn đồng ý.</Note>}
      {!mayGive && <p>Chỉ chủ hộ hoặc người quản lý đồng ý và rút lại được.</p>}
      {consents.map((consent) =>
        stands(consent) ? (
          <Given key={consent.purpose} id={id} consent={consent} mayGive={mayGive} />
        ) : mayGive ? (
          <Form key={consent.purpose}>
            <Hidden name="purpose" value={consent.purpose} />
            <Hidden name="version" value={consent.version} />
            <ConsentBox consent={consent} refusal={actionData} />
            {consent.withdrawnAt && <p className="field-hint">Đã rút lại lúc {when(consent.withdrawnAt)}.</p>}
            <Submit kind="plain" wide>
              Đồng ý
            </Submit>
          </Form>
        ) : (
          <section key={consent.purpose} className="panel grid gap-2">
            <h2>{consent.title}</h2>
            <p>
              <Badge tone="quiet">{consent.withdrawnAt ? 'Đã rút lại' : 'Chưa đồng ý'}</Badge>
            </p>
          </section>
        ),
      )}
    </Screen>
  );
}

const Given = ({ id, consent, mayGive }: { id: string; consent: ConsentView; mayGive: boolean }) => (
  <section className="panel grid gap-2">
    <h2>{consent.title}</h2>
    <p>
      <Badge tone="good">Đã đồng ý</Badge> {consent.givenAt && when(consent.givenAt)}
      {consent.how && `, ${consentHow[consent.how]}`}, bản {consent.version}
    </p>
    <details>
      <summary className="py-3">Đọc lại</summary>
      <p className="whitespace-pre-line">{consent.text}</p>
    </details>
    {mayGive && (
      <p>
        <a className="inline-block py-3" href={`/ban-hang/dong-y/${id}?rut=${consent.purpose}`}>
          Rút lại<span className="sr-only">: {consent.title}</span>
        </a>
      </p>
    )}
  </section>
);

const Withdraw = ({ id, consent, refusal }: { id: string; consent: ConsentView; refusal: Refusal | undefined }) => (
  <Screen title={`Rút lại: ${consent.title}`} heading back={`/ban-hang/dong-y/${id}`} refusal={refusal}>
    <Note tone="warn">{consentEnds[consent.purpose]}</Note>
    <p>Những gì đã làm trước lúc rút lại vẫn có hiệu lực. Bạn đồng ý lại lúc nào cũng được.</p>
    <Form action={`/ban-hang/dong-y/${id}`}>
      <Hidden name="purpose" value={consent.purpose} />
      <Submit kind="warn" name="go" value="rut" wide>
        Rút lại sự đồng ý
      </Submit>
    </Form>
    <p>
      <a className="inline-block py-3" href={`/ban-hang/dong-y/${id}`}>
        Không rút
      </a>
    </p>
  </Screen>
);
