import { type AnswerOf, getProducerStatement } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Note, Page, StateBadge, Table, whenDay } from '@chophien/ui';
import { isId } from '../id.ts';
import { monthWords } from '../month.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/statement';
import { payoutWords } from './words.ts';

type Answer = AnswerOf<typeof getProducerStatement>;

export async function loader({ context, params: { producer, month } }: Route.LoaderArgs) {
  await needs(context, 'settlement.read');
  if (!isId(producer) || !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return notFound(context);
  return { statement: await context.get(visitor).read(getProducerStatement, { params: { producer, month } }) };
}

const columns: Column<Answer['items'][number]>[] = [
  {
    head: 'Kiện',
    cell: ({ parcel, code }) => (
      <a className="inline-block py-1" href={`/doi-soat/kien/${parcel}`}>
        {code}
      </a>
    ),
  },
  { head: 'Giao ngày', cell: ({ earnedAt }) => (earnedAt ? whenDay(earnedAt) : '–') },
  { head: 'Tiền hàng', cell: ({ goods }) => formatDong(goods) },
  { head: 'Phí', cell: ({ commission }) => formatDong(commission) },
  { head: 'Thuế', cell: ({ vat, pit }) => formatDong(vat + pit) },
  { head: 'Còn lại', cell: ({ net }) => <b>{formatDong(net)}</b> },
  {
    head: 'Chi trả',
    cell: ({ payout, held, reversedAt, holder }) => {
      if (reversedAt) return <Badge tone="quiet">Hàng trả lại</Badge>;
      if (payout) return <StateBadge state={payoutWords[payout.state]} />;
      if (held) return <Badge tone="bad">Đang giữ</Badge>;
      return holder === 'seller' ? 'Người bán đã nhận' : 'Chưa đến lượt';
    },
  },
];

export default function ProducerStatement({ loaderData: { statement } }: Route.ComponentProps) {
  const { producer, name, month, items, totals, ledger, balance, owed } = statement;
  const agrees =
    totals.net === ledger.net &&
    totals.commission === ledger.commission &&
    totals.vat === ledger.vat &&
    totals.pit === ledger.pit;
  const direct = items.some(({ holder }) => holder === 'seller');
  return (
    <Page title={`Đối soát ${name}, ${monthWords(month)}`} hidden>
      <Crumbs links={[{ href: `/doi-soat?thang=${month}`, word: 'Đối soát' }]} />
      <h1>
        {name}, {monthWords(month)}
      </h1>
      <dl className="sums panel">
        <dt>Tiền hàng</dt>
        <dd>{formatDong(totals.goods)}</dd>
        <dt>Phí dịch vụ</dt>
        <dd>{formatDong(-totals.commission)}</dd>
        <dt>Thuế GTGT khấu trừ</dt>
        <dd>{formatDong(-totals.vat)}</dd>
        <dt>Thuế TNCN khấu trừ</dt>
        <dd>{formatDong(-totals.pit)}</dd>
        <dt className="total">Còn lại</dt>
        <dd className="total">{formatDong(totals.net)}</dd>
      </dl>
      {!direct && (
        <Note tone={agrees ? 'good' : 'bad'}>
          {agrees ? 'Khớp với sổ cái.' : 'Không khớp với sổ cái. Báo người vận hành ngay.'}
        </Note>
      )}
      <p>
        Đến hôm nay còn phải trả người bán <b>{formatDong(balance)}</b>
        {owed > 0 && <>; người bán còn nợ phí {formatDong(owed)}</>}.
      </p>
      <p className="no-print">
        <a className="button" href={`/doi-soat/${producer}/${month}/tep`}>
          Tải bảng Excel
        </a>
      </p>
      <section className="panel">
        <Table caption={`${items.length} kiện`} columns={columns} rows={items} idOf={({ parcel }) => parcel} stack />
      </section>
    </Page>
  );
}
