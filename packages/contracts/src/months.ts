import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LedgerAccount } from './settlement.ts';
import { Done, Id, Instant, Month, Signed } from './values.ts';

const closing = { needs: 'month.close' as const, reach: 'area' as const };
const ofMonth = z.strictObject({ province: z.string().regex(/^\d{2}$/), month: Month });

/** `running`: not over yet. `asked`: one person wants it closed, another must say yes. */
export const MonthState = z.enum(['running', 'open', 'asked', 'closed']);
export type MonthState = z.infer<typeof MonthState>;

export const listMonths = endpoint({
  ...closing,
  method: 'GET',
  path: '/settlement/months',
  summary: 'The months of my province’s books, the latest first, and which are closed',
  result: z.object({
    items: z.array(z.object({ month: Month, state: MonthState, entries: z.int(), closedAt: Instant.nullable() })),
  }),
});

const Amounts = z.object({ count: z.int(), amount: Signed });

export const getMonth = endpoint({
  ...closing,
  method: 'GET',
  path: '/settlement/months/:province/:month',
  summary: 'A month’s trial balance, whether its statements agree with the ledger, and what is still open',
  params: ofMonth,
  result: z
    .object({
      month: Month,
      state: MonthState,
      askedAt: Instant.nullable(),
      /** Whether it was I who asked; then somebody else closes it. */
      mine: z.boolean(),
      closedAt: Instant.nullable(),
      /** What every account stood at when the month began and when it ended, and what moved in between. */
      balances: z.array(
        z.object({ account: LedgerAccount, opening: Signed, debit: Signed, credit: Signed, closing: Signed }),
      ),
      /** Always 0. */
      sum: Signed,
      statements: z.int(),
      /** Statements that do not say what the ledger says; always none. */
      differing: z.int(),
      /** Things that may stay open, and then belong to the next month. */
      open: z.object({
        /** Handed over in the month or before, its money not yet with the partner. */
        cash: Amounts,
        held: Amounts,
        /** Earned, with the partner, and in no payout that the bank has done. */
        unpaid: Amounts,
        payouts: Amounts,
        /** Sums of money that wait for a person; of today. */
        tasks: z.int(),
      }),
      /** Withheld in the month, by seller and kind. */
      vat: Signed,
      pit: Signed,
    })
    .meta({ id: 'SettlementMonth' }),
});

export const askMonthClose = endpoint({
  ...closing,
  method: 'POST',
  path: '/settlement/months/:province/:month/closing',
  summary: 'Ask that a month that is over be closed; the months before it are closed already',
  params: ofMonth,
  result: Done,
});

export const approveMonthClose = endpoint({
  ...closing,
  method: 'POST',
  path: '/settlement/months/:province/:month/closing/approval',
  summary: 'A second person closes it: its statements are kept, and the ledger takes nothing into it any more',
  params: ofMonth,
  result: Done,
});

export const WithholdingRow = z.object({
  producer: Id,
  name: z.string(),
  taxCode: z.string().nullable(),
  kind: z.string(),
  sales: z.int(),
  /** Less than nothing where more came back than was sold. */
  revenue: Signed,
  vatBp: z.int(),
  vat: Signed,
  pitBp: z.int(),
  pit: Signed,
  legalRef: z.string(),
});

export const getWithholding = endpoint({
  ...closing,
  method: 'GET',
  path: '/settlement/months/:province/:month/withholding',
  summary: 'What was withheld in a month, for each seller and kind of goods: what the platform’s return declares',
  params: ofMonth,
  result: z
    .object({
      month: Month,
      rows: z.array(WithholdingRow),
      totals: z.object({ revenue: Signed, vat: Signed, pit: Signed }),
      /** What the ledger withheld in the month, which is the same. */
      ledger: z.object({ vat: Signed, pit: Signed }),
      /** Sellers whose tax code nobody has entered. */
      nameless: z.int(),
    })
    .meta({ id: 'Withholding' }),
});

export const downloadWithholding = endpoint({
  ...closing,
  method: 'GET',
  path: '/settlement/months/:province/:month/withholding/file',
  summary: 'The same as a spreadsheet or CSV; looking at the tax codes in it is noted',
  params: ofMonth,
  query: z.strictObject({ as: z.enum(['xlsx', 'csv']).default('xlsx') }),
  raw: true,
});
