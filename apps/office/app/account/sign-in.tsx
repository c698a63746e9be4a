import { openOfficialSession } from '@chophien/contracts';
import { check, ownPath, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Hidden, Note, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/sign-in';

export const loader = ({ request }: Route.LoaderArgs) => {
  const { searchParams } = new URL(request.url);
  return {
    next: ownPath(searchParams.get('next'), '/'),
    ended: searchParams.has('het-phien'),
    left: searchParams.has('da-ra'),
  };
};

const sentences = {
  phone: 'Ghi số điện thoại di động, ví dụ 0912 345 678.',
  password: 'Ghi mật khẩu.',
  totp: 'Ghi sáu chữ số đang hiện trong ứng dụng xác thực, hoặc một mã khôi phục.',
};

/** Six digits are the authenticator's; anything longer is one of the recovery codes. */
const secondProof = (typed: string): { totp?: string; recovery?: string } => {
  const plain = typed.replace(/\s/g, '');
  return plain.length > 6 ? { recovery: plain } : { totp: plain };
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const password = form.get('password');
      const body = check(openOfficialSession.body!, {
        phone: text(form, 'phone'),
        // As it was typed: a space may belong to a password.
        password: typeof password === 'string' ? password : '',
        ...secondProof(text(form, 'totp')),
      });
      const { token, expiresAt } = await who.call(openOfficialSession, { body });
      return redirect(ownPath(form.get('next'), '/'), { headers: { 'set-cookie': who.signIn(token, expiresAt) } });
    },
    { sentences },
  );
}

export default function SignIn({ loaderData: { next, ended, left }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Đăng nhập cán bộ" narrow hidden refused={Boolean(actionData)}>
      <h1>Đăng nhập dành cho cán bộ</h1>
      <ErrorSummary refusal={actionData} />
      {ended && !actionData && (
        <Note tone="warn">
          <p>
            <b>Phiên làm việc đã hết hạn</b> (tối đa 8 giờ). Việc vừa bấm chưa được ghi. Đăng nhập lại để về đúng trang
            đang làm.
          </p>
        </Note>
      )}
      {left && !actionData && !ended && <Note tone="good">Bạn đã đăng xuất khỏi máy này.</Note>}
      <Form>
        <Hidden name="next" value={next} />
        <Field
          name="phone"
          label="Số điện thoại"
          type="tel"
          inputMode="tel"
          autoComplete="username"
          refusal={actionData}
        />
        <Field
          name="password"
          label="Mật khẩu"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          refusal={actionData}
        />
        <Field
          name="totp"
          label="Mã xác thực"
          hint="Sáu chữ số trong ứng dụng xác thực, đổi sau mỗi 30 giây. Mất điện thoại: ghi một mã khôi phục, ví dụ abcde-23456."
          autoComplete="one-time-code"
          maxLength={16}
          refusal={actionData}
        />
        <Submit wide>Đăng nhập</Submit>
      </Form>
      <section className="grid gap-1">
        <h2>Không đăng nhập được?</h2>
        <ul className="list-disc pl-5">
          <li>Mã sai liên tục: xem đồng hồ của điện thoại đã để tự động chỉnh giờ chưa.</li>
          <li>Mất điện thoại: dùng một trong mười mã khôi phục đã in lúc bắt đầu; mỗi mã dùng được một lần.</li>
          <li>
            Quên mật khẩu, hoặc mất cả mã khôi phục: báo cán bộ đã giao việc cho bạn để nhận đường dẫn bắt đầu lại.
          </li>
          <li>Không ai được hỏi bạn mật khẩu hay mã xác thực, kể cả người của Chợ Phiên.</li>
        </ul>
      </section>
    </Page>
  );
}
