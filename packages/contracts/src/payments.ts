import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Dong, Done, Id, Instant, Key, line, PageNumber, Phone, prose, ShortCode } from './values.ts';

export const AttemptState = z.enum(['open', 'paid', 'failed', 'expired', 'suspected']);

export const startPayment = endpoint({
  method: 'POST',
  path: '/orders/:code/payments',
  summary: 'Begin to pay at VNPay: the answer is where to send the buyer',
  needs: 'public',
  limit: { points: 120, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode }),
  body: z.strictObject({ id: Id, key: Key }).meta({ id: 'StartPayment' }),
  result: z.object({ attempt: Id, payUrl: z.url(), expiresAt: Instant }).meta({ id: 'PaymentStarted' }),
});

/** The buyer's browser comes back with VNPay's fields. It may only show a page: money moves on the IPN alone. */
export const readReturn = endpoint({
  method: 'GET',
  path: '/payments/vnpay/return',
  summary: 'What to show a buyer who comes back from VNPay',
  needs: 'public',
  query: z.record(z.string().max(60), z.string().max(400)),
  result: z
    .object({
      genuine: z.boolean(),
      outcome: z.enum(['paid', 'failed', 'waiting', 'suspected', 'unknown']),
      orderCode: z.string().nullable(),
      orderKey: Key.nullable(),
      amount: Dong.nullable(),
      /** VNPay's response code, for the sentence about why. */
      responseCode: z.string().nullable(),
    })
    .meta({ id: 'PaymentReturn' }),
});

/** VNPay's own wire format; answers `{RspCode, Message}` with HTTP 200 whatever happens. */
export const vnpayIpn = endpoint({
  method: 'GET',
  path: '/payments/vnpay/ipn',
  summary: 'Instant payment notification of VNPay',
  needs: 'public',
  raw: true,
});

// What a person must decide, in the office.

/**
 * Why a person must look: money was taken under suspicion; a refund was refused, or nobody but a person can make it; a
 * transfer does not say what it pays; a buyer says that she has transferred and nobody saw it.
 */
export const PaymentTaskKind = z.enum([
  'suspected',
  'refund-refused',
  'refund-due',
  'transfer-unmatched',
  'transfer-claimed',
  'cash-short',
  'cash-missing',
  'remittance-differs',
  'cash-back',
]);
export type PaymentTaskKind = z.infer<typeof PaymentTaskKind>;

/** `accept`: it is ours; `void`: it is not; `again`: send it once more; `by-hand`: it went back another way; `match`: it pays this order. */
export const PaymentDecision = z.enum(['accept', 'void', 'again', 'by-hand', 'match']);
export type PaymentDecision = z.infer<typeof PaymentDecision>;

const paymentTask = {
  id: Id,
  kind: PaymentTaskKind,
  orderCode: z.string().nullable(),
  amount: Dong,
  /** What the other company said, in its own code. */
  said: z.string().nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  decision: PaymentDecision.nullable(),
};
export const PaymentTask = z.object(paymentTask).meta({ id: 'PaymentTask' });
export type PaymentTask = z.infer<typeof PaymentTask>;

export const listPaymentTasks = endpoint({
  method: 'GET',
  path: '/payments/tasks',
  summary: 'Payments that need a person, of my area: the longest waiting first, or the latest decided',
  needs: 'payment.handle',
  reach: 'area',
  query: z.strictObject({ state: z.enum(['open', 'closed']).default('open'), page: PageNumber }),
  result: z.object({
    items: z.array(PaymentTask),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    counts: z.object({ open: z.int(), closed: z.int() }),
  }),
});

export const MoneyMove = z.object({
  id: Id,
  what: z.enum(['attempt', 'receipt', 'refund']),
  at: Instant,
  provider: z.string(),
  amount: Dong,
  state: z.string(),
  /** The provider's number. */
  reference: z.string().nullable(),
  /** The provider's last code. */
  said: z.string().nullable(),
});

export const PaymentTaskDetail = z
  .object({
    ...paymentTask,
    decisions: z.array(PaymentDecision),
    reference: z.string().nullable(),
    note: z.string().nullable(),
    buyerPhone: Phone.nullable(),
    /** All that is known of the order's money, oldest first. */
    moves: z.array(MoneyMove),
  })
  .meta({ id: 'PaymentTaskDetail' });

export const getPaymentTask = endpoint({
  method: 'GET',
  path: '/payments/tasks/:id',
  summary: 'One of them, with all that moved for its order; looking at the buyer’s number is noted',
  needs: 'payment.handle',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: PaymentTaskDetail,
});

export const decidePayment = endpoint({
  method: 'POST',
  path: '/payments/tasks/:id/decision',
  summary: 'Decide it, with what shows it; the same decision again changes nothing',
  needs: 'payment.handle',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({ decision: PaymentDecision, reference: line(60, 0).default(''), note: prose(500).default('') })
    .meta({ id: 'DecidePayment' }),
  result: Done,
});

export const askPaymentProvider = endpoint({
  method: 'POST',
  path: '/payments/tasks/:id/question',
  summary: 'Ask the other company once more how it stands; what is settled by its answer is closed',
  needs: 'payment.handle',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: z.object({ said: z.string().nullable(), closed: z.boolean() }),
});
