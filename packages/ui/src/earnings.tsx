import {
  type AnswerOf,
  type EarningsLine,
  type getSettledSale,
  holderWords,
  percentWords,
  type ProducerStatement,
  taxKindWords,
} from '@chophien/contracts';
import { formatDong, formatQuantity } from '@chophien/kernel';
import type { ReactNode } from 'react';
import { Badge, StateBadge } from './badge.tsx';
import { Empty } from './empty.tsx';
import { Note } from './layout.tsx';
import { type Column, Table } from './table.tsx';
import { when, whenDay } from './when.ts';

type Explained = AnswerOf<typeof getSettledSale>;

/** How a payout stands, and the sum of a line in it. */
export const payoutWords = {
  waiting: { word: 'Chờ ngân hàng', tone: 'wait' },
  paid: { word: 'Đã chi', tone: 'good' },
  returned: { word: 'Bị trả lại', tone: 'bad' },
} as const;

/** What a month of a producer comes to, and how the account the market keeps for her moved. */
export const StatementSums = ({ statement }: { statement: ProducerStatement }) => {
  const { totals, opening, paidOut, closing } = statement;
  return (
    <>
      <dl className="sums panel">
        <dt>Tiền hàng, {totals.sales} kiện</dt>
        <dd>{formatDong(totals.goods)}</dd>
        <dt>Phí dịch vụ của chợ</dt>
        <dd>{formatDong(-totals.commission)}</dd>
        <dt>Thuế GTGT khấu trừ</dt>
        <dd>{formatDong(-totals.vat)}</dd>
        <dt>Thuế TNCN khấu trừ</dt>
        <dd>{formatDong(-totals.pit)}</dd>
        <dt className="total">Còn lại cho người bán</dt>
        <dd className="total">{formatDong(totals.net)}</dd>
      </dl>
      <dl className="sums panel">
        <dt>Chợ còn phải trả, đầu tháng</dt>
        <dd>{formatDong(opening)}</dd>
        <dt>Thêm trong tháng</dt>
        <dd>{formatDong(totals.through)}</dd>
        <dt>Đã chi trả trong tháng</dt>
        <dd>{formatDong(-paidOut)}</dd>
        <dt className="total">Chợ còn phải trả, cuối tháng</dt>
        <dd className="total">{formatDong(closing)}</dd>
        {totals.owed !== 0 && (
          <>
            <dt>Phí và tiền giao của hàng đã nhận tiền thẳng</dt>
            <dd>{formatDong(totals.owed)}</dd>
          </>
        )}
      </dl>
    </>
  );
};

const outcome = ({ what, payout, held, holder }: EarningsLine): ReactNode => {
  if (what === 'reversed') return <Badge tone="quiet">Hàng trả lại</Badge>;
  if (what === 'claim') return <Badge tone="quiet">Khiếu nại, hoàn một phần</Badge>;
  if (payout) return <StateBadge state={payoutWords[payout.state]} />;
  if (held) return <Badge tone="bad">Đang giữ</Badge>;
  return holder === 'seller' ? 'Người bán đã nhận' : 'Chưa đến lượt';
};

const lineColumns = (hrefOf: (parcel: string) => string): Column<EarningsLine>[] => [
  {
    head: 'Kiện',
    cell: ({ parcel, code }) => (
      <a className="inline-block py-1" href={hrefOf(parcel)}>
        {code}
      </a>
    ),
  },
  { head: 'Ngày', cell: ({ at }) => whenDay(at) },
  { head: 'Tiền hàng', number: true, cell: ({ goods }) => formatDong(goods) },
  { head: 'Phí', number: true, cell: ({ commission }) => formatDong(commission) },
  { head: 'Thuế', number: true, cell: ({ vat, pit }) => formatDong(vat + pit) },
  { head: 'Còn lại', number: true, cell: ({ net }) => <b>{formatDong(net)}</b> },
  { head: 'Chi trả', cell: outcome },
];

/** Every parcel of the month; one that came back stands once more, less than nothing. */
export const StatementLines = ({
  items,
  hrefOf,
}: {
  items: readonly EarningsLine[];
  hrefOf: (parcel: string) => string;
}) =>
  items.length === 0 ? (
    <Empty title="Tháng này chưa có kiện nào giao xong" />
  ) : (
    <section className="panel">
      <Table
        caption="Từng kiện"
        columns={lineColumns(hrefOf)}
        rows={items}
        idOf={({ parcel, what, at }) => `${parcel} ${what} ${at}`}
        stack
      />
    </section>
  );

/** The same on paper and as a sheet; `file` is the address they stand under. */
export const StatementFiles = ({ file }: { file: string }) => (
  <p className="no-print flex flex-wrap gap-3">
    <a className="button" href={`${file}/pdf`}>
      Tải bản PDF
    </a>
    <a className="button" href={`${file}/xlsx`}>
      Tải bảng Excel
    </a>
  </p>
);

const payoutColumns: Column<ProducerStatement['payouts'][number]>[] = [
  { head: 'Ngày', cell: ({ at }) => whenDay(at) },
  { head: 'Số tiền', number: true, cell: ({ amount }) => formatDong(amount) },
  { head: 'Số giao dịch ngân hàng', cell: ({ reference }) => reference ?? '–' },
];

export const StatementPayouts = ({ payouts }: Pick<ProducerStatement, 'payouts'>) =>
  payouts.length > 0 && (
    <section className="panel">
      <Table
        caption="Đã chi trả trong tháng"
        columns={payoutColumns}
        rows={payouts}
        idOf={({ at, amount }) => `${at} ${amount}`}
        stack
      />
    </section>
  );

/** Whether the month's lines and the ledger say the same, to the last đồng. */
export const agrees = ({ totals, ledger }: ProducerStatement): boolean =>
  (['shipping', 'commission', 'vat', 'pit', 'through', 'owed'] as const).every((part) => totals[part] === ledger[part]);

const packed = ({ unit, quantity, price }: Explained['lines'][number]): string =>
  unit === undefined || quantity === undefined || price === undefined
    ? '–'
    : `${formatQuantity(quantity, unit)} × ${formatDong(price)}`;

const goodsColumns: Column<Explained['lines'][number]>[] = [
  { head: 'Hàng', cell: ({ name }) => name },
  { head: 'Đã đóng gói × giá', cell: packed },
  { head: 'Loại để tính thuế', cell: ({ kind }) => taxKindWords[kind] ?? kind },
  { head: 'Tiền', number: true, cell: ({ amount }) => formatDong(amount) },
];

/** From what was packed to what is hers: quantity and price, the fee by its rule, taxes by theirs. */
export const SaleDivision = ({ sale }: { sale: Explained }) => (
  <>
    <section className="panel">
      <Table
        caption="Hàng trong kiện"
        columns={goodsColumns}
        rows={sale.lines}
        idOf={({ name, amount }) => `${name} ${amount}`}
        stack
      />
    </section>
    <dl className="sums panel">
      <dt>Tiền hàng</dt>
      <dd>{formatDong(sale.goods)}</dd>
      <dt>Phí dịch vụ của chợ{sale.commissionRule && `, ${percentWords(sale.commissionRule.percentBp)}`}</dt>
      <dd>{formatDong(-sale.commission)}</dd>
      {sale.commissionRule && <dd className="wide field-hint">{sale.commissionRule.legalRef}</dd>}
      {sale.withheld.map((one) => (
        <div key={one.kind} className="contents">
          <dt>
            Thuế khấu trừ: GTGT {percentWords(one.vatBp)}, TNCN {percentWords(one.pitBp)} của {formatDong(one.amount)}
          </dt>
          <dd>{formatDong(-(one.vat + one.pit))}</dd>
          <dd className="wide field-hint">{one.legalRef}</dd>
        </div>
      ))}
      <dt className="total">Còn lại cho người bán</dt>
      <dd className="total">{formatDong(sale.net)}</dd>
      <dt>Phần tiền giao của kiện này, trả bên giao hàng</dt>
      <dd>{formatDong(sale.shipping)}</dd>
    </dl>
    {sale.reversedAt && (
      <Note tone="warn">
        Hàng trả lại ngày {whenDay(sale.reversedAt)}: phí, thuế và tiền của người bán được ghi ngược lại toàn bộ.
      </Note>
    )}
  </>
);

const moneyColumns = (viaOf: (provider: string) => string): Column<Explained['money'][number]>[] => [
  { head: 'Ngày', cell: ({ at }) => whenDay(at) },
  { head: 'Qua', cell: ({ provider }) => viaOf(provider) },
  { head: 'Số giao dịch', cell: ({ reference }) => <span className="break-all">{reference}</span> },
  { head: 'Tiền', number: true, cell: ({ amount }) => formatDong(amount) },
];
const vias: Record<string, string> = {
  vnpay: 'VNPay',
  sepay: 'Chuyển khoản (SePay thấy)',
  payos: 'Chuyển khoản (payOS thấy)',
  carrier: 'Bên giao hàng thu hộ',
  manual: 'Người phụ trách ghi',
};

/** The buyer's money, by the numbers that the bank or the carrier knows it by; of the whole order where it was paid at once. */
export const BuyersMoney = ({ money }: Pick<Explained, 'money'>) =>
  money.length > 0 && (
    <section className="panel">
      <Table
        caption="Tiền của người mua (cả đơn)"
        columns={moneyColumns((provider) => vias[provider] ?? provider)}
        rows={money}
        idOf={({ provider, reference }) => `${provider} ${reference}`}
        stack
      />
    </section>
  );

/** Of which order a parcel is, when it was sold and who had the buyer's money; `children` say how it was paid out. */
export const SaleFacts = ({ sale, children }: { sale: Explained; children: ReactNode }) => (
  <dl className="facts">
    <dt>Đơn hàng</dt>
    <dd>{sale.orderCode}</dd>
    <dt>Đặt lúc</dt>
    <dd>{when(sale.placedAt)}; phí và thuế tính theo quy định của ngày này</dd>
    <dt>Giao xong</dt>
    <dd>{sale.earnedAt ? when(sale.earnedAt) : 'Chưa'}</dd>
    <dt>Ai giữ tiền</dt>
    <dd>{holderWords[sale.holder]}</dd>
    <dt>Chi trả</dt>
    <dd>{children}</dd>
  </dl>
);
