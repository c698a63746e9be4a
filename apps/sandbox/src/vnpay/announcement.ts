import type { Drawn } from './faults.ts';
import type { Payment, Result } from './ledger.ts';
import { type Fields, signFields } from './signature.ts';

/** A payment with the bank's word on it. */
export type Settled = Payment & { result: Result };

export interface Merchant {
  readonly tmnCode: string;
  readonly hashSecret: string;
}

/** What VNPay says of a payment, to the merchant's server and through the buyer's browser alike; not signed yet. */
export function announcement(merchant: Merchant, payment: Settled): Fields {
  const { result } = payment;
  return {
    vnp_Amount: String(payment.amount * 100),
    vnp_BankCode: result.bankCode,
    ...(result.bankTranNo === undefined ? {} : { vnp_BankTranNo: result.bankTranNo }),
    vnp_CardType: result.cardType,
    vnp_OrderInfo: payment.orderInfo,
    vnp_PayDate: result.payDate,
    vnp_ResponseCode: result.response,
    vnp_TmnCode: merchant.tmnCode,
    vnp_TransactionNo: result.transactionNo,
    vnp_TransactionStatus: result.status,
    vnp_TxnRef: payment.txnRef,
  };
}

/** The fields of one IPN call, signed, with whatever was ordered to be wrong with it. */
export function ipnFields(merchant: Merchant, payment: Settled, kinds: Drawn['kinds']): Fields {
  const told = announcement(merchant, payment);
  if (kinds.has('wrong-amount')) told['vnp_Amount'] = String((payment.amount + 1_000) * 100);
  if (kinds.has('failed-first')) {
    Object.assign(told, { vnp_ResponseCode: '99', vnp_TransactionStatus: '02', vnp_TransactionNo: '0' });
  }
  if (kinds.has('unknown-ref')) told['vnp_TxnRef'] = `KHONGCO${payment.txnRef}`.slice(0, 100);

  const signed = signFields(merchant.hashSecret, told);
  if (kinds.has('tampered-ipn')) signed['vnp_Amount'] = String(Number(signed['vnp_Amount']) + 100);
  if (kinds.has('upper-case-hash')) signed['vnp_SecureHash'] = (signed['vnp_SecureHash'] as string).toUpperCase();
  return signed;
}

/** Where the buyer's browser is sent, with the signed word in the address, and whatever was ordered to be wrong. */
export function returnAddress(merchant: Merchant, payment: Settled, kinds: Drawn['kinds']): string {
  const signed = signFields(merchant.hashSecret, announcement(merchant, payment));
  if (kinds.has('return-tampered')) signed['vnp_Amount'] = String(Number(signed['vnp_Amount']) + 100);
  const address = new URL(payment.returnUrl);
  for (const [key, value] of Object.entries(signed)) address.searchParams.append(key, value);
  if (kinds.has('return-utm')) address.searchParams.append('utm_source', 'vnpay');
  return address.href;
}
