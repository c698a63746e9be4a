import { type OrderView, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { type LockedOrder, lockBuyersOrder } from './lock-order.ts';
import { OrderQueries } from './order.queries.ts';
import { canBeCancelled, hasEnded, refundOf, sum } from './order.rules.ts';
import type { Parcel } from './order.entity.ts';

/** The buyer takes the order back, while no parcel is packed; stock and money go back. A second time changes nothing. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly db: DataSource,
    private readonly stock: Stock,
    private readonly orders: OrderQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, code: string, key: string): Promise<OrderView> {
    const id = await inTx(this.db, async (tx) => {
      const order = await lockBuyersOrder(tx, code, key);
      if (!order.cancelledAt) await this.cancel(tx, actor, order);
      return order.id;
    });
    return this.orders.byId(id);
  }

  private async cancel(tx: Tx, actor: Actor, order: LockedOrder): Promise<void> {
    const parcels = await rows<Pick<Parcel, 'id' | 'state' | 'producer' | 'goods' | 'shipping'>>(
      tx,
      'select id, state, producer, goods, shipping from ordering.parcel where order_id = $1 order by id for update',
      [order.id],
    );
    const live = parcels.filter((parcel) => parcel.state !== 'cancelled');
    const late = live.find((parcel) => !canBeCancelled(parcel.state));
    if (late || live.every((parcel) => hasEnded(parcel.state))) {
      throw new Problem('ordering.illegal-step', { from: late?.state ?? 'cancelled', to: 'cancelled' });
    }
    await endOrders(tx, [order.id], 'buyer', this.clock.now());
    await record(tx, actor, 'order.cancelled', order.id, {
      code: order.code,
      reason: 'buyer',
      refund: sum(
        live.map((parcel) => ({ refund: refundOf({ paid: order.paidAt !== null }, parcel) })),
        'refund',
      ),
      producers: order.finalisedAt ? [...new Set(live.map((parcel) => parcel.producer))] : [],
    });
    if (!order.finalisedAt) await this.stock.release(tx, [order.id]);
    else
      await this.stock.takeBack(
        tx,
        await linesOf(
          tx,
          live.map((parcel) => parcel.id),
        ),
      );
  }
}

/** Cancels orders with all of their parcels that had not ended. */
export async function endOrders(tx: Tx, orders: readonly string[], reason: string, now: Date): Promise<void> {
  await tx.query(
    `with parcels as (
       update ordering.parcel set state = 'cancelled', ended_at = $3
       where order_id = any($1::uuid[]) and ended_at is null
     )
     update ordering."order" set cancelled_at = $3, cancel_reason = $2 where id = any($1::uuid[])`,
    [orders, reason, now],
  );
}

/** What stock must take back when these parcels end. */
export const linesOf = (tx: Tx, parcels: readonly string[]): Promise<{ order: string; offer: string }[]> =>
  rows(tx, 'select order_id as "order", offer from ordering.order_line where parcel_id = any($1::uuid[])', [parcels]);
