import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PaymentMethod } from './ordering.ts';
import { LedgerAccount } from './settlement.ts';
import { Holder } from './transfers.ts';
import { Dong, Id, Instant, Month, Signed } from './values.ts';

/** What becomes of the money of a sale: the payout it went out with, and the bank's number of that. */
const PaidWith = z
  .object({ batch: Id, state: z.enum(['waiting', 'paid', 'returned']), reference: z.string().nullable() })
  .nullable();

export const SettledSale = z.object({
  parcel: Id,
  code: z.string(),
  orderCode: z.string(),
  earnedAt: Instant.nullable(),
  reversedAt: Instant.nullable(),
  method: PaymentMethod,
  holder: Holder,
  goods: Dong,
  shipping: Dong,
  commission: Dong,
  vat: Dong,
  pit: Dong,
  net: Dong,
  held: z.boolean(),
  payout: PaidWith,
});
export type SettledSale = z.infer<typeof SettledSale>;

/** One line of a month: a parcel that was handed over; less than nothing, one that came back, or what a claim took of one. */
export const EarningsLine = z.object({
  parcel: Id,
  code: z.string(),
  orderCode: z.string(),
  what: z.enum(['earned', 'reversed', 'claim']),
  at: Instant,
  holder: Holder,
  goods: Signed,
  shipping: Signed,
  commission: Signed,
  vat: Signed,
  pit: Signed,
  net: Signed,
  held: z.boolean(),
  payout: PaidWith,
});
export type EarningsLine = z.infer<typeof EarningsLine>;

/** `through` is the part of `net` that is paid out; `owed` the fees of sales whose money the seller has already. */
const sums = {
  shipping: Signed,
  commission: Signed,
  vat: Signed,
  pit: Signed,
  through: Signed,
  owed: Signed,
};

export const ProducerStatement = z
  .object({
    producer: Id,
    name: z.string(),
    month: Month,
    /** Nothing is written into the month any more. */
    closed: z.boolean(),
    items: z.array(EarningsLine),
    totals: z.object({ sales: z.int(), goods: Signed, net: Signed, ...sums }),
    /** What the ledger says of the month, which is the same. */
    ledger: z.object(sums),
    /** What was still to be paid out at the beginning of the month; plus `through`, less `paidOut`, is what it was at its end. */
    opening: Signed,
    paidOut: Signed,
    closing: Signed,
    payouts: z.array(z.object({ at: Instant, amount: Signed, reference: z.string().nullable() })),
    /** What the producer has still to get, or owes, today. */
    balance: Signed,
    owed: Signed,
  })
  .meta({ id: 'ProducerStatement' });
export type ProducerStatement = z.infer<typeof ProducerStatement>;

export const SettledSaleExplained = z
  .object({
    ...SettledSale.shape,
    producer: z.object({ id: Id, name: z.string() }),
    placedAt: Instant,
    lines: z.array(
      z.object({
        name: z.string(),
        amount: Dong,
        kind: z.string(),
        /** What was packed, in thousandths of the unit, and the price of one. */
        unit: z.string().optional(),
        quantity: z.int().optional(),
        price: Dong.optional(),
      }),
    ),
    commissionRule: z.object({ id: z.string(), percentBp: z.int(), fixed: Dong, legalRef: z.string() }).nullable(),
    withheld: z.array(
      z.object({
        kind: z.string(),
        amount: Dong,
        rule: z.string(),
        legalRef: z.string(),
        vatBp: z.int(),
        pitBp: z.int(),
        vat: Dong,
        pit: Dong,
      }),
    ),
    entries: z.array(
      z.object({
        id: Id,
        kind: z.string(),
        at: Instant,
        /** When it happened, where its month was closed by then. */
        happenedAt: Instant.nullable(),
        postings: z.array(z.object({ account: LedgerAccount, amount: Signed })),
      }),
    ),
    money: z.array(z.object({ provider: z.string(), reference: z.string(), amount: Dong, at: Instant })),
  })
  .meta({ id: 'SettledSaleExplained' });

const ofMoney = { needs: 'settlement.read' as const, reach: 'area' as const };
const ofMine = { needs: 'statement.read' as const, reach: 'producer' as const };
const ofStatement = z.strictObject({ producer: Id, month: Month });
export const StatementFormat = z.enum(['xlsx', 'pdf']);
const asFile = z.strictObject({ as: StatementFormat.default('xlsx') });

export const getProducerStatement = endpoint({
  ...ofMoney,
  method: 'GET',
  path: '/settlement/producers/:producer/statements/:month',
  summary: 'What one producer earned in a month, parcel by parcel, and what was paid out',
  params: ofStatement,
  result: ProducerStatement,
});

export const downloadProducerStatement = endpoint({
  ...ofMoney,
  method: 'GET',
  path: '/settlement/producers/:producer/statements/:month/file',
  summary: 'The same as a spreadsheet or a PDF',
  params: ofStatement,
  query: asFile,
  raw: true,
});

export const getSettledSale = endpoint({
  ...ofMoney,
  method: 'GET',
  path: '/settlement/sales/:parcel',
  summary:
    'Why a producer got this for a parcel: lines, rules as they were at placement, postings, payout, the bank’s number',
  params: z.strictObject({ parcel: Id }),
  result: SettledSaleExplained,
});

export const listMyStatements = endpoint({
  ...ofMine,
  method: 'GET',
  path: '/producers/:producer/statements',
  summary: 'The months in which my household or cooperative earned something, the latest first',
  params: z.strictObject({ producer: Id }),
  result: z.object({
    items: z.array(z.object({ month: Month, sales: z.int(), goods: Signed, net: Signed, closed: z.boolean() })),
    balance: Signed,
    owed: Signed,
  }),
});

export const getMyStatement = endpoint({
  ...ofMine,
  method: 'GET',
  path: '/producers/:producer/statements/:month',
  summary: 'What my household or cooperative earned in a month, parcel by parcel',
  params: ofStatement,
  result: ProducerStatement,
});

export const downloadMyStatement = endpoint({
  ...ofMine,
  method: 'GET',
  path: '/producers/:producer/statements/:month/file',
  summary: 'The same as a spreadsheet or a PDF',
  params: ofStatement,
  query: asFile,
  raw: true,
});

export const getMySale = endpoint({
  ...ofMine,
  method: 'GET',
  path: '/producers/:producer/sales/:parcel',
  summary: 'Why we got this for a parcel, down to the bank’s number',
  params: z.strictObject({ producer: Id, parcel: Id }),
  result: SettledSaleExplained,
});
