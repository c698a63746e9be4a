/** How a payment can end at the bank, in VNPay's own codes (`vnp_ResponseCode`, `vnp_TransactionStatus`). */
export interface Ending {
  readonly response: string;
  readonly status: string;
  /** Did the payment reach a bank? Else it has no transaction number: VNPay writes 0. */
  readonly reachedBank: boolean;
  /** What the button on the bank's page says. */
  readonly label: string;
}

const ending = (response: string, status: string, label: string, reachedBank = true): Ending => ({
  response,
  status,
  label,
  reachedBank,
});

/** Codes: VNPay's PAY page; 04 and 07 are the two in which money was taken all the same. */
export const endings = {
  paid: ending('00', '00', 'Trả tiền thành công'),
  cancelled: ending('24', '02', 'Hủy giao dịch', false),
  'not-enough-money': ending('51', '02', 'Tài khoản không đủ số dư'),
  'card-locked': ending('12', '02', 'Thẻ bị khóa'),
  'wrong-otp': ending('13', '02', 'Nhập sai mã OTP'),
  'wrong-card': ending('10', '02', 'Nhập sai thông tin thẻ quá 3 lần'),
  expired: ending('11', '02', 'Hết hạn chờ thanh toán', false),
  suspected: ending('07', '07', 'Đã trừ tiền, giao dịch bị nghi ngờ'),
  reversed: ending('00', '04', 'Ngân hàng đã trừ tiền, VNPay báo lỗi (giao dịch đảo)'),
  'bank-down': ending('75', '02', 'Ngân hàng đang bảo trì'),
  'not-enrolled': ending('09', '02', 'Thẻ chưa đăng ký Internet Banking'),
  'over-limit': ending('65', '02', 'Vượt hạn mức trong ngày'),
  'wrong-password': ending('79', '02', 'Sai mật khẩu thanh toán quá số lần'),
  'other-error': ending('99', '02', 'Lỗi khác'),
} as const satisfies Record<string, Ending>;

export type Outcome = keyof typeof endings;
export const outcomes = Object.keys(endings) as Outcome[];

/** In what order the merchant learns of it: by the IPN, by the buyer's browser, by both or by neither. */
export const sequences = {
  'ipn-first': 'Báo cho chợ trước, rồi đưa người mua về',
  'return-first': 'Đưa người mua về trước, báo cho chợ sau',
  'return-only': 'Chỉ đưa người mua về, không báo cho chợ',
  'ipn-only': 'Người mua đóng trang, vẫn báo cho chợ',
  nothing: 'Người mua đóng trang, không báo cho chợ',
} as const;

export type Sequence = keyof typeof sequences;
export const sequenceNames = Object.keys(sequences) as Sequence[];
export const returns = (sequence: Sequence): boolean => sequence !== 'ipn-only' && sequence !== 'nothing';
export const announces = (sequence: Sequence): boolean => sequence !== 'return-only' && sequence !== 'nothing';
