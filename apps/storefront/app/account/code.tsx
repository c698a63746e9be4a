import { openSession, requestCode } from '@chophien/contracts';
import { check, ownPath, text, visitor, goTo } from '@chophien/site';
import { ErrorSummary, Field, Form, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/code';
import { dropSignIn, signInDraft } from './sign-in-draft.ts';

export const loader = ({ context, request }: Route.LoaderArgs) => {
  const { phone, sentTo } = signInDraft(context.get(visitor));
  if (!phone) return goTo('/dang-nhap');
  return { sentTo: sentTo ?? '', again: new URL(request.url).searchParams.has('gui-lai') };
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const { phone, next } = signInDraft(who);
  if (!phone) return goTo('/dang-nhap');
  return attempt(
    form,
    async () => {
      if (text(form, 'go') === 'gui-lai') {
        await who.call(requestCode, { body: { phone } });
        return redirect('/dang-nhap/ma?gui-lai=1');
      }
      const body = check(openSession.body!, { phone, code: text(form, 'code').replace(/\D/g, '') });
      const { token, expiresAt } = await who.call(openSession, { body });
      const headers = new Headers();
      headers.append('set-cookie', who.signIn(token, expiresAt));
      headers.append('set-cookie', dropSignIn(who));
      return redirect(ownPath(next, '/ban-hang'), { headers });
    },
    { code: 'Gõ sáu chữ số trong tin nhắn.' },
  );
}

export default function Code({ loaderData: { sentTo, again }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Nhập mã" narrow hidden refused={Boolean(actionData)}>
      <h1>Nhập mã sáu số</h1>
      <ErrorSummary refusal={actionData} />
      {again && !actionData && <Note tone="good">Đã gửi mã mới. Mã cũ không dùng được nữa.</Note>}
      <p>
        Mã đã gửi đến <b>{sentTo}</b>. Đừng đọc mã này cho ai, kể cả người xưng là cán bộ.
      </p>
      <Form>
        <Field
          name="code"
          label="Mã"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          refusal={actionData}
        />
        <Submit wide>Đăng nhập</Submit>
      </Form>
      <form method="post" className="flex flex-wrap gap-x-6">
        <button className="as-link" type="submit" name="go" value="gui-lai">
          Gửi lại mã
        </button>
        <a className="inline-block py-3" href="/dang-nhap">
          Đổi số điện thoại
        </a>
      </form>
    </Page>
  );
}
