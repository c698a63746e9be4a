import { requestCode } from '@chophien/contracts';
import { check, ownPath, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Hidden, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/sign-in';
import { deviceOf, keepDevice } from './device.ts';
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
      const body = check(requestCode.body!, { phone: text(form, 'phone'), device: deviceOf(who) });
      const sent = await who.call(requestCode, { body });
      const next = ownPath(form.get('next'), '/ban-hang');
      const headers = new Headers();
      headers.append('set-cookie', keepSignIn(who, { phone: body.phone, sentTo: sent.sentTo, sent: sent.id, next }));
      for (const cookie of keepDevice(who, sent)) headers.append('set-cookie', cookie);
      return redirect('/dang-nhap/ma', { headers });
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
      <p>Chúng tôi gửi một mã sáu số đến Zalo hoặc tin nhắn của bạn. Không cần mật khẩu.</p>
      <Form>
        <Hidden name="next" value={next} />
        <Field name="phone" label="Số điện thoại" type="tel" inputMode="tel" autoComplete="tel" refusal={actionData} />
        <Submit wide>Gửi mã cho tôi</Submit>
      </Form>
      <details>
        <summary className="chip">Đổi số hoặc mất điện thoại?</summary>
        <p className="mt-3">
          Còn số cũ: đăng nhập bằng số cũ, rồi vào <b>Tài khoản</b> để đổi số. Mất số cũ: mang căn cước đến Uỷ ban nhân
          dân xã, cán bộ chuyển tài khoản sang số mới cho bạn.
        </p>
      </details>
    </Page>
  );
}
