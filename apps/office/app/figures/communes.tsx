import { listAssessedCommunes } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Crumbs, Empty, Page, Table } from '@chophien/ui';
import { MonthForm } from '../month-form.tsx';
import { monthOf, monthWords } from '../month.ts';
import type { Route } from './+types/communes';
import { headline, type Order, orderOf, sorted, type SortKey, whole } from './headline.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const month = monthOf(request);
  const order = orderOf(new URL(request.url).searchParams);
  const { items } = await context.get(visitor).read(listAssessedCommunes, { query: { month } });
  return { month, order, items: sorted(items, order) };
}

const queryOf = ({ by, turned }: Order): Record<string, string> => ({
  ...(by === 'doanh-so' ? {} : { xep: by }),
  ...(turned ? { nguoc: '1' } : {}),
});

/** A head that puts the table in its order; pressed again, the other way round. */
const SortHead = ({ by, word, month, order }: { by: SortKey; word: string; month: string; order: Order }) => {
  const mine = order.by === by;
  const query = new URLSearchParams({ thang: month, ...queryOf({ by, turned: mine && !order.turned }) });
  const falls = (by !== 'ten') !== order.turned;
  return (
    <a className="inline-block py-2" href={`/so-lieu?${query}`}>
      {word}
      {mine && <span aria-hidden="true">{falls ? ' ↓' : ' ↑'}</span>}
    </a>
  );
};

export default function Communes({ loaderData: { month, order, items } }: Route.ComponentProps) {
  const columns = headline(month).map((column) => {
    const word = column.head;
    const falls = (column.by !== 'ten') !== order.turned;
    return {
      ...column,
      label: word,
      head: <SortHead by={column.by} word={word} month={month} order={order} />,
      sort: order.by === column.by ? (falls ? ('descending' as const) : ('ascending' as const)) : undefined,
    };
  });
  const sum = (of: 'shops' | 'households' | 'sales') => items.reduce((total, item) => total + item[of], 0);
  return (
    <Page title={`Số liệu ${monthWords(month)}`} hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Số liệu {monthWords(month)}</h1>
      <MonthForm path="/so-lieu" month={month} keep={queryOf(order)} />
      {items.length === 0 ? (
        <Empty title="Địa bàn của bạn chưa có xã nào" />
      ) : (
        <>
          <p>
            Cả địa bàn: <b>{whole(sum('shops'))}</b> gian hàng hoạt động, <b>{whole(sum('households'))}</b> hộ bán hàng,
            doanh số <b>{formatDong(sum('sales'))}</b>.{sum('sales') === 0 && ' Tháng này chưa có đơn nào được tính.'}
          </p>
          <section className="panel">
            <Table
              caption={`${whole(items.length)} xã, phường`}
              columns={columns}
              rows={items}
              idOf={({ code }) => code}
              stack
            />
          </section>
        </>
      )}
    </Page>
  );
}
