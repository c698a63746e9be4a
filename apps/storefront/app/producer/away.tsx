import { endAway, listAway, listMyProducers, setAway } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import { Crumbs, Empty, ErrorSummary, Field, Form, Hidden, Note, Page, Select, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/away';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [{ items }, { items: mine }] = await Promise.all([read(listAway), read(listMyProducers)]);
  const sellers = mine.filter(({ status }) => status === 'active' || status === 'suspended');
  const done = new URL(request.url).searchParams.has('xong');
  return { items, sellers, id: crypto.randomUUID(), today: vietnamDay(new Date()), done };
}

const sentences = {
  from: 'Chọn ngày bắt đầu nghỉ.',
  to: 'Chọn ngày cuối: chưa qua, không trước ngày đầu, và không quá 90 ngày một lần.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const params = { id: text(form, 'id') };
      if (text(form, 'go') === 'bo') await call(endAway, { params });
      else {
        const body = { producer: text(form, 'producer'), from: text(form, 'from'), to: text(form, 'to') };
        await call(setAway, { params, body: check(setAway.body!, body) });
      }
      return redirect('/ban-hang/ngay-nghi?xong=1');
    },
    sentences,
  );
}

export default function AwayPage({ loaderData, actionData }: Route.ComponentProps) {
  const { items, sellers, id, today, done } = loaderData;
  const names = new Map(sellers.map((seller) => [seller.id, seller.name]));
  const [first] = sellers;
  return (
    <Page title="Ngày nghỉ" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ban-hang/don-hang', word: 'Đơn hàng' }]} />
      <h1>Ngày nghỉ</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã ghi.</Note>}
      <p>Những ngày này người mua thấy bạn nghỉ và không đặt được. Đơn đã đặt trước đó vẫn cần trả lời và giao.</p>
      {items.length === 0 ? (
        <Empty title="Chưa báo ngày nghỉ nào" />
      ) : (
        <ul className="grid gap-3">
          {items.map((away) => (
            <li key={away.id} className="panel flex flex-wrap items-center justify-between gap-3">
              <span>
                {sellers.length > 1 && <b>{names.get(away.producer)}: </b>}
                {formatDay(away.from)} đến hết {formatDay(away.to)}
              </span>
              <Form>
                <Hidden name="id" value={away.id} />
                <Submit kind="plain" name="go" value="bo">
                  Bỏ ngày nghỉ này
                </Submit>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {first && (
        <section className="panel">
          <h2>Báo ngày nghỉ</h2>
          <Form>
            <Hidden name="id" value={id} />
            {sellers.length > 1 ? (
              <Select
                name="producer"
                label="Gian hàng nào?"
                options={sellers.map((seller) => ({ value: seller.id, word: seller.name }))}
                refusal={actionData}
              />
            ) : (
              <Hidden name="producer" value={first.id} />
            )}
            <Field name="from" label="Từ ngày" type="date" value={today} min={today} refusal={actionData} />
            <Field name="to" label="Đến hết ngày" type="date" value={today} min={today} refusal={actionData} />
            <Submit name="go" value="ghi" wide>
              Ghi ngày nghỉ
            </Submit>
          </Form>
        </section>
      )}
    </Page>
  );
}
