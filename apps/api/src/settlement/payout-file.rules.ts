import { plainAscii } from '@chophien/kernel';

export interface PayLine {
  bank: string;
  number: string;
  holder: string;
  amount: number;
  memo: string;
}

export type Layout = 'vietcombank' | 'bidv';
type Row = readonly (string | number)[];

/**
 * The columns of two banks' files for paying many at once. Banks keep their templates to their customers, so the heads here
 * are those their counters hand out; another column is a change of this table and of nothing else.
 */
export const layouts: Record<Layout, { heads: string[]; row: (line: PayLine, index: number) => Row }> = {
  vietcombank: {
    heads: ['STT', 'Số tài khoản', 'Tên người thụ hưởng', 'Mã ngân hàng', 'Số tiền', 'Nội dung'],
    row: ({ number, holder, bank, amount, memo }, index) => [
      index + 1,
      number,
      plainAscii(holder, 70).toUpperCase(),
      bank,
      amount,
      memo,
    ],
  },
  bidv: {
    heads: [
      'STT',
      'Tên đơn vị thụ hưởng',
      'Số tài khoản thụ hưởng',
      'Ngân hàng thụ hưởng',
      'Số tiền',
      'Loại tiền',
      'Diễn giải',
    ],
    row: ({ number, holder, bank, amount, memo }, index) => [
      index + 1,
      plainAscii(holder, 70).toUpperCase(),
      number,
      bank,
      amount,
      'VND',
      memo,
    ],
  },
};
