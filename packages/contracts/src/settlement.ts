import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Dong, Done, Id, Instant, line, Month, PageNumber, Signed } from './values.ts';

export const LedgerAccount = z.enum([
  'partner',
  'carrier',
  'buyers',
  'producer',
  'commission',
  'vat',
  'pit',
  'freight',
  'receivable',
]);
export type LedgerAccount = z.infer<typeof LedgerAccount>;

const ofMoney = { needs: 'settlement.read' as const, reach: 'area' as const };
/** Less than nothing where more came back in the month than was handed over. */
const totals = { sales: z.int(), goods: Signed, commission: Signed, vat: Signed, pit: Signed, net: Signed };

export const getSettlement = endpoint({
  ...ofMoney,
  method: 'GET',
  path: '/settlement',
  summary: 'The books of my province: balances, which sum to zero, and what each producer earned in a month',
  query: z.strictObject({ month: Month, page: PageNumber }),
  result: z
    .object({
      month: Month,
      balances: z.array(z.object({ account: LedgerAccount, amount: Signed })),
      /** Always 0. */
      sum: Signed,
      producers: z.array(z.object({ producer: Id, name: z.string(), ...totals })),
      page: z.int(),
      more: z.boolean(),
      /** Earned, past the claim window and held by nobody: what a payout made now would pay. */
      payable: z.object({ producers: z.int(), amount: Dong }),
    })
    .meta({ id: 'Settlement' }),
});

export const PayoutBatch = z.object({
  id: Id,
  state: z.enum(['made', 'approved', 'dropped']),
  madeAt: Instant,
  mine: z.boolean(),
  approvedAt: Instant.nullable(),
  payouts: z.int(),
  amount: Dong,
  open: z.int(),
});
export const PayoutLine = z.object({
  id: Id,
  producer: z.object({ id: Id, name: z.string() }),
  amount: Dong,
  state: z.enum(['waiting', 'paid', 'returned']),
  reference: z.string().nullable(),
  settledAt: Instant.nullable(),
  sales: z.int(),
});
const PayoutBatchView = PayoutBatch.extend({ lines: z.array(PayoutLine) }).meta({ id: 'PayoutBatch' });

const paying = { needs: 'payout.make' as const, reach: 'area' as const };
const ofBatch = z.strictObject({ id: Id });

export const listPayouts = endpoint({
  ...paying,
  method: 'GET',
  path: '/settlement/payouts',
  summary: 'Payouts of my province, the latest first',
  query: z.strictObject({ page: PageNumber }),
  result: z.object({ items: z.array(PayoutBatch), page: z.int(), more: z.boolean() }),
});
export const makePayouts = endpoint({
  ...paying,
  method: 'POST',
  path: '/settlement/payouts',
  summary: 'Gather what can be paid now, one sum for each producer; the same id again is the same payout',
  body: z.strictObject({ id: Id }),
  result: PayoutBatchView,
});
export const getPayout = endpoint({
  ...paying,
  method: 'GET',
  path: '/settlement/payouts/:id',
  summary: 'One payout with its sums',
  params: ofBatch,
  result: PayoutBatchView,
});
export const approvePayouts = endpoint({
  ...paying,
  method: 'POST',
  path: '/settlement/payouts/:id/approval',
  summary: 'A second person lets it go; nobody approves what she made',
  params: ofBatch,
  result: Done,
});
export const PayoutLayout = z.enum(['vietcombank', 'bidv']);
export const downloadPayoutFile = endpoint({
  ...paying,
  method: 'GET',
  path: '/settlement/payouts/:id/file',
  summary: 'The file that instructs the partner’s bank to pay; looking at the accounts in it is noted',
  params: ofBatch,
  query: z.strictObject({ layout: PayoutLayout }),
  raw: true,
});
export const settlePayout = endpoint({
  ...paying,
  method: 'POST',
  path: '/settlement/payouts/:id/lines/:line',
  summary: 'What the bank says of one sum: paid, with its number; returned; or to be tried again',
  params: z.strictObject({ id: Id, line: Id }),
  body: z.strictObject({ outcome: z.enum(['paid', 'returned', 'again']), reference: line(60, 0).default('') }),
  result: Done,
});
