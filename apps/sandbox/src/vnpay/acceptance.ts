import { Refused } from '../asked.ts';
import { announcement, type Settled } from './announcement.ts';
import type { Gateway } from './gateway.ts';
import type { Payment } from './ledger.ts';
import { type Fields, signFields } from './signature.ts';

interface CaseResult {
  readonly case: string;
  readonly expected: string;
  /** The RspCode, or why there was none. */
  readonly got: string;
  readonly pass: boolean;
}

export interface Acceptance {
  readonly txnRef: string;
  readonly ipnUrl: string;
  readonly passed: boolean;
  readonly cases: readonly CaseResult[];
}

/**
 * VNPay's acceptance test (SIT) of a merchant's IPN address: five calls in order on one payment that is still open.
 * Afterwards that payment is paid. `amount` in whole đồng, for a payment whose page was opened elsewhere.
 */
export async function runAcceptance(
  gateway: Gateway,
  wish: {
    readonly ipnUrl?: string | undefined;
    readonly txnRef?: string | undefined;
    readonly amount?: number | undefined;
  },
): Promise<Acceptance> {
  const ipnUrl = wish.ipnUrl ?? gateway.settings.ipnUrl;
  const payment = wish.txnRef === undefined ? gateway.ledger.latestOpen() : gateway.ledger.find(wish.txnRef);
  if (!payment) throw new Refused('txnRef', 'no open payment is known; open its pay page first', 409);
  if (payment.result) throw new Refused('txnRef', 'is decided already; the test needs an open payment', 409);

  const { hashSecret } = gateway.settings;
  const paid = announcement(gateway.settings, pretendPaid(gateway, payment, wish.amount));
  const genuine = signFields(hashSecret, paid);
  const steps: readonly (readonly [string, string, Fields])[] = [
    ['Sai chữ ký', '97', { ...genuine, vnp_SecureHash: hashOfAnother(genuine) }],
    ['Không có mã giao dịch', '01', signFields(hashSecret, { ...paid, vnp_TxnRef: `SIT${Date.now()}` })],
    ['Sai số tiền', '04', signFields(hashSecret, { ...paid, vnp_Amount: String(Number(paid['vnp_Amount']) + 10_000) })],
    ['Giao dịch thành công', '00', genuine],
    ['Báo lại lần nữa', '02', genuine],
  ];

  const cases: CaseResult[] = [];
  for (const [name, expected, fields] of steps) {
    const about = { txnRef: payment.txnRef, number: 0, faults: [`sit: ${name}`] };
    const call = await gateway.caller.call(ipnUrl, fields, about);
    const got = call.rspCode ?? call.failure ?? '';
    cases.push({ case: name, expected, got, pass: got === expected });
  }
  return { txnRef: payment.txnRef, ipnUrl, passed: cases.every((one) => one.pass), cases };
}

/** Settles the payment as paid; the calls of the test are the only ones that tell of it. */
function pretendPaid(gateway: Gateway, payment: Payment, amount: number | undefined): Settled {
  const result = gateway.ledger.settle(payment, 'paid', gateway.now());
  return { ...payment, amount: amount ?? payment.amount, result };
}

/** A hash of the right form that is not this message's. */
const hashOfAnother = (fields: Fields): string => [...(fields['vnp_SecureHash'] as string)].reverse().join('');
