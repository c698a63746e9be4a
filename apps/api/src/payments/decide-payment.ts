import { randomUUID } from 'node:crypto';
import { type BodyOf, type decidePayment, done, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { DecideCash } from './decide-cash.ts';
import { DecideTransfer } from './decide-transfer.ts';
import { Attempt, PaymentTask, Receipt } from './payment.entity.ts';
import { clearReceipt } from './take-receipt.ts';
import { taskOfArea } from './task.queries.ts';
import { checkDecision } from './task.rules.ts';

type Decided = BodyOf<typeof decidePayment>;

/** A person decides what to do about money, once, and says what shows it. The same decision again changes nothing. */
@Injectable()
export class DecidePayment {
  constructor(
    private readonly db: DataSource,
    private readonly ordering: Ordering,
    private readonly transfers: DecideTransfer,
    private readonly cash: DecideCash,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, decided: Decided): Promise<ResultOf<typeof decidePayment>> {
    return inTx(this.db, async (tx) => {
      const task = await taskOfArea(tx, actor, id, 'for update');
      if (task.decision === decided.decision) return done;
      if (task.closedAt) throw new Problem('payments.already-decided', { decision: task.decision });
      checkDecision(task.kind, decided);
      const { decision, reference, note } = decided;
      await tx.update(PaymentTask, id, {
        closedAt: this.clock.now(),
        closedBy: actor.id,
        decision,
        reference: reference || null,
        note,
      });
      const { kind, amount } = task;
      const province = task.provinces[0] ?? null;
      await record(tx, actor, 'payment.decided', task.orderId ?? id, { task: id, kind, decision, amount, province });
      await this.effect(tx, actor, { task, decision, reference });
      return done;
    });
  }

  private async effect(
    tx: Tx,
    actor: Actor,
    { task, decision, reference }: { task: PaymentTask; decision: Decided['decision']; reference: string },
  ): Promise<void> {
    const now = this.clock.now();
    if (task.kind === 'transfer-unmatched') return this.transfers.unmatched(tx, actor, { task, decision, reference });
    if (task.kind === 'transfer-claimed') return this.transfers.claimed(tx, actor, { task, decision, reference });
    if (task.kind === 'cash-back') {
      const { orderId, subject, amount } = task;
      return record(tx, actor, 'refund.settled', orderId ?? subject, { refund: subject, amount });
    }
    if (isCash(task.kind)) return this.cash.run(tx, actor, { task, decision, reference });
    if (decision === 'by-hand') return givenBack(tx, actor, { refund: task.subject, reference, now });
    if (decision === 'again') return resume(tx, actor, task.subject);
    const receipt = await tx.findOneByOrFail(Receipt, { id: task.subject });
    if (decision === 'accept') return clearReceipt(tx, actor, { receipt, ordering: this.ordering, now });
    await tx.update(Receipt, receipt.id, { voidedAt: now });
    await tx.update(Attempt, receipt.attemptId, { state: 'failed', decidedAt: now });
    return record(tx, actor, 'payment.failed', receipt.orderId, { attempt: receipt.attemptId, responseCode: '04' });
  }
}

const isCash = (kind: PaymentTask['kind']): boolean =>
  kind === 'cash-short' || kind === 'cash-missing' || kind === 'remittance-differs';

/** It went back another way than through the provider; what shows it is kept. */
const givenBack = async (
  tx: Tx,
  actor: Actor,
  { refund, reference, now }: { refund: string; reference: string; now: Date },
): Promise<void> => {
  const [ended] = await rows<{ orderId: string; amount: number }>(
    tx,
    `update payments.refund set state = 'settled', way = 'by-hand', provider_ref = $2, settled_at = $3
     where id = $1 and state = 'refused' returning order_id as "orderId", amount`,
    [refund, reference, now],
  );
  if (ended) await record(tx, actor, 'refund.settled', ended.orderId, { refund, amount: ended.amount });
};

const resume = async (tx: Tx, actor: Actor, refund: string): Promise<void> => {
  const [resumed] = await rows<{ orderId: string; amount: number }>(
    tx,
    `update payments.refund set state = 'pending', request_id = $2, tries = 0, answer = null, provider_ref = null
     where id = $1 and state = 'refused' returning order_id as "orderId", amount`,
    [refund, randomUUID().replaceAll('-', '')],
  );
  if (resumed) await record(tx, actor, 'refund.resumed', resumed.orderId, { refund, amount: resumed.amount });
};
