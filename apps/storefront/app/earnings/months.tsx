import { type AnswerOf, listMyStatements } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Empty, Page, Table } from '@chophien/ui';
import type { Route } from './+types/months';
import { earningsPath, isId, monthWords } from './words.ts';

export async function loader({ context, params: { producer } }: Route.LoaderArgs) {
  if (!isId(producer)) return notFound(context);
  return { producer, ...(await context.get(visitor).read(listMyStatements, { params: { producer } })) };
}

type Item = AnswerOf<typeof listMyStatements>['items'][number];
const columns = (producer: string): Column<Item>[] => [
  {
    head: 'Tháng',
    cell: ({ month, closed }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <a className="inline-block py-2" href={earningsPath(producer, month)}>
          {monthWords(month)}
        </a>
        {closed && <Badge tone="good">Đã khoá sổ</Badge>}
      </span>
    ),
  },
  { head: 'Số kiện', number: true, cell: ({ sales }) => sales },
  { head: 'Tiền hàng', number: true, cell: ({ goods }) => formatDong(goods) },
  { head: 'Còn lại của bạn', number: true, cell: ({ net }) => <b>{formatDong(net)}</b> },
];

export default function Months({ loaderData: { producer, items, balance, owed } }: Route.ComponentProps) {
  return (
    <Page title="Tiền bán hàng" narrow hidden>
      <Crumbs links={[{ href: '/ban-hang', word: 'Bán hàng' }]} />
      <h1>Tiền bán hàng</h1>
      <div className="panel grid gap-1">
        <p>Chợ còn phải trả bạn, đến hôm nay</p>
        <p className="price price-large">{formatDong(balance)}</p>
        {owed > 0 && <p>Bạn còn phải trả chợ phí của hàng đã nhận tiền thẳng: {formatDong(owed)}.</p>}
      </div>
      {items.length === 0 ? (
        <Empty title="Chưa có kiện nào giao xong" />
      ) : (
        <section className="panel">
          <Table caption="Từng tháng" columns={columns(producer)} rows={items} idOf={({ month }) => month} stack />
        </section>
      )}
    </Page>
  );
}
