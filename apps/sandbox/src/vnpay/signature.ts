import { createHmac, timingSafeEqual } from 'node:crypto';

export type Fields = Record<string, string>;

/**
 * What is signed of an address: the `vnp_` keys in ascending order, form-encoded (a space is `+`), without the hash.
 * Keys of others (utm_…) do not take part.
 */
export function signedText(fields: Fields): string {
  const keys = Object.keys(fields)
    .filter((key) => key.startsWith('vnp_') && key !== 'vnp_SecureHash' && key !== 'vnp_SecureHashType')
    .sort();
  return new URLSearchParams(keys.map((key): [string, string] => [key, fields[key] as string])).toString();
}

/** HMAC-SHA512, 128 lower-case hexadecimal digits. */
export const hmac = (secret: string, text: string): string =>
  createHmac('sha512', secret).update(text, 'utf8').digest('hex');

/** The fields with their `vnp_SecureHash` last, as VNPay sends them. */
export const signFields = (secret: string, fields: Fields): Fields => ({
  ...fields,
  vnp_SecureHash: hmac(secret, signedText(fields)),
});

export const verifyFields = (secret: string, fields: Fields): boolean =>
  sameHash(hmac(secret, signedText(fields)), fields['vnp_SecureHash']);

/** Compares in constant time; letters of either case, since both are the same number. A missing hash is a wrong one. */
export function sameHash(expected: string, given: unknown): boolean {
  if (typeof given !== 'string' || !/^[0-9a-f]{128}$/i.test(given)) return false;
  return timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(given, 'hex'));
}

/** A JSON number is what some merchants send; the hash is over its digits. Anything else is no value. */
export const wireText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The other form, of querydr and refund: values in a fixed order, joined with `|`; an absent one is empty. */
export const joined = (fields: Record<string, unknown>, keys: readonly string[]): string =>
  keys.map((key) => wireText(fields[key])).join('|');

export const queryRequestKeys = [
  'vnp_RequestId',
  'vnp_Version',
  'vnp_Command',
  'vnp_TmnCode',
  'vnp_TxnRef',
  'vnp_TransactionDate',
  'vnp_CreateDate',
  'vnp_IpAddr',
  'vnp_OrderInfo',
] as const;

export const refundRequestKeys = [
  'vnp_RequestId',
  'vnp_Version',
  'vnp_Command',
  'vnp_TmnCode',
  'vnp_TransactionType',
  'vnp_TxnRef',
  'vnp_Amount',
  'vnp_TransactionNo',
  'vnp_TransactionDate',
  'vnp_CreateBy',
  'vnp_CreateDate',
  'vnp_IpAddr',
  'vnp_OrderInfo',
] as const;

export const refundAnswerKeys = [
  'vnp_ResponseId',
  'vnp_Command',
  'vnp_ResponseCode',
  'vnp_Message',
  'vnp_TmnCode',
  'vnp_TxnRef',
  'vnp_Amount',
  'vnp_BankCode',
  'vnp_PayDate',
  'vnp_TransactionNo',
  'vnp_TransactionType',
  'vnp_TransactionStatus',
  'vnp_OrderInfo',
] as const;

export const queryAnswerKeys = [...refundAnswerKeys, 'vnp_PromotionCode', 'vnp_PromotionAmount'] as const;
