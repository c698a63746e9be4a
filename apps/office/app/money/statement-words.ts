import type { StatementLine, StatementProvider } from '@chophien/contracts';
import type { z } from 'zod';

export const providerWords: Record<StatementProvider, string> = {
  vnpay: 'VNPay',
  sepay: 'SePay',
  payos: 'payOS',
  carrier: 'Bên giao hàng (tiền thu hộ)',
};

export const outcomeWords: Record<z.infer<typeof StatementLine>['outcome'], string> = {
  'amount-differs': 'Số tiền khác nhau',
  unknown: 'Họ có, ta không có',
  twice: 'Họ ghi hai lần',
  missing: 'Ta có, họ không có',
};

export const lineWords: Record<z.infer<typeof StatementLine>['kind'], string> = {
  payment: 'Người mua trả',
  refund: 'Hoàn tiền',
  cash: 'Tiền thu hộ',
};
