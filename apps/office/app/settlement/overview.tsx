import { type AnswerOf, getSettlement } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Empty, Note, Page, Pager, Table, withQuery } from '@chophien/ui';
import { monthOf } from '../month.ts';
import { MonthForm } from '../month-form.tsx';
import { needs } from '../official.ts';
import type { Route } from './+types/overview';
import { accountWords } from './words.ts';

type Answer = AnswerOf<typeof getSettlement>;

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'settlement.read');
  const { searchParams } = new URL(request.url);
  const month = monthOf(request);
  const page = pageIn(searchParams);
  return { books: await context.get(visitor).read(getSettlement, { query: { month, page } }) };
}

const columns = (month: string): Column<Answer['producers'][number]>[] => [
  {
    head: 'Người bán',
    cell: ({ producer, name }) => (
      <a className="inline-block py-1" href={`/doi-soat/${producer}/${month}`}>
        {name}
      </a>
    ),
  },
  { head: 'Số kiện', number: true, cell: ({ sales }) => sales },
  { head: 'Tiền hàng', number: true, cell: ({ goods }) => formatDong(goods) },
  { head: 'Phí dịch vụ', number: true, cell: ({ commission }) => formatDong(commission) },
  { head: 'Thuế khấu trừ', number: true, cell: ({ vat, pit }) => formatDong(vat + pit) },
  { head: 'Còn lại', number: true, cell: ({ net }) => <b>{formatDong(net)}</b> },
];

const accounts: Column<Answer['balances'][number]>[] = [
  { head: 'Tài khoản', cell: ({ account }) => accountWords[account] },
  { head: 'Nợ', number: true, cell: ({ amount }) => (amount > 0 ? formatDong(amount) : '–') },
  { head: 'Có', number: true, cell: ({ amount }) => (amount < 0 ? formatDong(-amount) : '–') },
];

export default function SettlementOverview({ loaderData: { books } }: Route.ComponentProps) {
  const { month, balances, sum, producers, page, more, payable } = books;
  return (
    <Page title="Đối soát" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Đối soát</h1>
      <p>
        Có thể chi trả ngay: <b>{formatDong(payable.amount)}</b> cho {payable.producers} người bán.
      </p>
      <p className="flex flex-wrap gap-x-6">
        <a className="inline-block py-2" href="/doi-soat/chi-tra">
          Các đợt chi trả
        </a>
        <a className="inline-block py-2" href="/doi-soat/khoa-so">
          Khoá sổ tháng và thuế khấu trừ
        </a>
      </p>
      <MonthForm path="/doi-soat" month={month} />
      {producers.length === 0 ? (
        <Empty title="Tháng này chưa có kiện nào giao xong" />
      ) : (
        <section className="panel">
          <Table
            caption="Người bán trong tháng"
            columns={columns(month)}
            rows={producers}
            idOf={({ producer }) => producer}
            stack
          />
        </section>
      )}
      <Pager page={page} more={more} href={(next) => withQuery('/doi-soat', { thang: month }, { trang: next })} />
      <section className="panel grid gap-3">
        <Table caption="Sổ cái đến hôm nay" columns={accounts} rows={balances} idOf={({ account }) => account} stack />
        <Note tone={sum === 0 ? 'good' : 'bad'}>
          {sum === 0 ? 'Tổng nợ bằng tổng có: lệch 0 ₫.' : `Sổ lệch ${formatDong(sum)}. Báo người vận hành ngay.`}
        </Note>
      </section>
    </Page>
  );
}
