import { Problem } from '@chophien/contracts';

export type AttemptState = 'open' | 'paid' | 'failed' | 'expired' | 'suspected';

/** VNPay takes from 5,000 đ to under one thousand million đồng in one payment (vnp_Amount: 1 to 12 digits of đồng × 100). */
export const vnpayRange = { minimum: 5_000, maximum: 999_999_999 } as const;

/** A payment that VNPay would refuse is refused here, before the buyer leaves. */
export const payableByVnpay = (amount: number): number => {
  if (amount < vnpayRange.minimum || amount > vnpayRange.maximum) {
    throw new Problem('payments.amount-out-of-range', { amount, ...vnpayRange });
  }
  return amount;
};

/**
 * What VNPay's two codes mean together. Paid needs both to be 00; money that was taken under suspicion (07) or reversed
 * at VNPay after the bank took it (status 04) waits for a person and ships nothing.
 */
export const outcomeOf = (responseCode: string, transactionStatus: string): 'paid' | 'suspected' | 'failed' => {
  if (responseCode === '00' && transactionStatus === '00') return 'paid';
  if (responseCode === '07' || transactionStatus === '07' || transactionStatus === '04') return 'suspected';
  return 'failed';
};

/**
 * Whether what is said of an attempt changes it; else it was said before. Paid stays paid. Money is never dropped: it counts
 * though the attempt had expired or had been told as failed, and suspicion ends when it is said to be paid after all.
 */
export const moves = (state: AttemptState, outcome: 'paid' | 'suspected' | 'failed'): boolean => {
  if (state === 'open' || state === 'expired') return true;
  if (state === 'failed') return outcome !== 'failed';
  return state === 'suspected' && outcome === 'paid';
};

/** The reference VNPay knows an attempt by: letters and digits only, unique for ever and not just within the day. */
export const txnRef = (orderCode: string, number: number): string => `${orderCode}N${number}`;

/** How much of `wanted` can still go back: never more than came in. */
export const refundable = (received: number, refunded: number, wanted: number): number =>
  Math.max(0, Math.min(wanted, received - refunded));
