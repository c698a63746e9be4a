import type { Holder, LedgerAccount } from '@chophien/contracts';

export const accountWords: Record<LedgerAccount, string> = {
  partner: 'Đối tác giữ (cổng thanh toán, hợp tác xã)',
  carrier: 'Bên giao hàng giữ (tiền thu hộ)',
  buyers: 'Tiền của người mua, hàng chưa giao',
  producer: 'Phải trả người bán',
  commission: 'Phí dịch vụ của chợ',
  vat: 'Thuế GTGT đã khấu trừ',
  pit: 'Thuế TNCN đã khấu trừ',
  freight: 'Tiền giao hàng',
  receivable: 'Người bán còn nợ phí',
};

export const holderWords: Record<Holder, string> = {
  partner: 'Đối tác giữ tiền',
  carrier: 'Bên giao hàng thu hộ',
  seller: 'Người bán nhận thẳng',
};

export const entryWords: Record<string, string> = {
  'money-came': 'Nhận tiền của người mua',
  'cash-collected': 'Bên giao hàng thu tiền mặt',
  'cash-remitted': 'Bên giao hàng nộp tiền',
  earned: 'Giao xong, chia tiền',
  reversed: 'Hàng trả lại, chia ngược',
  refund: 'Hoàn tiền người mua',
  payout: 'Chi trả người bán',
  'payout-returned': 'Khoản chi bị trả lại',
};

export const kindWords: Record<string, string> = {
  'own-farm-goods': 'Nông sản tự sản xuất, chưa chế biến',
  goods: 'Hàng hóa',
  services: 'Dịch vụ',
  transport: 'Vận tải',
  unknown: 'Chưa rõ loại, tính mức cao nhất',
};

export const payoutWords = {
  waiting: { word: 'Chờ ngân hàng', tone: 'wait' },
  paid: { word: 'Đã chi', tone: 'good' },
  returned: { word: 'Bị trả lại', tone: 'bad' },
} as const;

/** `150` → `1,5 %`. */
export const percentWords = (bp: number): string => `${String(bp / 100).replace('.', ',')} %`;
