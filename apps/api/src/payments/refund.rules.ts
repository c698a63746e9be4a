/**
 * `pending`: to be sent; `sent`: no answer yet; `accepted`: the provider works on it; `unknown`: the answer was lost or says
 * nothing; `settled`: it went back; `refused`: it did not, and a person looks.
 */
export type RefundState = 'pending' | 'sent' | 'accepted' | 'unknown' | 'settled' | 'refused';

/** Sent so often without the provider having it, it is a person's. */
export const mostTries = 5;

/** After VNPay's answer to a refund: 00 is taken on, 94 (already running), 99 and no answer at all must be asked for. */
export const afterAnswer = (answer: string): Extract<RefundState, 'accepted' | 'unknown' | 'refused'> => {
  if (answer === '00') return 'accepted';
  return answer === '94' || answer === '99' || answer === 'lost' ? 'unknown' : 'refused';
};

/** After its state was asked for: 05 is under way, 06 sent to the bank, 00 done; 09 was rejected, others failed. */
export const afterStatus = (status: string): Extract<RefundState, 'accepted' | 'settled' | 'refused'> => {
  if (status === '05' || status === '01') return 'accepted';
  return status === '06' || status === '00' ? 'settled' : 'refused';
};

/**
 * VNPay tells the newest movement of a payment. It is this refund when it is a refund of this amount that is no earlier one's:
 * refunds of one receipt are sent one after the other, so nothing newer of ours can hide it.
 */
export const isOurs = (
  movement: { refund: boolean; amount: number; transactionNo: string },
  refund: { amount: number; providerRef: string | null },
  others: readonly string[],
): boolean => {
  if (!movement.refund) return false;
  if (refund.providerRef) return movement.transactionNo === refund.providerRef;
  return movement.amount === refund.amount && !others.includes(movement.transactionNo);
};
