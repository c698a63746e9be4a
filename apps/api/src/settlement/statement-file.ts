import type { getProducerStatement, ResultOf } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { xlsxOf } from '../platform/spreadsheet/write.ts';

const heads = [
  'Ngày giao',
  'Mã kiện',
  'Mã đơn',
  'Tiền hàng',
  'Phí dịch vụ',
  'Thuế GTGT khấu trừ',
  'Thuế TNCN khấu trừ',
  'Còn lại',
  'Chi trả',
];

/** A producer's month as a spreadsheet: the same numbers as on the page. */
export const statementFile = ({ items, totals, name, month, producer }: ResultOf<typeof getProducerStatement>) => {
  const lines = items.map(({ earnedAt, code, orderCode, goods, commission, vat, pit, net, payout }) => [
    earnedAt ? formatDay(vietnamDay(new Date(earnedAt))) : '',
    code,
    orderCode,
    goods,
    commission,
    vat,
    pit,
    net,
    payout?.reference ?? '',
  ]);
  const { goods, commission, vat, pit, net } = totals;
  const sheet = [heads, ...lines, ['Cộng', '', '', goods, commission, vat, pit, net, ''], [name, month]];
  return { name: `doi-soat-${producer.slice(0, 8)}-${month}.xlsx`, bytes: xlsxOf('Đối soát', sheet) };
};
