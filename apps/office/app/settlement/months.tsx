import { type AnswerOf, listMonths } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { type Column, Crumbs, Empty, Page, StateBadge, Table, when } from '@chophien/ui';
import { monthWords } from '../month.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/months';
import { monthStateWords } from './words.ts';

export async function loader({ context }: Route.LoaderArgs) {
  await needs(context, 'month.close');
  return context.get(visitor).read(listMonths);
}

const columns: Column<AnswerOf<typeof listMonths>['items'][number]>[] = [
  {
    head: 'Tháng',
    cell: ({ month }) => (
      <a className="inline-block py-1" href={`/doi-soat/khoa-so/${month}`}>
        {monthWords(month)}
      </a>
    ),
  },
  { head: 'Số bút toán', number: true, cell: ({ entries }) => entries },
  { head: 'Tình trạng', cell: ({ state }) => <StateBadge state={monthStateWords[state]} /> },
  { head: 'Khoá lúc', cell: ({ closedAt }) => (closedAt ? when(closedAt) : '–') },
];

export default function Months({ loaderData: { items } }: Route.ComponentProps) {
  return (
    <Page title="Khoá sổ tháng" hidden>
      <Crumbs links={[{ href: '/doi-soat', word: 'Đối soát' }]} />
      <h1>Khoá sổ tháng</h1>
      <p>
        Hết tháng, một người đề nghị khoá sổ, người khác duyệt. Tháng đã khoá thì số không đổi nữa; việc biết muộn được
        ghi vào tháng đang mở.
      </p>
      {items.length === 0 ? (
        <Empty title="Sổ chưa có bút toán nào" />
      ) : (
        <section className="panel">
          <Table caption="Các tháng" columns={columns} rows={items} idOf={({ month }) => month} stack />
        </section>
      )}
    </Page>
  );
}
