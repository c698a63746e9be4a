import { askPhoneCode, changePhone, type CodeSent, getMe } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Page, Steps, Submit } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/change-phone';
import { againBy, CodeForm, codeSentences, digits } from './code-form.tsx';

const second = '/tai-khoan/doi-so?buoc=so-moi';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { phone } = await context.get(visitor).read(getMe);
  return { former: phone ? localPhone(phone) : '', proved: new URL(request.url).searchParams.has('buoc') };
}

const sentences = { ...codeSentences, phone: 'Ghi số di động mới, ví dụ 0912 345 678.' };

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const again = text(form, 'go') === 'gui' ? {} : againBy(text(form, 'go'));
  return attempt(
    form,
    async () => {
      const phone = text(form, 'phone');
      if (again) {
        const body = check(askPhoneCode.body!, { phone, ...again });
        return data({ phone, sent: await call(askPhoneCode, { body }) });
      }
      await call(changePhone, { body: check(changePhone.body!, { phone, code: digits(text(form, 'code')) }) });
      return redirect('/tai-khoan?xong=doi-so');
    },
    sentences,
  );
}

export default function ChangePhone({ loaderData: { former, proved }, actionData }: Route.ComponentProps) {
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const sent: CodeSent | undefined = actionData && 'sent' in actionData ? actionData.sent : undefined;
  const typed = (name: string) => (typeof refusal?.typed[name] === 'string' ? refusal.typed[name] : undefined);
  const sentTo = sent?.sentTo ?? typed('sentTo');
  const phone = (actionData && 'phone' in actionData ? actionData.phone : typed('phone')) ?? '';
  const step = sentTo ? 2 : proved || refusal ? 1 : 0;
  const state = (at: number) => (at < step ? 'done' : at === step ? 'now' : 'later');
  return (
    <Page title="Đổi số điện thoại" narrow hidden refused={Boolean(refusal)}>
      <Crumbs links={[{ href: '/tai-khoan', word: 'Tài khoản' }]} />
      <h1>Đổi số điện thoại</h1>
      <Steps
        label="Các bước đổi số"
        steps={[
          { word: `Nhập mã gửi đến số cũ ${former}`, state: state(0) },
          { word: 'Ghi số mới', state: state(1) },
          { word: 'Nhập mã gửi đến số mới', state: state(2) },
        ]}
      />
      <ErrorSummary refusal={refusal} />
      {step === 0 && (
        <>
          <p>Đổi xong, bạn đăng nhập bằng số mới. Gian hàng, đơn hàng và tin nhắn vẫn còn nguyên.</p>
          <p>
            <a className="button button-main w-full" href={`/xac-nhan?next=${encodeURIComponent(second)}`}>
              Bắt đầu
            </a>
          </p>
          <p>
            Không còn số cũ? Mang căn cước đến Uỷ ban nhân dân xã: cán bộ chuyển tài khoản sang số mới cho bạn, sau một
            ngày là dùng được.
          </p>
        </>
      )}
      {step === 1 && (
        <Form action={second}>
          <Field
            name="phone"
            label="Số điện thoại mới"
            type="tel"
            inputMode="tel"
            autoComplete="off"
            refusal={refusal}
          />
          <Submit wide name="go" value="gui">
            Gửi mã đến số mới
          </Submit>
        </Form>
      )}
      {step === 2 && sentTo && (
        <>
          <p>
            Mã gửi đến số mới <b>{sentTo}</b>.
          </p>
          <CodeForm delivery={sent?.delivery} refusal={refusal} word="Đổi sang số này" hidden={{ phone, sentTo }}>
            <a className="inline-block py-3" href={second}>
              Ghi lại số mới
            </a>
          </CodeForm>
        </>
      )}
    </Page>
  );
}
