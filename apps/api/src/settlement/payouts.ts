import { randomUUID } from 'node:crypto';
import { areaOf, type BodyOf, done, Problem, type settlePayout } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Onboarding } from '../onboarding/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { post } from './ledger.ts';
import { paidOut, reversed } from './ledger.rules.ts';
import * as sql from './payout.sql.ts';
import { Payout, PayoutBatch } from './settlement.entity.ts';

const day = 86_400_000;

/** Gathers what can be paid; a second person lets it go; the bank's word on each sum is written down. */
@Injectable()
export class Payouts {
  constructor(
    private readonly db: DataSource,
    private readonly onboarding: Onboarding,
    private readonly clock: Clock,
  ) {}

  /** One sum for each producer who has an account, of what was earned before the claim window and nothing holds. */
  async make(actor: Actor, id: string): Promise<void> {
    const [province] = areaOf(actor, 'payout.make').provinces;
    if (!province) throw new Problem('platform.not-allowed');
    const [known] = await rows<{ province: string }>(
      this.db,
      'select province from settlement.payout_batch where id = $1',
      [id],
    );
    if (known && known.province !== province) throw notFound();
    if (known) return;
    const now = this.clock.now();
    const [limits] = await rows<{ window: number; least: number }>(this.db, sql.limitsAt, [vietnamDay(now)]);
    const upTo = new Date(now.getTime() - (limits?.window ?? 0) * day);
    const waiting = await rows<{ producer: string }>(this.db, sql.payableProducers, [province, upTo]);
    const accounts = await this.onboarding.payoutAccounts(waiting.map(({ producer }) => producer));
    await inTx(this.db, async (tx) => {
      const sums = await rows<sql.Sum>(tx, sql.payableSums, [province, upTo, [...accounts.keys()], limits?.least ?? 0]);
      if (sums.length === 0) throw new Problem('settlement.nothing-to-pay');
      await tx.insert(PayoutBatch, { id, province, upTo, state: 'made', madeBy: actor.id as string, madeAt: now });
      for (const sum of sums) await this.add(tx, id, sum);
      const amount = sums.reduce((whole, one) => whole + one.amount, 0);
      await record(tx, actor, 'payout.made', id, { province, payouts: sums.length, amount });
    });
  }

  private async add(tx: Tx, batch: string, { producer, name, parcels, amount }: sql.Sum): Promise<void> {
    const id = randomUUID();
    await tx.insert(Payout, { id, batch, producer, producerName: name, amount, state: 'waiting', tries: 0 });
    const stamped = await rows(
      tx,
      'update settlement.sale set payout = $1 where parcel = any($2::uuid[]) and payout is null returning parcel',
      [id, parcels],
    );
    // Two who gather at the same moment: the second finds nothing of it any more.
    if (stamped.length !== parcels.length) throw new Problem('platform.busy', { retryAfter: 1 });
  }

  approve(actor: Actor, id: string): Promise<typeof done> {
    return inTx(this.db, async (tx) => {
      const batch = await batchOf(tx, actor, id);
      if (batch.state === 'approved') return done;
      if (batch.madeBy === actor.id) throw new Problem('settlement.own-payout');
      await tx.update(PayoutBatch, id, { state: 'approved', approvedBy: actor.id, approvedAt: this.clock.now() });
      await record(tx, actor, 'payout.approved', id, { province: batch.province });
      return done;
    });
  }

  /** The same word again changes nothing; a paid sum may come back, a returned one is tried again. */
  settle(
    actor: Actor,
    { id, line }: { id: string; line: string },
    said: BodyOf<typeof settlePayout>,
  ): Promise<typeof done> {
    return inTx(this.db, async (tx) => {
      const batch = await batchOf(tx, actor, id);
      const payout = await tx.findOne(Payout, { where: { id: line, batch: id }, lock: { mode: 'pessimistic_write' } });
      if (!payout) throw notFound();
      if (batch.state !== 'approved') throw new Problem('settlement.not-approved');
      if (said.outcome === payout.state && said.reference === (payout.reference ?? '')) return done;
      if (said.outcome === 'again') return this.again(tx, payout);
      if (said.outcome === 'paid' && said.reference.length < 3) throw new Problem('payments.proof-missing');
      const allowed = said.outcome === 'paid' ? payout.state === 'waiting' : payout.state !== 'returned';
      if (!allowed) throw new Problem('settlement.illegal-step', { from: payout.state, to: said.outcome });
      await this.write(tx, actor, { batch, payout, said });
      return done;
    });
  }

  private async again(tx: Tx, payout: Payout): Promise<typeof done> {
    if (payout.state === 'paid') throw new Problem('settlement.illegal-step', { from: 'paid', to: 'waiting' });
    await tx.update(Payout, payout.id, { state: 'waiting', reference: null, settledAt: null, tries: payout.tries + 1 });
    return done;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { batch, payout, said }: { batch: PayoutBatch; payout: Payout; said: BodyOf<typeof settlePayout> },
  ): Promise<void> {
    const at = this.clock.now();
    const { id, producer, amount, tries } = payout;
    const state = said.outcome === 'paid' ? 'paid' : 'returned';
    const postings = paidOut(producer, amount);
    const entry = { source: `${id}/${tries}`, order: null, parcel: null, province: batch.province, at };
    if (state === 'paid') await post(tx, { ...entry, kind: 'payout', postings });
    else if (payout.state === 'paid')
      await post(tx, { ...entry, kind: 'payout-returned', postings: reversed(postings) });
    await tx.update(Payout, id, { state, reference: said.reference || null, settledAt: at });
    await record(tx, actor, state === 'paid' ? 'payout.paid' : 'payout.returned', id, {
      producer,
      amount,
      reference: said.reference,
      province: batch.province,
    });
  }
}

/** A payout of the actor's province, locked; another is not found. */
const batchOf = async (tx: Tx, actor: Actor, id: string): Promise<PayoutBatch> => {
  const [batch] = await rows<PayoutBatch>(tx, sql.lockedBatch, [id, areaOf(actor, 'payout.make').provinces]);
  if (!batch) throw notFound();
  return batch;
};

export const notFound = (): Problem => new Problem('settlement.not-found');
