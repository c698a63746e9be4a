import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Dong, Id, Instant, PageNumber } from './values.ts';

/** Who holds money for us and tells of it in a file. */
export const StatementProvider = z.enum(['vnpay', 'sepay', 'payos', 'carrier']);
export type StatementProvider = z.infer<typeof StatementProvider>;

export const StatementLine = z.object({
  position: z.int(),
  reference: z.string(),
  kind: z.enum(['payment', 'refund', 'cash']),
  theirs: Dong.nullable(),
  ours: Dong.nullable(),
  orderCode: z.string().nullable(),
  outcome: z.enum(['amount-differs', 'unknown', 'twice', 'missing']),
});

const summary = {
  id: Id,
  provider: StatementProvider,
  day: Day,
  fileName: z.string(),
  at: Instant,
  lines: z.int(),
  differences: z.int(),
  /** The sum of their lines. */
  theirs: Dong,
};
export const StatementSummary = z.object(summary).meta({ id: 'StatementSummary' });
export const StatementView = z.object({ ...summary, differing: z.array(StatementLine) }).meta({ id: 'Statement' });
export type StatementView = z.infer<typeof StatementView>;

const ofMoney = { needs: 'payment.handle' as const, reach: 'area' as const };

export const putStatement = endpoint({
  ...ofMoney,
  method: 'PUT',
  path: '/payments/statements/:id',
  summary:
    'Hand in a provider’s or carrier’s statement of a day (XLSX or CSV); the same file again is the same statement',
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ provider: StatementProvider, day: Day, file: z.string().max(200) }),
  raw: true,
  limit: { points: 240, seconds: 3600, by: 'address' },
});

export const listStatements = endpoint({
  ...ofMoney,
  method: 'GET',
  path: '/payments/statements',
  summary: 'Statements of my area, the latest day first, with how many lines differ from our books',
  query: z.strictObject({ page: PageNumber }),
  result: z.object({ items: z.array(StatementSummary), page: z.int(), more: z.boolean() }),
});

export const getStatement = endpoint({
  ...ofMoney,
  method: 'GET',
  path: '/payments/statements/:id',
  summary: 'One statement and where it differs from our books',
  params: z.strictObject({ id: Id }),
  result: StatementView,
});
