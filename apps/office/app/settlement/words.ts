import type { LedgerAccount } from '@chophien/contracts';

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

export const entryWords: Record<string, string> = {
  'money-came': 'Nhận tiền của người mua',
  'cash-collected': 'Bên giao hàng thu tiền mặt',
  'cash-remitted': 'Bên giao hàng nộp tiền',
  earned: 'Giao xong, chia tiền',
  reversed: 'Hàng trả lại, chia ngược',
  claim: 'Khiếu nại: bớt phần đã chia',
  refund: 'Hoàn tiền người mua',
  payout: 'Chi trả người bán',
  'payout-returned': 'Khoản chi bị trả lại',
};

export const monthStateWords = {
  running: { word: 'Chưa hết tháng', tone: 'plain' },
  open: { word: 'Chưa khoá', tone: 'wait' },
  asked: { word: 'Chờ người thứ hai duyệt', tone: 'wait' },
  closed: { word: 'Đã khoá', tone: 'good' },
} as const;
