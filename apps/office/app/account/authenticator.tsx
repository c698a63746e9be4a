import { beginAuthenticator, keepAuthenticator } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Page, Submit } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { official } from '../official.ts';
import type { Route } from './+types/authenticator';
import { AuthenticatorPicture, qrOf } from './qr.tsx';

export const loader = async ({ context }: Route.LoaderArgs) => {
  await official(context);
  return null;
};

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      if (text(form, 'go') === 'bat-dau') {
        const { otpauth, secret } = await call(beginAuthenticator);
        return data({ drawing: qrOf(otpauth), otpauth, secret });
      }
      const totp = text(form, 'totp').replace(/\D/g, '');
      await call(keepAuthenticator, { body: check(keepAuthenticator.body!, { totp }) });
      return redirect('/tai-khoan?xong=ma-xac-thuc');
    },
    { sentences: { totp: 'Ghi sáu chữ số đang hiện trong ứng dụng mới.' } },
  );
}

export default function ChangeAuthenticator({ actionData }: Route.ComponentProps) {
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const fresh = actionData && 'drawing' in actionData ? actionData : undefined;
  // A mistyped code: the drawing is on the phone already, only the digits are asked again.
  const asks = fresh || refusal;
  return (
    <Page title="Đổi ứng dụng xác thực" narrow hidden refused={Boolean(refusal)}>
      <Crumbs links={[{ href: '/tai-khoan', word: 'Tài khoản của tôi' }]} />
      <h1>Đổi ứng dụng xác thực</h1>
      <ErrorSummary refusal={refusal} />
      {!asks && <p>Dùng khi đổi điện thoại. Ứng dụng cũ vẫn dùng được cho đến khi ứng dụng mới hiện đúng một mã.</p>}
      {fresh && (
        <>
          <p>Trong ứng dụng ở điện thoại mới, chọn “Thêm”, rồi quét hình này:</p>
          <AuthenticatorPicture drawing={fresh.drawing} otpauth={fresh.otpauth} secret={fresh.secret} />
        </>
      )}
      {asks && (
        <Form>
          <Field
            name="totp"
            label="Mã đang hiện trong ứng dụng mới"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            refusal={refusal}
          />
          <div>
            <Submit name="go" value="giu">
              Dùng ứng dụng này từ nay
            </Submit>
          </div>
        </Form>
      )}
      {!fresh && (
        <form method="post">
          <Submit kind={asks ? 'plain' : 'main'} name="go" value="bat-dau">
            {asks ? 'Làm lại với hình mới' : 'Bắt đầu'}
          </Submit>
        </form>
      )}
    </Page>
  );
}
