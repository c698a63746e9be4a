import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import type { Stock } from '../stock/index.ts';
import { linesOf } from './cancel-order.ts';
import { parcelFacts } from './order.facts.ts';
import { refundOf } from './order.rules.ts';
import type { ParcelRow } from './order.sql.ts';

/**
 * A parcel that will not be packed: stock and money go back, and when it was the last of its order, the order is cancelled.
 * `late`: nobody answered in time. In a transaction that has locked the order and its parcel.
 */
export async function endParcel(
  tx: Tx,
  actor: Actor,
  {
    row,
    reason,
    late = false,
    now,
    stock,
  }: { row: ParcelRow; reason: string; late?: boolean; now: Date; stock: Stock },
): Promise<void> {
  await tx.query(`update ordering.parcel set state = 'cancelled', ended_at = $2, reason = $3 where id = $1`, [
    row.id,
    now,
    reason,
  ]);
  const refund = refundOf({ paid: row.paidAt !== null }, { goods: row.parcelGoods, shipping: row.parcelShipping });
  const facts = { ...parcelFacts(row), reason, refund };
  await record(tx, actor, 'parcel.cancelled', row.id, late ? { ...facts, late } : facts);
  await endIfLast(tx, actor, row, now);
  await stock.takeBack(tx, await linesOf(tx, [row.id]));
}

/** Each parcel's own word has named its money, so the order's names none. */
const endIfLast = async (tx: Tx, actor: Actor, { orderId, orderCode }: ParcelRow, now: Date): Promise<void> => {
  const [ended] = await rows(tx, endWhenEmpty, [orderId, now]);
  if (!ended) return;
  const sellers = await rows<{ producer: string }>(
    tx,
    'select distinct producer from ordering.parcel where order_id = $1',
    [orderId],
  );
  await record(tx, actor, 'order.cancelled', orderId, {
    code: orderCode,
    reason: 'producer',
    refund: 0,
    producers: sellers.map(({ producer }) => producer),
  });
};

const endWhenEmpty = `update ordering."order" o set cancelled_at = $2, cancel_reason = 'producer'
  where o.id = $1 and o.cancelled_at is null
    and not exists (select 1 from ordering.parcel p where p.order_id = o.id and p.state <> 'cancelled')
  returning o.id`;
