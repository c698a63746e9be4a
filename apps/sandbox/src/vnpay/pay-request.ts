import { formatDong, fromVnpayStamp } from '@chophien/kernel';
import { type Fields, verifyFields } from './signature.ts';

/** What a merchant asks for with a pay address, checked. */
export interface PayRequest {
  readonly txnRef: string;
  /** Whole đồng; the wire has them times 100. */
  readonly amount: number;
  /** The merchant's 14 digits, kept as sent: querydr and refund name the payment by them. */
  readonly createDate: string;
  readonly expiresAt: Date;
  readonly orderInfo: string;
  readonly returnUrl: string;
  readonly bankCode: string;
  readonly secureHash: string;
}

/** Why the bank's page is not shown: a code and a sentence for the person in front of it. */
export interface PayRefusal {
  readonly code: string;
  readonly field?: string;
  readonly message: string;
}

export const minimumAmount = 5_000;

/**
 * The codes of VNPay's own error page are not published; 70, 72, 03, 15 and 01 are those merchants report.
 * Nobody should read them by machine: on such a page the buyer is stuck and the merchant hears nothing.
 */
const refusals = {
  merchant: { code: '72', message: 'Không tìm thấy website bán hàng (vnp_TmnCode).' },
  signature: { code: '70', message: 'Sai chữ ký.' },
  expired: { code: '15', message: 'Giao dịch đã quá thời gian chờ thanh toán.' },
  repeated: { code: '01', message: 'Giao dịch đã tồn tại: mã tham chiếu này đã dùng trong ngày.' },
} as const satisfies Record<string, PayRefusal>;

export const repeatedReference: PayRefusal = refusals.repeated;

const malformed = (field: string, message: string): PayRefusal => ({ code: '03', field, message });

/** Each field's form, from VNPay's PAY page. OrderInfo is held to the letters that every encoder writes alike. */
const forms: readonly (readonly [field: string, form: RegExp, message: string])[] = [
  ['vnp_Version', /^2\.1\.0$/, 'phải là 2.1.0'],
  ['vnp_Command', /^pay$/, 'phải là pay'],
  ['vnp_Amount', /^\d{1,12}$/, 'phải là số nguyên, tối đa 12 chữ số'],
  ['vnp_CurrCode', /^VND$/, 'phải là VND'],
  ['vnp_IpAddr', /^[0-9A-Fa-f.:]{7,45}$/, 'phải là địa chỉ IP của người mua'],
  ['vnp_Locale', /^(vn|en)$/, 'phải là vn hoặc en'],
  ['vnp_OrderInfo', /^[A-Za-z0-9 .:,-]{1,255}$/, 'chỉ gồm chữ không dấu, số, dấu cách và . : , - (tối đa 255)'],
  ['vnp_OrderType', /^[A-Za-z0-9_-]{1,100}$/, 'phải là mã loại hàng'],
  ['vnp_ReturnUrl', /^https?:\/\/[\x21-\x7e]{3,248}$/, 'phải là địa chỉ trang web, dài 10 đến 255'],
  ['vnp_TxnRef', /^[A-Za-z0-9-]{1,100}$/, 'chỉ gồm chữ không dấu và số, tối đa 100'],
  ['vnp_CreateDate', /^20\d{12}$/, 'phải có dạng yyyyMMddHHmmss'],
  ['vnp_ExpireDate', /^20\d{12}$/, 'phải có dạng yyyyMMddHHmmss'],
];

/** Checks a pay address as the gateway does: whose it is, the signature, then every field, then the time. */
export function readPayRequest(
  query: URLSearchParams,
  merchant: { readonly tmnCode: string; readonly hashSecret: string },
  now: Date,
): PayRequest | PayRefusal {
  const fields: Fields = Object.fromEntries(query);
  if (fields['vnp_TmnCode'] !== merchant.tmnCode) return refusals.merchant;
  const repeated = [...query.keys()].find((key) => key.startsWith('vnp_') && query.getAll(key).length > 1);
  if (repeated) return malformed(repeated, `${repeated} xuất hiện hai lần.`);
  if (!verifyFields(merchant.hashSecret, fields)) return refusals.signature;

  for (const [field, form, message] of forms) {
    const value = fields[field];
    if (!value) return malformed(field, `Thiếu ${field}.`);
    if (!form.test(value)) return malformed(field, `${field} ${message}.`);
  }
  const field = (name: string): string => fields[name] as string;
  if (!URL.canParse(field('vnp_ReturnUrl'))) return malformed('vnp_ReturnUrl', 'vnp_ReturnUrl không phải là địa chỉ.');

  const hundredths = Number(field('vnp_Amount'));
  if (hundredths % 100 !== 0) return malformed('vnp_Amount', 'vnp_Amount phải là số đồng nhân 100.');
  const amount = hundredths / 100;
  if (amount < minimumAmount) return malformed('vnp_Amount', `Số tiền tối thiểu là ${formatDong(minimumAmount)}.`);

  const created = fromVnpayStamp(field('vnp_CreateDate'));
  const expiresAt = fromVnpayStamp(field('vnp_ExpireDate'));
  if (!created) return malformed('vnp_CreateDate', 'vnp_CreateDate không phải là một thời điểm có thật.');
  if (!expiresAt) return malformed('vnp_ExpireDate', 'vnp_ExpireDate không phải là một thời điểm có thật.');
  if (expiresAt <= created) return malformed('vnp_ExpireDate', 'vnp_ExpireDate phải sau vnp_CreateDate.');
  if (expiresAt <= now) return refusals.expired;

  return {
    txnRef: field('vnp_TxnRef'),
    amount,
    createDate: field('vnp_CreateDate'),
    expiresAt,
    orderInfo: field('vnp_OrderInfo'),
    returnUrl: field('vnp_ReturnUrl'),
    bankCode: fields['vnp_BankCode'] ?? '',
    secureHash: field('vnp_SecureHash'),
  };
}

export const isRefusal = (answer: object): answer is PayRefusal => 'code' in answer && 'message' in answer;
