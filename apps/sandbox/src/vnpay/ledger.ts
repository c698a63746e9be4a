import { randomBytes } from 'node:crypto';
import { vnpayStamp } from '@chophien/kernel';
import type { PayRequest } from './pay-request.ts';
import { endings, type Outcome } from './outcomes.ts';

/** The bank's word on a payment; written once. */
export interface Result {
  readonly outcome: Outcome;
  readonly response: string;
  readonly status: string;
  /** VNPay's own number, `0` if no bank was reached. */
  readonly transactionNo: string;
  readonly bankTranNo: string | undefined;
  readonly bankCode: string;
  readonly cardType: string;
  /** `yyyyMMddHHmmss`, GMT+7. */
  readonly payDate: string;
}

export interface Refund {
  readonly transactionNo: string;
  /** 02 all of it, 03 a part. */
  readonly type: '02' | '03';
  /** Whole đồng. */
  readonly amount: number;
  readonly at: Date;
  readonly rejected: boolean;
}

export interface Payment extends PayRequest {
  /** Unguessable name of the bank's page. */
  readonly token: string;
  readonly openedAt: Date;
  result: Result | undefined;
  readonly refunds: Refund[];
}

/** Every payment page that was opened, in memory: gone when the process stops. */
export class Ledger {
  readonly #byToken = new Map<string, Payment>();
  readonly #byDay = new Map<string, Payment>();
  readonly #byRef = new Map<string, Payment[]>();
  // Starts at the clock, so that a sandbox started again does not give out numbers a merchant has already seen.
  #lastNo = Date.now() - Date.UTC(2026, 0, 1);

  open(request: PayRequest, now: Date): Payment {
    const token = randomBytes(18).toString('base64url');
    const payment: Payment = { ...request, token, openedAt: now, result: undefined, refunds: [] };
    this.#byToken.set(token, payment);
    this.#byDay.set(dayKey(request.txnRef, request.createDate), payment);
    this.#byRef.set(request.txnRef, [...(this.#byRef.get(request.txnRef) ?? []), payment]);
    return payment;
  }

  byToken(token: string): Payment | undefined {
    return this.#byToken.get(token);
  }

  /** A reference must be unique within its day, the day of `vnp_CreateDate`. */
  sameDay(txnRef: string, createDate: string): Payment | undefined {
    return this.#byDay.get(dayKey(txnRef, createDate));
  }

  /** The merchant names a payment by its reference and the pay request's `vnp_CreateDate`. */
  find(txnRef: string, createDate?: string): Payment | undefined {
    const payments = this.#byRef.get(txnRef) ?? [];
    return createDate === undefined ? payments.at(-1) : payments.find((payment) => payment.createDate === createDate);
  }

  /** Newest first. */
  list(): Payment[] {
    return [...this.#byToken.values()].reverse();
  }

  latestOpen(): Payment | undefined {
    return this.list().find((payment) => payment.result === undefined);
  }

  /** Writes the bank's word; a second one changes nothing. */
  settle(payment: Payment, outcome: Outcome, now: Date): Result {
    const { response, status, reachedBank } = endings[outcome];
    payment.result ??= {
      outcome,
      response,
      status,
      transactionNo: reachedBank ? this.#nextNo() : '0',
      bankTranNo: reachedBank ? `VNP${this.#lastNo}` : undefined,
      bankCode: payment.bankCode || 'NCB',
      cardType: payment.bankCode === 'VNPAYQR' ? 'QRCODE' : 'ATM',
      payDate: vnpayStamp(now),
    };
    return payment.result;
  }

  refund(payment: Payment, refund: Omit<Refund, 'transactionNo'>): Refund {
    const done = { ...refund, transactionNo: this.#nextNo() };
    payment.refunds.push(done);
    return done;
  }

  #nextNo(): string {
    this.#lastNo += 1;
    return String(this.#lastNo);
  }
}

/** 05 in progress, then 06 sent to the bank or 09 rejected. */
export function refundStatus(refund: Refund, now: Date, stepMs: number): '05' | '06' | '09' {
  if (now.getTime() - refund.at.getTime() < stepMs) return '05';
  return refund.rejected ? '09' : '06';
}

/** Whole đồng that went back or is on its way; a rejected refund gives its part free again. */
export const refunded = (payment: Payment, now: Date, stepMs: number): number =>
  payment.refunds
    .filter((refund) => refundStatus(refund, now, stepMs) !== '09')
    .reduce((sum, refund) => sum + refund.amount, 0);

const dayKey = (txnRef: string, createDate: string): string => `${createDate.slice(0, 8)}/${txnRef}`;
