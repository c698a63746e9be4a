import { holderWords, type ProducerStatement } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import type { Printed } from '../platform/pdf.ts';
import { type SheetPlan, workbookOf, type Written } from '../platform/spreadsheet/write.ts';

/** Digits with dots, less than nothing with its sign before them: `-1.200.000`. */
export const dots = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

const dayOf = (at: string): string => formatDay(vietnamDay(new Date(at)));
const monthWords = (month: string): string => `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

const columns = [
  { head: 'Ngày', width: 58 },
  { head: 'Kiện', width: 76 },
  { head: 'Đơn', width: 76 },
  { head: 'Việc', width: 62 },
  { head: 'Tiền hàng', width: 66, number: true },
  { head: 'Phí dịch vụ', width: 58, number: true },
  { head: 'Thuế GTGT', width: 54, number: true },
  { head: 'Thuế TNCN', width: 54, number: true },
  { head: 'Còn lại', width: 66, number: true },
  { head: 'Phí giao', width: 52, number: true },
  { head: 'Ai giữ tiền', width: 84 },
  { head: 'Số giao dịch chi trả', width: 84 },
] as const;

const deeds = { earned: 'Giao xong', reversed: 'Trả lại', claim: 'Khiếu nại' } as const;

const lineOf = ({
  at,
  code,
  orderCode,
  what,
  holder,
  payout,
  ...sums
}: ProducerStatement['items'][number]): Written[] => [
  dayOf(at),
  code,
  orderCode,
  deeds[what],
  sums.goods,
  sums.commission,
  sums.vat,
  sums.pit,
  sums.net,
  sums.shipping,
  holderWords[holder],
  payout?.reference ?? '',
];

/** What a month comes to, line by line; `paidOut` and the two standings are of the account the market keeps for her. */
const sumsOf = ({ totals, opening, paidOut, closing }: ProducerStatement): [string, number][] => [
  ['Tiền hàng', totals.goods],
  ['Phí dịch vụ', -totals.commission],
  ['Thuế GTGT khấu trừ', -totals.vat],
  ['Thuế TNCN khấu trừ', -totals.pit],
  ['Còn lại cho người bán', totals.net],
  ['Chợ còn giữ đầu tháng', opening],
  ['Thêm trong tháng (phần chợ chi trả)', totals.through],
  ['Đã chi trả trong tháng', -paidOut],
  ['Chợ còn giữ cuối tháng', closing],
  ...(totals.owed === 0 ? [] : ([['Phí người bán trả chợ (tiền đã nhận thẳng)', totals.owed]] as [string, number][])),
];

const totalLine = ({ totals }: ProducerStatement): Written[] => [
  'Cộng',
  '',
  '',
  `${totals.sales} kiện`,
  totals.goods,
  totals.commission,
  totals.vat,
  totals.pit,
  totals.net,
  totals.shipping,
  '',
  '',
];

const fileName = ({ producer, month }: ProducerStatement, ending: string): string =>
  `doi-soat-${producer.slice(0, 8)}-${month}.${ending}`;

/** A producer's month as a spreadsheet: what it comes to, every parcel, every payout. The same numbers as on the page. */
export const statementSheet = (statement: ProducerStatement): { name: string; bytes: Buffer } => {
  const { name, month, closed, items, payouts } = statement;
  const plans: SheetPlan[] = [
    {
      name: 'Tổng',
      widths: [44, 24],
      rows: [[name, ''], [monthWords(month), closed ? 'Đã khoá sổ' : 'Chưa khoá sổ'], ...sumsOf(statement)],
    },
    {
      name: 'Từng kiện',
      widths: [12, 16, 16, 12, 16, 14, 14, 14, 16, 12, 24, 24],
      rows: [columns.map(({ head }) => head), ...items.map(lineOf), totalLine(statement)],
    },
    {
      name: 'Chi trả',
      widths: [12, 16, 28],
      rows: [
        ['Ngày', 'Số tiền', 'Số giao dịch ngân hàng'],
        ...payouts.map(({ at, amount, reference }) => [dayOf(at), amount, reference ?? '']),
      ],
    },
  ];
  return { name: fileName(statement, 'xlsx'), bytes: workbookOf(plans) };
};

/** The same on paper. */
export const statementPaper = (statement: ProducerStatement, at: Date): { name: string; printed: Printed } => {
  const { name, month, closed, items, payouts } = statement;
  const inDots = (line: Written[]): string[] => line.map((cell) => (typeof cell === 'number' ? dots(cell) : cell));
  return {
    name: fileName(statement, 'pdf'),
    printed: {
      title: `Đối soát ${monthWords(month).toLowerCase()}`,
      subtitle: name,
      note: `${closed ? 'Tháng đã khoá sổ' : 'Tháng chưa khoá sổ, số có thể còn đổi'}. In ngày ${formatDay(vietnamDay(at))}. Đơn vị: đồng.`,
      at,
      sums: sumsOf(statement).map(([word, amount]) => [word, dots(amount)]),
      tables: [
        {
          caption: 'Từng kiện',
          columns,
          rows: items.map((line) => inDots(lineOf(line))),
          total: inDots(totalLine(statement)),
        },
        ...(payouts.length === 0
          ? []
          : [
              {
                caption: 'Đã chi trả trong tháng',
                columns: [
                  { head: 'Ngày', width: 80 },
                  { head: 'Số tiền', width: 100, number: true },
                  { head: 'Số giao dịch ngân hàng', width: 220 },
                ],
                rows: payouts.map((paid) => [dayOf(paid.at), dots(paid.amount), paid.reference ?? '']),
              },
            ]),
      ],
    },
  };
};
