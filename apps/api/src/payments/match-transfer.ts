import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { openRefund } from './open-refund.ts';
import { Attempt, Receipt } from './payment.entity.ts';
import { closeTask } from './tasks.ts';
import { settledOf } from './transfer.sql.ts';

export interface Came {
  /** Who saw it; `by-hand` when a person did. */
  provider: 'sepay' | 'payos' | 'by-hand';
  reference: string;
  amount: number;
}

/**
 * Counts money that came for an attempt: too little waits for the rest, too much goes back in part, and what nobody waits for
 * goes back whole. When the last transfer of the order is complete, the order is paid.
 */
@Injectable()
export class MatchTransfer {
  constructor(
    private readonly ordering: Ordering,
    private readonly clock: Clock,
  ) {}

  /** With the attempt locked. Answers the receipt. */
  async run(tx: Tx, actor: Actor, { attempt: id, came }: { attempt: string; came: Came }): Promise<string> {
    const attempt = await tx.findOneByOrFail(Attempt, { id });
    const now = this.clock.now();
    const awaited = attempt.state === 'open' && (await this.ordering.awaitsPayment(tx, attempt.orderId));
    const receipt: Receipt = {
      id: randomUUID(),
      attemptId: id,
      orderId: attempt.orderId,
      provider: came.provider,
      reference: came.reference,
      amount: came.amount,
      clear: true,
      refunded: 0,
      voidedAt: null,
      holder: attempt.holder,
      producer: attempt.producer,
      at: now,
    };
    await tx.insert(Receipt, receipt);
    const { amount, provider, reference, orderId, holder, producer } = receipt;
    const fact = { receipt: receipt.id, amount, provider, reference, awaited, holder, producer };
    await record(tx, actor, 'money.received', orderId, fact);
    if (!awaited) {
      await openRefund(tx, actor, { receipt, amount, cause: `stray ${receipt.id}`, now });
      return receipt.id;
    }
    const received = await this.receivedOf(tx, id);
    if (received >= attempt.amount)
      await this.complete(tx, actor, { attempt, receipt, over: received - attempt.amount });
    return receipt.id;
  }

  private async complete(
    tx: Tx,
    actor: Actor,
    { attempt, receipt, over }: { attempt: Attempt; receipt: Receipt; over: number },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.update(Attempt, attempt.id, { state: 'paid', decidedAt: now });
    await closeTask(tx, { kind: 'transfer-claimed', subject: attempt.id, decision: 'accept', now });
    if (over > 0) await openRefund(tx, actor, { receipt, amount: over, cause: `over ${receipt.id}`, now });
    const [order] = await rows<{ open: number; amount: number }>(tx, settledOf, [attempt.orderId]);
    if (!order || order.open > 0) return;
    const { orderId } = attempt;
    const { reference } = receipt;
    const fact = { attempt: attempt.id, amount: order.amount, provider: 'vietqr', reference };
    await record(tx, actor, 'payment.settled', orderId, fact);
  }

  private async receivedOf(tx: Tx, attempt: string): Promise<number> {
    const [sum] = await rows<{ received: number }>(
      tx,
      'select coalesce(sum(amount), 0)::bigint as received from payments.receipt where attempt_id = $1 and clear',
      [attempt],
    );
    return sum?.received ?? 0;
  }
}
