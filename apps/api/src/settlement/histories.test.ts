import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chances } from '../../../../tests/support/chances.ts';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { History, vnpay } from '../../../../tests/support/history.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { CancelShipment, CreateShipment, ReadyShipment } from '../logistics/index.ts';
import { MarkDelivered } from '../ordering/index.ts';
import { KeepCash, PaymentsModule, RefundBuyer } from '../payments/index.ts';
import { rows } from '../platform/database.ts';
import { KeepLedger, KeepSales, SettlementModule } from './index.ts';

/** Steps through the real acts, from this seed; `npm run props` takes ten times as many. */
const steps = process.env.FC_RUNS ? 30_000 : 3_000;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const pick = chances(seed);

const { url } = await freshDatabase();
let trade: Trade;
let history: History;

beforeAll(async () => {
  trade = await Trade.open(url, {
    imports: [PaymentsModule, SettlementModule],
    heard: {
      'order.placed': [KeepSales],
      'order.cancelled': [CancelShipment, RefundBuyer],
      'parcel.confirmed': [CreateShipment, KeepCash],
      'parcel.packed': [ReadyShipment, KeepCash, KeepSales],
      'parcel.packed-short': [RefundBuyer],
      'parcel.cancelled': [CancelShipment, RefundBuyer, KeepCash],
      'parcel.delivered': [KeepLedger],
      'parcel.returned': [RefundBuyer, KeepCash, KeepLedger],
      'shipment.delivered': [MarkDelivered, KeepCash],
      'money.received': [KeepLedger],
      'cash.collected': [KeepLedger],
    },
    env: { VNPAY_TMN_CODE: vnpay.code, VNPAY_HASH_SECRET: vnpay.secret },
  });
  history = new History(trade, pick);
});
afterAll(() => trade?.close());

/** Whatever is odd, by its name; nothing is. */
const odd = async (questions: Record<string, string>): Promise<string[]> => {
  const asked = Object.entries(questions).map(([name, sql]) => `select '${name}' as odd where exists (${sql})`);
  return (await rows<{ odd: string }>(trade.db, asked.join(' union all '))).map((one) => one.odd);
};

describe(`a market in which anything happens (seed ${seed})`, () => {
  test(`adds up after each of ${steps} steps, several of them at the same moment`, { timeout: 1_200_000 }, async () => {
    for (let done = 0, turn = 0; done < steps; turn++) {
      if (turn % 60 === 0) await history.open();
      const together = 1 + pick.upTo(7);
      await Promise.all(Array.from({ length: together }, () => history.step()));
      done += together;
      expect(await odd(always), `after ${done} steps from seed ${seed}`).toEqual([]);
      if (turn % 5 !== 4) continue;
      await trade.settle();
      trade.clock.pass(60_000 * pick.upTo(3));
      expect(await odd(heard), `all heard after ${done} steps from seed ${seed}`).toEqual([]);
    }
    expect(history.orders.length).toBeGreaterThan(steps / 20);
  });

  test('is the same when anything is said or heard again', async () => {
    await trade.settle();
    const before = await history.print();
    for (let turn = 0; turn < 60; turn++) await history.replay();
    await trade.settle();
    expect(await history.print()).toBe(before);
    await rows(trade.db, again);
    await trade.settle();
    expect(await history.print()).toBe(before);
  });
});

/** The last two hundred facts, told once more to everyone who hears them. */
const again = `insert into platform.outbox (event_id, event_at, listener, lane, subject)
  select e.id, e.at, l.listener, 'inside', e.subject
  from (select * from platform.event order by at desc, id desc limit 200) e
  join (values ('order.placed', 'KeepSales'), ('order.cancelled', 'RefundBuyer'), ('parcel.cancelled', 'RefundBuyer'),
    ('parcel.packed-short', 'RefundBuyer'), ('parcel.returned', 'RefundBuyer'), ('payment.settled', 'FinaliseOrder'),
    ('money.received', 'KeepLedger'), ('cash.collected', 'KeepLedger'), ('parcel.delivered', 'KeepLedger'),
    ('parcel.returned', 'KeepLedger'), ('shipment.delivered', 'KeepCash'), ('shipment.delivered', 'MarkDelivered'),
    ('parcel.packed', 'KeepSales')) as l (type, listener) on l.type = e.type`;

/** Never, not even between two facts. */
const always = {
  'a level is not the sum of its movements': `select from stock.level l where l.on_hand <>
    (select coalesce(sum(quantity), 0) from stock.movement m where m.offer = l.offer)`,
  'held is not the sum of the holds, or more than is on hand': `select from stock.level l where l.held < 0 or l.held > l.on_hand
    or l.held <> (select coalesce(sum(quantity), 0) from stock.hold h where h.offer = l.offer and h.state = 'active')`,
  'an order is not its parcels, nor a parcel its lines': `select from ordering.parcel p where p.goods <>
    (select sum(coalesce(l.settled, l.amount)) from ordering.order_line l where l.parcel_id = p.id)`,
  'an order costs other than its lines and freight': `select from ordering."order" o where o.total <> o.goods + o.shipping
    or o.goods <> (select sum(amount) from ordering.order_line l where l.order_id = o.id)`,
  'more goes back than came in': `select from payments.receipt r where r.refunded > r.amount
    or r.refunded <> (select coalesce(sum(amount), 0) from payments.refund f where f.receipt_id = r.id)`,
  'parts of a sale are not the whole': `select from settlement.sale where net + commission + vat + pit <> goods`,
  'an entry does not sum to zero': `select from settlement.posting group by entry having sum(amount) <> 0`,
} as const;

/** Once everyone has heard everything. */
const heard = {
  'money kept is not what stands of a paid order': `select from ordering."order" o where o.payment = 'vnpay' and
    (select coalesce(sum(r.amount - r.refunded), 0) from payments.receipt r where r.order_id = o.id and r.clear) <>
    case when o.paid_at is null or o.cancelled_at is not null then 0 else (select coalesce(sum(p.goods + p.shipping), 0)
      from ordering.parcel p where p.order_id = o.id and p.state not in ('cancelled', 'returned')) end`,
  'a buyer’s total is not producers, platform, taxes and freight': `select from ordering."order" o
    where o.finalised_at is not null and
    (select sum(p.goods + p.shipping) from ordering.parcel p where p.order_id = o.id) is distinct from
    (select sum(s.net + s.commission + s.vat + s.pit + s.shipping) from settlement.sale s where s.order_id = o.id)`,
  'the partner holds other than came in': `select where
    (select coalesce(sum(amount), 0) from settlement.posting where account = 'partner') <>
    (select coalesce(sum(amount), 0) from payments.receipt where clear)`,
  'the ledger does not sum to zero': `select from settlement.posting having sum(amount) <> 0`,
  'what was sold is not what stands of orders': `select from
    (select order_id, offer, -sum(quantity) as quantity from stock.movement
      where order_id is not null and kind <> 'written-off' group by 1, 2) m
    full join (select l.order_id, l.offer, coalesce(l.packed, l.quantity) as quantity from ordering.order_line l
      join ordering.parcel p on p.id = l.parcel_id and p.state not in ('cancelled', 'returned')
      join ordering."order" o on o.id = l.order_id and o.finalised_at is not null and o.cancelled_at is null) s
      using (order_id, offer)
    where coalesce(m.quantity, 0) <> coalesce(s.quantity, 0)`,
} as const;
