import {
  areaOf,
  type getMonth,
  type getWithholding,
  type listMonths,
  type MonthState,
  type ResultOf,
} from '@chophien/contracts';
import { monthBounds, vietnamMonth } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Onboarding } from '../onboarding/index.ts';
import { Payments } from '../payments/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import * as sql from './month.sql.ts';
import { notFound } from './payouts.ts';

type View = ResultOf<typeof getMonth>;
type Withheld = ResultOf<typeof getWithholding>;
interface Row {
  state: 'asked' | 'closed';
  askedBy: string;
  askedAt: Date;
  approvedAt: Date | null;
}
export interface Agreement {
  statements: number;
  differing: number;
  vat: number;
  pit: number;
}

interface Asked {
  province: string;
  month: string;
}

/** The province, if the actor keeps its books. @throws Problem settlement.not-found */
export const keptBy = (actor: Actor, province: string): string => {
  if (!areaOf(actor, 'month.close').provinces.includes(province)) throw notFound();
  return province;
};

/** Months of a province's books: what they add up to, what is still open, and what was withheld for the state. */
@Injectable()
export class MonthQueries {
  constructor(
    private readonly db: DataSource,
    private readonly onboarding: Onboarding,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<ResultOf<typeof listMonths>> {
    const found = await rows<{ month: string; entries: number; state: Row['state'] | null; closedAt: Date | null }>(
      this.db,
      sql.months,
      [areaOf(actor, 'month.close').provinces[0] ?? ''],
    );
    const items = found.map(({ state, closedAt, ...one }) => ({
      ...one,
      state: this.stateOf(one.month, state),
      closedAt: closedAt?.toISOString() ?? null,
    }));
    return { items };
  }

  private stateOf(month: string, state: Row['state'] | null | undefined): MonthState {
    return state ?? (month >= vietnamMonth(this.clock.now()) ? 'running' : 'open');
  }

  async one(actor: Actor, { province, month }: Asked): Promise<View> {
    keptBy(actor, province);
    const { from, to } = monthBounds(month);
    const [[row], balances, [agreement], [open], tasks] = await Promise.all([
      rows<Row>(this.db, sql.monthRow, [province, month]),
      rows<View['balances'][number]>(this.db, sql.trialBalance, [province, from, to]),
      rows<Agreement>(this.db, sql.statementsOfMonth, [province, from, to]),
      rows<Omit<View['open'], 'tasks'>>(this.db, sql.openThings, [province, to]),
      this.payments.waiting(actor),
    ]);
    return {
      month,
      state: this.stateOf(month, row?.state),
      askedAt: row?.askedAt.toISOString() ?? null,
      mine: row?.askedBy === actor.id,
      closedAt: row?.approvedAt?.toISOString() ?? null,
      balances,
      sum: balances.reduce((whole, { closing }) => whole + closing, 0),
      ...(agreement as Agreement),
      open: { ...(open as Omit<View['open'], 'tasks'>), tasks: tasks.total },
    };
  }

  /** Whose tax codes are in it is noted. */
  withholding(actor: Actor, asked: Asked): Promise<Withheld> {
    return inTx(this.db, (tx) => this.withheldIn(tx, actor, asked));
  }

  private async withheldIn(tx: Tx, actor: Actor, { province, month }: Asked): Promise<Withheld> {
    const { from, to } = monthBounds(month);
    const asked = [keptBy(actor, province), from, to];
    const found = await rows<Omit<Withheld['rows'][number], 'taxCode'>>(tx, sql.withheld, asked);
    const [ledger] = await rows<Withheld['ledger']>(tx, sql.withheldInLedger, asked);
    const producers = [...new Set(found.map(({ producer }) => producer))];
    const codes = await this.onboarding.taxCodes(tx, producers);
    if (producers.length > 0) await looked(tx, actor, producers, 'month.close');
    const sum = (part: 'revenue' | 'vat' | 'pit') => found.reduce((whole, row) => whole + row[part], 0);
    return {
      month,
      rows: found.map((row) => ({ ...row, taxCode: codes.get(row.producer) ?? null })),
      totals: { revenue: sum('revenue'), vat: sum('vat'), pit: sum('pit') },
      ledger: ledger ?? { vat: 0, pit: 0 },
      nameless: producers.filter((producer) => !codes.has(producer)).length,
    };
  }
}
