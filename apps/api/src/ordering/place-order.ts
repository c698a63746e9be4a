import { type OrderView, type PlaceOrder as Input, Problem, ownProducers } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { equalConstantTime, hmac, sha256 } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { placed } from './order.facts.ts';
import { OrderQueries } from './order.queries.ts';
import { mostOpen, waits } from './order.rules.ts';
import { orderView } from './order.views.ts';
import { type Priced, PriceOrder } from './price-order.ts';
import { type NewOrder, openOrders, saveOrder } from './save-order.ts';

/**
 * Places an order or does nothing and says why. Safe to repeat, also in parallel: the same id is the same order, and the
 * same id with other words, or from someone else, is refused.
 *
 * Cash on delivery stands at once. An order to be paid at VNPay holds its goods and waits; nobody is told of it before
 * finalise-order.ts hears of the payment.
 */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly db: DataSource,
    private readonly price: PriceOrder,
    private readonly stock: Stock,
    private readonly orders: OrderQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: Input): Promise<OrderView> {
    const bodyHash = hashOf(actor, input);
    try {
      // Prices are read before the transaction, which is as true as reading them in it and keeps it short.
      const priced = await this.price.run({ lines: input.lines, commune: input.deliverTo.commune });
      const { goods, shipping, total } = priced;
      if (total !== input.total) throw new Problem('ordering.total-changed', { goods, shipping, total });
      const order = newOrder(actor, input, { bodyHash, priced, now: this.clock.now() });
      const placed = await this.place(actor, order);
      if (placed) return orderView(placed);
    } catch (refusal) {
      // Prices, stock or the limit may say no to what has long been placed, when it is only sent again.
      if (!isRefusal(refusal) || !(await known(this.db, input.id, bodyHash))) throw refusal;
    }
    return this.orders.byId(input.id);
  }

  /** Answers what was placed; nothing when this order is there already. */
  private place(actor: Actor, order: NewOrder): Promise<PlacedRows | undefined> {
    const { input, now } = order;
    return inTx(this.db, async (tx) => {
      // One phone's orders are placed one after the other: else a burst of them would pass the limit together.
      await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 20))', [order.phoneHash]);
      const saved = await saveOrder(tx, order);
      if (!saved) {
        if (await known(tx, input.id, order.bodyHash)) return undefined;
        throw await whyNot(tx, order.phoneHash);
      }
      // Stock comes last: others wait for these rows until we commit.
      if (input.payment === 'cod') {
        await record(tx, actor, 'order.placed', input.id, placed(saved));
        await this.stock.take(tx, input.id, input.lines);
      } else {
        await this.stock.hold(tx, input.id, input.lines, waits(now).holdUntil);
      }
      return saved;
    });
  }
}

/** A decision; not that nobody could be asked. */
const isRefusal = (error: unknown): boolean => error instanceof Problem && error.code !== 'platform.busy';

type PlacedRows = NonNullable<Awaited<ReturnType<typeof saveOrder>>>;

const newOrder = (
  actor: Actor,
  input: Input,
  { bodyHash, priced, now }: { bodyHash: string; priced: Priced; now: Date },
): NewOrder => ({
  input: { ...input, deliverTo: { ...input.deliverTo, commune: priced.to.commune } },
  bodyHash,
  phoneHash: hmac('order-phone', input.deliverTo.phone),
  basketHash: input.basket ? sha256(input.basket) : null,
  buyerProducers: ownProducers(actor),
  communeName: priced.to.name,
  parcels: priced.parcels,
  total: { goods: priced.goods, shipping: priced.shipping, total: priced.total },
  now,
});

/** Who sent what, so that nobody can tell the phone or the house from it. */
const hashOf = (actor: Actor, { id, lines, deliverTo, payment, total }: Input): string => {
  const { name, phone, commune, address, note } = deliverTo;
  const asked = lines.toSorted((a, b) => (a.offer < b.offer ? -1 : 1)).map(({ offer, quantity }) => [offer, quantity]);
  return hmac(
    'order-body',
    JSON.stringify([actor.id, id, asked, name, phone, commune, address, note ?? '', payment, total]),
  );
};

/** Whether this very order is there already; another one under its id is `ordering.id-used`. */
async function known(db: Tx | DataSource, id: string, bodyHash: string): Promise<boolean> {
  const [found] = await rows<{ bodyHash: string }>(
    db,
    'select body_hash as "bodyHash" from ordering."order" where id = $1',
    [id],
  );
  if (found && !equalConstantTime(found.bodyHash, bodyHash)) throw new Problem('ordering.id-used');
  return found !== undefined;
}

/** Nothing was written and the id is free: the phone has too many orders under way, or a random code was taken. */
async function whyNot(tx: Tx, phoneHash: string): Promise<Problem> {
  const [open] = await rows<{ count: number }>(tx, openOrders, [phoneHash]);
  return open && open.count >= mostOpen
    ? new Problem('ordering.too-many-open', { most: mostOpen })
    : new Problem('platform.busy', { retryAfter: 1 });
}
