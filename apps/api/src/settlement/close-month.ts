import { done, Problem } from '@chophien/contracts';
import { monthBounds } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type Agreement, keptBy } from './month.queries.ts';
import * as sql from './month.sql.ts';
import type { Account } from './ledger.rules.ts';
import { MonthRow } from './settlement.entity.ts';

/**
 * Closes a month that is over, by two people and in turn. From then on the ledger takes nothing into it: what comes to be
 * known later counts in the first month that is open.
 */
@Injectable()
export class CloseMonth {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Asked again it is the same asking. @throws Problem settlement.month-not-over, .month-before-open, .out-of-balance */
  ask(actor: Actor, { province, month }: { province: string; month: string }): Promise<typeof done> {
    return inTx(this.db, async (tx) => {
      keptBy(actor, province);
      const known = await locked(tx, province, month);
      if (known?.state === 'closed') throw new Problem('settlement.month-closed', { month });
      if (known) return done;
      const now = this.clock.now();
      const { to } = monthBounds(month);
      if (to > now) throw new Problem('settlement.month-not-over', { month });
      const { balances } = await this.checked(tx, province, month);
      const asking = { province, month, ends: to, state: 'asked' as const, askedBy: actor.id as string, askedAt: now };
      // Two who ask at the same moment asked once.
      await tx
        .createQueryBuilder()
        .insert()
        .into(MonthRow)
        .values({ ...asking, balances })
        .orIgnore()
        .execute();
      await record(tx, actor, 'month.asked', `${province}/${month}`, { province, month });
      return done;
    });
  }

  /** @throws Problem settlement.not-asked, .own-closing, .out-of-balance */
  approve(actor: Actor, { province, month }: { province: string; month: string }): Promise<typeof done> {
    return inTx(this.db, async (tx) => {
      keptBy(actor, province);
      const asked = await locked(tx, province, month);
      if (!asked) throw new Problem('settlement.not-asked', { month });
      if (asked.state === 'closed') return done;
      if (asked.askedBy === actor.id) throw new Problem('settlement.own-closing');
      await tx.query(`select pg_advisory_xact_lock(hashtext('settlement.month'), hashtext($1))`, [province]);
      const { balances, statements } = await this.checked(tx, province, month);
      const { from, to } = monthBounds(month);
      await rows(tx, sql.keepStatements, [province, from, to, month]);
      const closed = { state: 'closed' as const, approvedBy: actor.id, approvedAt: this.clock.now(), balances };
      await tx.update(MonthRow, { province, month }, closed);
      await record(tx, actor, 'month.closed', `${province}/${month}`, { province, month, statements });
      return done;
    });
  }

  /** What the books say at the month's end. */
  private async checked(
    tx: Tx,
    province: string,
    month: string,
  ): Promise<{ balances: { account: Account; amount: number }[]; statements: number }> {
    const { from, to } = monthBounds(month);
    const [before] = await rows<{ month: string | null }>(tx, sql.openBefore, [province, from]);
    if (before?.month) throw new Problem('settlement.month-before-open', { month: before.month });
    const found = await rows<{ account: Account; closing: number }>(tx, sql.trialBalance, [province, from, to]);
    const [agreement] = await rows<Agreement>(tx, sql.statementsOfMonth, [province, from, to]);
    const sum = found.reduce((whole, { closing }) => whole + closing, 0);
    const differing = agreement?.differing ?? 0;
    if (sum !== 0 || differing > 0) throw new Problem('settlement.out-of-balance', { month, sum, differing });
    const balances = found.map(({ account, closing }) => ({ account, amount: closing }));
    return { balances, statements: agreement?.statements ?? 0 };
  }
}

const locked = (tx: Tx, province: string, month: string): Promise<MonthRow | null> =>
  tx.findOne(MonthRow, { where: { province, month }, lock: { mode: 'pessimistic_write' } });
