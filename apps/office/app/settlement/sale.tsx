import { type AnswerOf, getSettledSale } from '@chophien/contracts';
import { formatDong, vietnamMonth } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { type Column, Crumbs, Page, StateBadge, Table, when } from '@chophien/ui';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/sale';
import { accountWords, entryWords, holderWords, kindWords, payoutWords, percentWords } from './words.ts';

type Answer = AnswerOf<typeof getSettledSale>;

export async function loader({ context, params: { parcel } }: Route.LoaderArgs) {
  await needs(context, 'settlement.read');
  if (!isId(parcel)) return notFound(context);
  return { sale: await context.get(visitor).read(getSettledSale, { params: { parcel } }) };
}

const lines: Column<Answer['lines'][number]>[] = [
  { head: 'Hàng', cell: ({ name }) => name },
  { head: 'Loại để tính thuế', cell: ({ kind }) => kindWords[kind] ?? kind },
  { head: 'Tiền', cell: ({ amount }) => formatDong(amount) },
];
const money: Column<Answer['money'][number]>[] = [
  { head: 'Lúc', cell: ({ at }) => when(at) },
  { head: 'Qua', cell: ({ provider }) => provider },
  { head: 'Số giao dịch', cell: ({ reference }) => <span className="break-all">{reference}</span> },
  { head: 'Tiền', cell: ({ amount }) => formatDong(amount) },
];
const entries: Column<Answer['entries'][number]>[] = [
  { head: 'Lúc', cell: ({ at }) => when(at) },
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

const Division = ({ sale }: { sale: Answer }) => (
  <dl className="sums panel">
    <dt>Tiền hàng</dt>
    <dd>{formatDong(sale.goods)}</dd>
    <dt>
      Phí dịch vụ
      {sale.commissionRule && ` (${percentWords(sale.commissionRule.percentBp)}, ${sale.commissionRule.legalRef})`}
    </dt>
    <dd>{formatDong(-sale.commission)}</dd>
    {sale.withheld.map((one) => (
      <div key={one.kind} className="contents">
        <dt>
          Thuế khấu trừ: GTGT {percentWords(one.vatBp)}, TNCN {percentWords(one.pitBp)} của {formatDong(one.amount)} (
          {one.legalRef})
        </dt>
        <dd>{formatDong(-(one.vat + one.pit))}</dd>
      </div>
    ))}
    <dt className="total">Còn lại cho người bán</dt>
    <dd className="total">{formatDong(sale.net)}</dd>
  </dl>
);

export default function SettledSale({ loaderData: { sale } }: Route.ComponentProps) {
  const { producer, code, orderCode, placedAt, earnedAt, payout, holder, shipping } = sale;
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
      <dl className="facts">
        <dt>Đơn hàng</dt>
        <dd>{orderCode}</dd>
        <dt>Đặt lúc</dt>
        <dd>{when(placedAt)}; phí và thuế tính theo quy định của ngày này</dd>
        <dt>Giao xong</dt>
        <dd>{earnedAt ? when(earnedAt) : 'Chưa'}</dd>
        <dt>Ai giữ tiền</dt>
        <dd>{holderWords[holder]}</dd>
        <dt>Tiền giao kiện này</dt>
        <dd>{formatDong(shipping)}, không phải của người bán</dd>
        <dt>Chi trả</dt>
        <dd>
          {payout ? (
            <>
              <StateBadge state={payoutWords[payout.state]} />{' '}
              <a className="inline-block py-2" href={`/doi-soat/chi-tra/${payout.batch}`}>
                Đợt chi trả
              </a>
              {payout.reference && <>, số giao dịch ngân hàng {payout.reference}</>}
            </>
          ) : (
            'Chưa chi'
          )}
        </dd>
      </dl>
      <Division sale={sale} />
      <section className="panel">
        <Table
          caption="Hàng trong kiện"
          columns={lines}
          rows={sale.lines}
          idOf={({ name, amount }) => `${name} ${amount}`}
          stack
        />
      </section>
      {sale.money.length > 0 && (
        <section className="panel">
          <Table
            caption="Tiền của người mua"
            columns={money}
            rows={sale.money}
            idOf={({ provider, reference }) => `${provider} ${reference}`}
            stack
          />
        </section>
      )}
      {sale.entries.length > 0 && (
        <section className="panel">
          <Table caption="Bút toán" columns={entries} rows={sale.entries} idOf={({ id }) => id} stack />
        </section>
      )}
    </Page>
  );
}
