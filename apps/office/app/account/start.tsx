import { beginOfficial, startOfficial } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { ErrorSummary, Field, Form, Page, Submit, when } from '@chophien/ui';
import { data } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/start';
import { CodesPage } from './codes-page.tsx';
import { AuthenticatorPicture, qrOf } from './qr.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const body = beginOfficial.body!.safeParse({ key: params.key });
  if (!body.success) return notFound(context);
  const { name, phone, expiresAt, otpauth, secret } = await context
    .get(visitor)
    .call(beginOfficial, { body: body.data })
    // Used, too old, or mistyped: the page says so itself.
    .catch(ended);
  return { name, phone, expiresAt, otpauth, secret, drawing: otpauth && qrOf(otpauth) };
}

const ended = (error: unknown) => {
  if (!(error instanceof Error) || error.message !== 'identity.start-link-ended') throw error;
  return { name: null, phone: '', expiresAt: '', otpauth: '', secret: '' };
};

export const passwordHint =
  'Từ 10 chữ trở lên. Dễ nhớ mà khó đoán: bốn, năm từ không liên quan, ví dụ của riêng bạn. Không dùng số điện thoại hay mật khẩu nhiều người dùng.';

const sentences = {
  password: 'Chọn mật khẩu khác: từ 10 chữ, không phải mật khẩu nhiều người dùng, không phải số điện thoại.',
  totp: 'Ghi sáu chữ số đang hiện trong ứng dụng xác thực.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const password = form.get('password');
      const body = check(startOfficial.body!, {
        key: params.key,
        password: typeof password === 'string' ? password : '',
        totp: text(form, 'totp').replace(/\s/g, ''),
      });
      const { token, expiresAt, codes } = await who.call(startOfficial, { body });
      // The codes are in this very answer and nowhere else.
      return data({ codes }, { headers: { 'set-cookie': who.signIn(token, expiresAt) } });
    },
    { sentences },
  );
}

export default function Start({
  loaderData: { name, phone, expiresAt, drawing, otpauth, secret },
  actionData,
}: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return <CodesPage codes={actionData.codes} next={{ href: '/', word: 'Đã cất mã, vào làm việc' }} />;
  }
  if (!drawing) {
    return (
      <Page title="Đường dẫn đã hết hạn" narrow hidden>
        <h1>Đường dẫn này không còn dùng được</h1>
        <p>Đường dẫn bắt đầu chỉ dùng một lần, trong 7 ngày. Hãy xin người giao việc cho bạn một đường dẫn mới.</p>
        <p>
          Đã đặt mật khẩu rồi? <a href="/dang-nhap">Đăng nhập</a>
        </p>
      </Page>
    );
  }
  return (
    <Page title="Bắt đầu" narrow hidden refused={Boolean(actionData)}>
      <h1>Chào {name ?? 'bạn'}</h1>
      <ErrorSummary refusal={actionData} />
      <p>
        Từ nay bạn vào Văn phòng Chợ Phiên bằng số <b>{phone}</b>, mật khẩu và ứng dụng xác thực. Đặt cả hai ở đây, một
        lần; đường dẫn này dùng được đến {when(expiresAt)}.
      </p>
      <Form>
        <section className="panel grid gap-3">
          <h2>1. Chọn mật khẩu</h2>
          <Field
            name="password"
            label="Mật khẩu của bạn"
            hint={passwordHint}
            type="password"
            autoComplete="new-password"
            maxLength={128}
            refusal={actionData}
          />
        </section>
        <section className="panel grid gap-3">
          <h2>2. Thêm ứng dụng xác thực</h2>
          <p>
            Cài một ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, Aegis…), chọn
            “Thêm”, rồi quét hình này:
          </p>
          <AuthenticatorPicture drawing={drawing} otpauth={otpauth} secret={secret} />
        </section>
        <section className="panel grid gap-3">
          <h2>3. Ghi mã đang hiện trong ứng dụng</h2>
          <Field
            name="totp"
            label="Mã xác thực"
            hint="Sáu chữ số, đổi sau mỗi 30 giây."
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            refusal={actionData}
          />
        </section>
        <Submit wide>Xong, vào làm việc</Submit>
      </Form>
    </Page>
  );
}
