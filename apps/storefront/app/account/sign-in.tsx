import { requestCode } from '@chophien/contracts';
import { check, ownPath, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Hidden, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/sign-in';
import { keepSignIn } from './sign-in-draft.ts';

export const loader = ({ request }: Route.LoaderArgs) => {
  const { searchParams } = new URL(request.url);
  return { next: ownPath(searchParams.get('next'), '/ban-hang'), ended: searchParams.has('het-phien') };
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const { phone } = check(requestCode.body!, { phone: text(form, 'phone') });
      const { sentTo } = await who.call(requestCode, { body: { phone } });
      const draft = { phone, sentTo, next: ownPath(form.get('next'), '/ban-hang') };
      return redirect('/dang-nhap/ma', { headers: { 'set-cookie': keepSignIn(who, draft) } });
    },
    { phone: 'Ghi số điện thoại di động, ví dụ 0912 345 678.' },
  );
}

export default function SignIn({ loaderData: { next, ended }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Đăng nhập" narrow hidden refused={Boolean(actionData)}>
      <h1>Đăng nhập</h1>
      <ErrorSummary refusal={actionData} />
      {ended && !actionData && (
        <Note tone="warn">Bạn đã lâu không dùng nên cần đăng nhập lại. Những gì ghi dở vẫn còn trên máy này.</Note>
      )}
      <p>Chúng tôi gửi một mã sáu số đến điện thoại của bạn. Không cần mật khẩu.</p>
      <Form>
        <Hidden name="next" value={next} />
        <Field name="phone" label="Số điện thoại" type="tel" inputMode="tel" autoComplete="tel" refusal={actionData} />
        <Submit wide>Gửi mã cho tôi</Submit>
      </Form>
    </Page>
  );
}
