import { randomUUID } from 'node:crypto';
import type { OrderView, ProducerParcel, ShortSaid } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { CreateShipment, ReadyShipment } from '../logistics/index.ts';
import { KeepCash, PaymentsModule, RefundBuyer } from '../payments/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { KeepLedger, KeepSales, SettlementModule } from '../settlement/index.ts';
import { FinaliseOrder, MarkDelivered, MarkReturned } from './index.ts';

/** Parcels that hold less, or weigh otherwise, than was ordered: stock, the buyer's money and its division follow. */

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
beforeAll(async () => {
  market = await Trade.open(url, {
    imports: [PaymentsModule, SettlementModule],
    heard: {
      'order.placed': [KeepSales],
      'parcel.confirmed': [CreateShipment, KeepCash],
      'parcel.packed': [ReadyShipment, KeepCash, KeepSales],
      'parcel.packed-short': [RefundBuyer],
      'parcel.returned': [RefundBuyer],
      'shipment.delivered': [MarkDelivered, KeepCash],
      'shipment.failed': [MarkReturned],
      'parcel.delivered': [KeepLedger],
    },
  });
  buy = sales(market);
});
afterAll(() => market?.close());

type Packed = { offer: string; packed: number; reason?: ShortSaid };
interface Bought {
  producer: Actor;
  offers: string[];
  order: OrderView;
  parcel: string;
}

/** 2 kg at 30.000 đ and 1 kg at 50.000 đ of one producer: 110.000 đ of goods. */
const bought = async (payment: 'cod' | 'vnpay' = 'cod'): Promise<Bought> => {
  const producer = await market.producer();
  const cheap = await market.listing({ producer, quantity: 5_000, price: 30_000 });
  const dear = await market.listing({ producer, quantity: 5_000, price: 50_000 });
  const lines = [
    { offer: cheap, quantity: 2_000 },
    { offer: dear, quantity: 1_000 },
  ];
  const order = await market.placed(lines, { payment });
  if (payment === 'vnpay') await paid(order);
  const parcel = order.parcels[0]?.id as string;
  await buy.post(producer, `${parcel}/confirmation`);
  await market.settle();
  return { producer, offers: [cheap, dear], order, parcel };
};
const paid = async (order: OrderView): Promise<void> => {
  const attempt = randomUUID();
  await rows(
    market.db,
    `insert into payments.attempt (id, order_id, order_code, provider, txn_ref, amount, state, provinces, address, holder,
       created_at, expires_at) values ($1, $2, $3, 'vnpay', $4, $5, 'paid', '{24}', '127.0.0.1', 'partner', $6, $6)`,
    [attempt, order.id, order.code, attempt.slice(0, 12), order.total, market.clock.now()],
  );
  await rows(
    market.db,
    `insert into payments.receipt (id, attempt_id, order_id, provider, reference, amount, clear, holder, at)
     values ($1, $2, $3, 'vnpay', $4, $5, true, 'partner', $6)`,
    [randomUUID(), attempt, order.id, attempt, order.total, market.clock.now()],
  );
  const money = { attempt, amount: order.total, provider: 'vnpay', reference: attempt };
  await market.hears(FinaliseOrder, 'payment.settled', order.id, money);
};
const pack = async ({ producer, parcel }: Bought, lines?: Packed[]) => {
  const answer = await buy.post(producer, `${parcel}/packing`, {
    harvestedOn: '2026-11-22',
    ...(lines ? { lines } : {}),
  });
  await market.settle();
  return answer as { status: number; body: ProducerParcel & { code: string; details?: unknown } };
};
const seen = async ({ order }: Bought): Promise<OrderView> =>
  (await market.ask('GET', `/orders/${order.code}?key=${order.key}`)).body;
const moves = async (offer: string | undefined) =>
  (
    await rows<{ kind: string; quantity: number }>(
      market.db,
      `select kind, quantity from stock.movement where offer = $1 and kind <> 'received' order by kind`,
      [offer],
    )
  ).map(({ kind, quantity }) => [kind, quantity]);
const one = async (sql: string, subject: string) => (await rows(market.db, sql, [subject]))[0];
const refunds = (order: OrderView) =>
  rows<{ amount: number }>(market.db, 'select amount from payments.refund where order_id = $1 order by opened_at', [
    order.id,
  ]);

describe('a parcel packed short', () => {
  test('for cash: less is collected, the buyer sees ordered and packed, and the rest is on sale again', async () => {
    const sold = await bought();
    const [cheap = '', dear = ''] = sold.offers;
    const { status, body } = await pack(sold, [{ offer: cheap, packed: 1_500, reason: 'agreed' }]);
    expect(status).toBe(200);
    const due = sold.order.total - 15_000;
    expect(body).toMatchObject({ state: 'packed', goods: 95_000, cashToCollect: due });
    expect(await seen(sold)).toMatchObject({
      goods: 110_000,
      total: sold.order.total,
      stands: due,
      parcels: [
        {
          goods: 95_000,
          lines: [
            { offer: cheap, quantity: 2_000, amount: 60_000, packed: 1_500, settled: 45_000, shortReason: 'agreed' },
            { offer: dear, quantity: 1_000, amount: 50_000, packed: 1_000, settled: 50_000, shortReason: null },
          ],
        },
      ],
    });
    expect(await moves(cheap)).toEqual([
      ['sold', -2_000],
      ['unpacked', 500],
    ]);
    expect(await market.level(cheap)).toMatchObject({ onHand: 3_500, moved: 3_500 });
    expect(await one('select due from payments.cash where parcel = $1', sold.parcel)).toEqual({ due });
    expect(await one('select cash_to_collect as cash from logistics.shipment where parcel = $1', sold.parcel)).toEqual({
      cash: due,
    });
    expect(await refunds(sold.order)).toEqual([]);
  });

  test('paid before: the difference goes back once, however often she taps, and what is no more is written off', async () => {
    const sold = await bought('vnpay');
    const [cheap = '', dear = ''] = sold.offers;
    const lines: Packed[] = [{ offer: dear, packed: 0, reason: 'spoiled' }];
    expect((await pack(sold, lines)).status).toBe(200);
    expect((await pack(sold, lines)).body).toMatchObject({ state: 'packed', goods: 60_000, cashToCollect: 0 });
    expect(await refunds(sold.order)).toEqual([{ amount: 50_000 }]);
    expect(await seen(sold)).toMatchObject({ paid: true, stands: sold.order.total - 50_000 });
    expect(await moves(dear)).toEqual([
      ['sold', -1_000],
      ['unpacked', 1_000],
      ['written-off', -1_000],
    ]);
    expect(await market.level(dear)).toMatchObject({ onHand: 4_000, moved: 4_000 });
    const facts = (await market.stated(sold.parcel)).filter(({ type }) => type.startsWith('parcel.packed'));
    expect(facts).toHaveLength(2);
    expect(facts.find(({ type }) => type === 'parcel.packed')?.data).toMatchObject({ lines: [{ offer: cheap }] });
    expect(facts.find(({ type }) => type === 'parcel.packed-short')?.data).toMatchObject({
      ordered: 110_000,
      settled: 60_000,
      refund: 50_000,
      lines: [{ offer: dear, ordered: 1_000, packed: 0, reason: 'spoiled' }],
    });
  });

  test('is divided anew: commission and taxes are of what is in it, and the parts are the whole', async () => {
    const sold = await bought();
    const sale = `select goods, shipping, commission, vat, pit, net, explained from settlement.sale where parcel = $1`;
    expect(await one(sale, sold.parcel)).toMatchObject({ goods: 110_000, commission: 2_200 });
    await pack(sold, [{ offer: sold.offers[0] as string, packed: 1_000, reason: 'not-enough' }]);
    const after = (await one(sale, sold.parcel)) as Record<string, number> & {
      explained: { lines: { amount: number }[] };
    };
    expect(after).toMatchObject({ goods: 80_000, commission: 1_600, net: 78_400 });
    expect(after.explained.lines.map(({ amount }) => amount)).toEqual([30_000, 50_000]);
    expect((after.net ?? 0) + (after.commission ?? 0) + (after.vat ?? 0) + (after.pit ?? 0)).toBe(80_000);
  });

  test('that comes back brings back what was in it, of goods and of money', async () => {
    const sold = await bought('vnpay');
    const [cheap = ''] = sold.offers;
    await pack(sold, [{ offer: cheap, packed: 500, reason: 'agreed' }]);
    await buy.post(sold.producer, `${sold.parcel}/dispatch`, {});
    await buy.post(sold.producer, `${sold.parcel}/failure`, { reason: 'Không gặp người nhận' });
    await market.settle();
    expect(await market.level(cheap)).toMatchObject({ onHand: 5_000, moved: 5_000 });
    const back = await refunds(sold.order);
    expect(back.map(({ amount }) => amount)).toEqual([45_000, sold.order.total - 45_000]);
    expect(await seen(sold)).toMatchObject({ stands: 0 });
  });
});

describe('what the scales say', () => {
  test('a little light is paid as it weighs, without a reason, and goes back on sale', async () => {
    const sold = await bought();
    const [cheap = ''] = sold.offers;
    expect((await pack(sold, [{ offer: cheap, packed: 1_930 }])).body).toMatchObject({ goods: 107_900 });
    expect(await moves(cheap)).toContainEqual(['unpacked', 70]);
    expect(await market.types(sold.parcel)).toContain('parcel.packed-short');
  });

  test('a little heavy costs the buyer nothing, and stock tells what went with it', async () => {
    const sold = await bought();
    const [cheap = ''] = sold.offers;
    expect((await pack(sold, [{ offer: cheap, packed: 2_080 }])).body).toMatchObject({ goods: 110_000 });
    expect(await moves(cheap)).toContainEqual(['weighed', -80]);
    expect(await market.level(cheap)).toMatchObject({ onHand: 2_920, moved: 2_920 });
    expect(await market.types(sold.parcel)).not.toContain('parcel.packed-short');
  });

  test('a little heavy takes nothing that is promised to another', async () => {
    const sold = await bought();
    const [cheap = ''] = sold.offers;
    await market.placed([{ offer: cheap, quantity: 3_000 }]);
    expect((await pack(sold, [{ offer: cheap, packed: 2_080 }])).status).toBe(200);
    expect(await market.level(cheap)).toMatchObject({ onHand: 0, moved: 0 });
  });

  test.each([
    ['more than the scales allow', 2_101, undefined, 'ordering.packed-too-much'],
    ['short without a reason', 1_000, undefined, 'ordering.short-without-reason'],
  ] as const)('%s is refused, and nothing is changed', async (_, packed, reason, problem) => {
    const sold = await bought();
    const [cheap = ''] = sold.offers;
    const answer = await pack(sold, [{ offer: cheap, packed, ...(reason ? { reason } : {}) }]);
    expect(answer).toMatchObject({ status: 422, body: { code: problem } });
    expect(await seen(sold)).toMatchObject({ stands: sold.order.total, parcels: [{ state: 'confirmed' }] });
    expect(await market.level(cheap)).toMatchObject({ onHand: 3_000 });
  });

  test('a parcel with nothing in it, and a line of another, are refused', async () => {
    const sold = await bought();
    const nothing = sold.offers.map((offer): Packed => ({ offer, packed: 0, reason: 'spoiled' }));
    expect(await pack(sold, nothing)).toMatchObject({ status: 422, body: { code: 'ordering.nothing-packed' } });
    expect(await pack(sold, [{ offer: randomUUID(), packed: 1_000 }])).toMatchObject({ status: 422 });
    expect(await pack(sold, [{ offer: sold.offers[0] as string, packed: -1 }])).toMatchObject({ status: 422 });
  });
});
