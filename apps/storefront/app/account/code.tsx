import { codeDelivery, openSession, Problem, requestCode } from '@chophien/contracts';
import { check, goTo, ownPath, text, type Visitor, visitor } from '@chophien/site';
import { ErrorSummary, Note, Page } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { enter } from '../household/shared-phone.ts';
import type { Route } from './+types/code';
import { againBy, CodeForm, codeSentences, digits } from './code-form.tsx';
import { deviceOf, keepDevice } from './device.ts';
import { dropSignIn, keepSignIn, signInDraft } from './sign-in-draft.ts';

export const loader = async ({ context, request }: Route.LoaderArgs) => {
  const who = context.get(visitor);
  const { phone, sentTo, sent } = signInDraft(who);
  if (!phone) return goTo('/dang-nhap');
  const delivery = sent ? await deliveryOf(who, sent) : undefined;
  return { sentTo: sentTo ?? '', delivery, again: new URL(request.url).searchParams.has('gui-lai') };
};

/** How the code travels; without an answer the page does without. */
const deliveryOf = ({ call }: Visitor, id: string) =>
  call(codeDelivery, { params: { id } }).then(
    ({ delivery }) => delivery,
    (error: unknown) => {
      if (error instanceof Problem) return undefined;
      throw error;
    },
  );

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const { phone, next } = signInDraft(who);
  if (!phone) return goTo('/dang-nhap');
  const again = againBy(text(form, 'go'));
  return attempt(
    form,
    async () => {
      const headers = new Headers();
      if (again) {
        const sent = await who.call(requestCode, { body: { phone, device: deviceOf(who), ...again } });
        const draft = { phone, sentTo: sent.sentTo, sent: sent.id, next: ownPath(next, '/ban-hang') };
        headers.append('set-cookie', keepSignIn(who, draft));
        for (const cookie of keepDevice(who, sent)) headers.append('set-cookie', cookie);
        return redirect('/dang-nhap/ma?gui-lai=1', { headers });
      }
      const body = check(openSession.body!, { phone, code: digits(text(form, 'code')) });
      const { cookie, path } = await enter(who, await who.call(openSession, { body }), ownPath(next, '/ban-hang'));
      headers.append('set-cookie', cookie);
      headers.append('set-cookie', dropSignIn(who));
      return redirect(path, { headers });
    },
    codeSentences,
  );
}

export default function Code({ loaderData: { sentTo, delivery, again }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Nhập mã" narrow hidden refused={Boolean(actionData)}>
      <h1>Nhập mã sáu số</h1>
      <ErrorSummary refusal={actionData} />
      {again && !actionData && <Note tone="good">Đã gửi mã mới. Mã cũ không dùng được nữa.</Note>}
      <p>
        Mã gửi đến <b>{sentTo}</b>. Đừng đọc mã này cho ai, kể cả người xưng là cán bộ.
      </p>
      <CodeForm delivery={delivery} refusal={actionData} word="Đăng nhập">
        <a className="inline-block py-3" href="/dang-nhap">
          Đổi số điện thoại
        </a>
      </CodeForm>
    </Page>
  );
}
