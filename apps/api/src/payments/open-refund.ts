import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Receipt } from './payment.entity.ts';
import { refundable } from './payment.rules.ts';

/** Notes money to be given back from one receipt, and states it. The same cause again changes nothing. */
export async function openRefund(
  tx: Tx,
  actor: Actor,
  refund: { receipt: Pick<Receipt, 'id' | 'orderId'>; amount: number; cause: string; now: Date },
): Promise<void> {
  const id = randomUUID();
  const opened = await rows(
    tx,
    `insert into payments.refund (id, order_id, receipt_id, amount, state, cause, request_id, opened_at)
     values ($1, $2, $3, $4, 'pending', $5, $6, $7)
     on conflict on constraint refund_once do nothing returning id`,
    [id, refund.receipt.orderId, refund.receipt.id, refund.amount, refund.cause, id.replaceAll('-', ''), refund.now],
  );
  if (opened.length > 0) {
    await record(tx, actor, 'refund.opened', refund.receipt.orderId, { refund: id, amount: refund.amount });
  }
}

type Cause = 'order.cancelled' | 'parcel.cancelled' | 'parcel.returned' | 'parcel.packed-short' | 'claim.decided';

/**
 * A cancelled order gives back all that came in and is still here; a parcel that was cancelled or returned, or holds less than was
 * ordered, or was not as it should be, its own part, never out of what another seller was paid on her own account.
 */
@Injectable()
export class RefundBuyer implements Listener<Cause> {
  constructor(private readonly clock: Clock) {}

  async handle(events: EventOf<Cause>[], tx: Tx): Promise<void> {
    for (const event of events) {
      const orderId = event.type === 'order.cancelled' ? event.subject : event.data.order;
      const receipts = await tx.find(Receipt, {
        where: { orderId, clear: true }, // what is under suspicion is a person's
        lock: { mode: 'pessimistic_write' },
        order: { at: 'ASC' },
      });
      let wanted = event.type === 'order.cancelled' ? Number.MAX_SAFE_INTEGER : event.data.refund;
      for (const receipt of receipts) {
        if (event.type !== 'order.cancelled' && (receipt.producer ?? event.data.producer) !== event.data.producer)
          continue;
        const amount = refundable(receipt.amount, receipt.refunded, wanted);
        if (amount === 0) continue;
        wanted -= amount;
        await openRefund(tx, system('RefundBuyer'), { receipt, amount, cause: event.id, now: this.clock.now() });
      }
    }
  }
}
