import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { log } from '../platform/log.ts';
import type { Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';
import { Stock } from '../stock/index.ts';
import { lockOrders } from './lock-order.ts';
import { placed } from './order.facts.ts';
import { parcelsOf } from './order.queries.ts';

/**
 * The payment has come: the order stands, what it held is sold, and everyone is told. Money for an order that was cancelled
 * meanwhile changes nothing here: payments sees that nobody waited for it and gives it back.
 */
@Injectable()
export class FinaliseOrder implements Listener<'payment.settled'> {
  constructor(private readonly stock: Stock) {}

  async handle(events: EventOf<'payment.settled'>[], tx: Tx): Promise<void> {
    const payments = new Map(events.map((event) => [event.subject, event]));
    const waiting = (await lockOrders(tx, [...payments.keys()])).filter(
      (order) => !order.finalisedAt && !order.cancelledAt,
    );
    const standing: string[] = [];
    for (const order of waiting) {
      const { at, data } = payments.get(order.id) as EventOf<'payment.settled'>;
      if (data.amount !== order.total) {
        log.error({ order: order.id, paid: data.amount, due: order.total }, 'paid another amount: the order waits on');
        continue;
      }
      await tx.query('update ordering."order" set finalised_at = $2, paid_at = $2 where id = $1', [order.id, at]);
      await record(tx, actor, 'order.placed', order.id, placed(await parcelsOf(tx, order.id)));
      await record(tx, actor, 'order.paid', order.id, { code: order.code, amount: data.amount });
      standing.push(order.id);
    }
    if (standing.length === 0) return;
    const sold = new Set((await this.stock.sell(tx, standing)).map((line) => line.order));
    const without = standing.filter((order) => !sold.has(order));
    if (without.length > 0) throw new Error(`nothing was held for the orders ${without.join(', ')}`);
  }
}

const actor = system('ordering');
