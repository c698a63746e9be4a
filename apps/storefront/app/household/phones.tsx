import { addPhone, removePhone } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Empty, ErrorSummary, Field, Form, Hidden, Note, Page, Submit, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/phones';
import { NoHousehold, ownHouseholds, WhichHousehold } from './own-households.tsx';

const PATH = '/ban-hang/ho/so-dien-thoai';

export async function loader({ context, request }: Route.LoaderArgs) {
  const found = await ownHouseholds(context.get(visitor), request);
  return { ...found, done: text(new URL(request.url).searchParams, 'xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const [id, go] = [text(form, 'ho'), text(form, 'go')];
      const body = check(addPhone.body!, { phone: text(form, 'phone') });
      await call(go === 'bo' ? removePhone : addPhone, { params: { id }, body });
      return redirect(`${PATH}?ho=${id}&xong=${go === 'bo' ? 'bo' : 'them'}`);
    },
    { phone: 'Ghi số điện thoại di động, ví dụ 0912 345 678.' },
  );
}

export default function Phones({ loaderData: { all, chosen, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Số điện thoại của hộ" narrow hidden refused={Boolean(actionData)}>
      <h1>Số điện thoại của hộ</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">{done === 'bo' ? 'Đã bỏ số.' : 'Đã thêm số.'}</Note>}
      {!chosen && <NoHousehold />}
      {chosen && (
        <>
          <WhichHousehold all={all} chosen={chosen} path={PATH} />
          <p>
            Người mua, người giao hàng và cán bộ gọi hộ qua các số này. Số để đăng nhập của mỗi người đổi ở trang Tài
            khoản.
          </p>
          {chosen.phones.length === 0 && <Empty title="Chưa có số nào" />}
          <ul className="grid gap-3">
            {chosen.phones.map(({ phone, addedAt }) => (
              <li key={phone} className="panel flex flex-wrap items-center justify-between gap-3">
                <p>
                  <b>{phone}</b>
                  <br />
                  <small>Ghi ngày {whenDay(addedAt)}</small>
                </p>
                {chosen.mayManage && (
                  <form method="post">
                    <Hidden name="ho" value={chosen.id} />
                    <Hidden name="phone" value={phone} />
                    <Submit kind="plain" name="go" value="bo">
                      Bỏ số {phone}
                    </Submit>
                  </form>
                )}
              </li>
            ))}
          </ul>
          {chosen.mayManage && (
            <section className="panel grid gap-3">
              <h2>Thêm số</h2>
              <Form>
                <Hidden name="ho" value={chosen.id} />
                <Field
                  name="phone"
                  label="Số điện thoại"
                  type="tel"
                  inputMode="tel"
                  autoComplete="off"
                  refusal={actionData}
                />
                <Submit name="go" value="them" wide>
                  Thêm số này
                </Submit>
              </Form>
            </section>
          )}
          <p>
            <a className="inline-block py-3" href={`/ban-hang/ho?ho=${chosen.id}`}>
              Về trang hộ
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
