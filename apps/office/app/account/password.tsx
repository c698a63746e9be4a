import { changePassword } from '@chophien/contracts';
import { check, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { official } from '../official.ts';
import type { Route } from './+types/password';
import { passwordHint } from './start.tsx';

export const loader = async ({ context }: Route.LoaderArgs) => {
  await official(context);
  return null;
};

const sentences = {
  current: 'Ghi mật khẩu đang dùng.',
  password: 'Chọn mật khẩu khác: từ 10 chữ, không phải mật khẩu nhiều người dùng, không phải số điện thoại.',
};

/** As it was typed: a space may belong to a password. */
const typed = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const given = { current: typed(form, 'password-current'), password: typed(form, 'password') };
      await call(changePassword, { body: check(changePassword.body!, given) });
      return redirect('/tai-khoan?xong=mat-khau');
    },
    {
      sentences: { ...sentences, 'password-current': sentences.current },
      fieldOf: (field) => (field === 'current' ? 'password-current' : field),
    },
  );
}

export default function Password({ actionData }: Route.ComponentProps) {
  return (
    <Page title="Đổi mật khẩu" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/tai-khoan', word: 'Tài khoản của tôi' }]} />
      <h1>Đổi mật khẩu</h1>
      <ErrorSummary refusal={actionData} />
      <p>Đổi xong, các máy khác đang đăng nhập sẽ được đăng xuất.</p>
      <Form>
        <Field
          name="password-current"
          label="Mật khẩu đang dùng"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          refusal={actionData}
        />
        <Field
          name="password"
          label="Mật khẩu mới"
          hint={passwordHint}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          refusal={actionData}
        />
        <div>
          <Submit>Đổi mật khẩu</Submit>
        </div>
      </Form>
    </Page>
  );
}
