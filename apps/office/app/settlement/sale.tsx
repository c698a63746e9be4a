import { type AnswerOf, getSettledSale } from '@chophien/contracts';
import { formatDong, vietnamMonth } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import {
  BuyersMoney,
  type Column,
  Crumbs,
  Page,
  payoutWords,
  SaleDivision,
  SaleFacts,
  StateBadge,
  Table,
  when,
} from '@chophien/ui';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/sale';
import { accountWords, entryWords } from './words.ts';

type Answer = AnswerOf<typeof getSettledSale>;

export async function loader({ context, params: { parcel } }: Route.LoaderArgs) {
  await needs(context, 'settlement.read');
  if (!isId(parcel)) return notFound(context);
  return { sale: await context.get(visitor).read(getSettledSale, { params: { parcel } }) };
}

const entries: Column<Answer['entries'][number]>[] = [
  {
    head: 'Lúc',
    cell: ({ at, happenedAt }) => (
      <>
        {when(at)}
        {happenedAt && <span className="field-hint block">Xảy ra {when(happenedAt)}, khi ấy tháng đã khoá sổ</span>}
      </>
    ),
  },
  { head: 'Việc', cell: ({ kind }) => entryWords[kind] ?? kind },
  {
    head: 'Ghi sổ',
    cell: ({ postings }) => (
      <ul>
        {postings.map(({ account, amount }, index) => (
          <li key={index}>
            {amount > 0 ? 'Nợ' : 'Có'} {accountWords[account]}: {formatDong(Math.abs(amount))}
          </li>
        ))}
      </ul>
    ),
  },
];

const Payout = ({ payout, holder }: Pick<Answer, 'payout' | 'holder'>) => {
  if (!payout) return holder === 'seller' ? 'Không có: người bán đã nhận tiền thẳng' : 'Chưa chi';
  return (
    <>
      <StateBadge state={payoutWords[payout.state]} />{' '}
      <a className="inline-block py-2" href={`/doi-soat/chi-tra/${payout.batch}`}>
        Đợt chi trả
      </a>
      {payout.reference && <>, số giao dịch ngân hàng {payout.reference}</>}
    </>
  );
};

export default function SettledSale({ loaderData: { sale } }: Route.ComponentProps) {
  const { producer, code, placedAt, earnedAt } = sale;
  const month = vietnamMonth(new Date(earnedAt ?? placedAt));
  return (
    <Page title={`Vì sao ${producer.name} nhận số tiền này`} hidden>
      <Crumbs
        links={[
          { href: '/doi-soat', word: 'Đối soát' },
          { href: `/doi-soat/${producer.id}/${month}`, word: producer.name },
        ]}
      />
      <h1>
        Kiện {code}: {formatDong(sale.net)}
      </h1>
      <SaleFacts sale={sale}>
        <Payout {...sale} />
      </SaleFacts>
      <SaleDivision sale={sale} />
      <BuyersMoney money={sale.money} />
      {sale.entries.length > 0 && (
        <section className="panel">
          <Table caption="Bút toán" columns={entries} rows={sale.entries} idOf={({ id }) => id} stack />
        </section>
      )}
    </Page>
  );
}
