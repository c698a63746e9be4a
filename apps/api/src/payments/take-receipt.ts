import type { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { openRefund } from './open-refund.ts';
import { Attempt, type Receipt } from './payment.entity.ts';
import { closeTask } from './tasks.ts';

type Counted = Pick<Receipt, 'id' | 'attemptId' | 'orderId' | 'provider' | 'reference' | 'amount'>;

/**
 * Money that nobody doubts: it settles the order that waits for it. When nobody waits (cancelled, or paid already) it is on
 * record all the same, and goes back.
 */
export async function countMoney(
  tx: Tx,
  actor: Actor,
  { receipt, ordering, now }: { receipt: Counted; ordering: Ordering; now: Date },
): Promise<void> {
  const waits = await ordering.awaitsPayment(tx, receipt.orderId); // locks the order: two payments are looked at in turn
  const awaited = waits && !(await paidBefore(tx, receipt));
  const { amount, provider, reference, orderId } = receipt;
  const fact = {
    receipt: receipt.id,
    amount,
    provider,
    reference,
    awaited,
    holder: 'partner' as const,
    producer: null,
  };
  await record(tx, actor, 'money.received', orderId, fact);
  if (awaited) {
    await record(tx, actor, 'payment.settled', orderId, { attempt: receipt.attemptId, amount, provider, reference });
  } else {
    await openRefund(tx, actor, { receipt, amount, cause: `stray ${receipt.id}`, now });
  }
}

/** Suspected money that turned out to be good. */
export async function clearReceipt(
  tx: Tx,
  actor: Actor,
  money: { receipt: Counted; ordering: Ordering; now: Date },
): Promise<void> {
  const { receipt, now } = money;
  const cleared = await rows(
    tx,
    'update payments.receipt set clear = true where id = $1 and not clear and voided_at is null returning id',
    [receipt.id],
  );
  if (cleared.length === 0) return;
  await tx.update(Attempt, receipt.attemptId, { state: 'paid', decidedAt: now });
  await closeTask(tx, { kind: 'suspected', subject: receipt.id, decision: 'accept', now });
  await countMoney(tx, actor, money);
}

const paidBefore = async (tx: Tx, receipt: Counted): Promise<boolean> => {
  const found = await rows(tx, 'select 1 from payments.receipt where order_id = $1 and clear and id <> $2 limit 1', [
    receipt.orderId,
    receipt.id,
  ]);
  return found.length > 0;
};
