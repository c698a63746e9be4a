import { randomUUID } from 'node:crypto';
import type { OrderView } from '@chophien/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { guest, Trade } from '../../../../tests/support/trade.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { system } from '../platform/actor.ts';
import { ExpireUnpaid, FinaliseOrder, Ordering } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
beforeAll(async () => {
  market = await Trade.open(url);
});
beforeEach(() => market.clock.set('2026-11-23T02:00:00Z'));
afterAll(() => market?.close());

const minutes = (count: number) => count * 60_000;
const settled = (order: OrderView, amount = order.total) => ({
  attempt: randomUUID(),
  amount,
  provider: 'vnpay',
  reference: '14000001',
});
const pay = (order: OrderView, amount?: number) =>
  market.hears(FinaliseOrder, 'payment.settled', order.id, settled(order, amount));
const now = async (order: OrderView): Promise<OrderView> =>
  (await market.ask('GET', `/orders/${order.code}?key=${order.key}`)).body;
const payable = (order: OrderView, key = order.key) =>
  inTx(market.db, (tx) => market.get(Ordering).payable(tx, order.code, key, 'vnpay')).then(
    (answer) => answer.amount,
    (error: { code: string }) => error.code,
  );
const awaited = (order: OrderView) => inTx(market.db, (tx) => market.get(Ordering).awaitsPayment(tx, order.id));
const cancel = (order: OrderView, key = order.key) =>
  market.ask('POST', `/orders/${order.code}/cancellation`, { body: { key } });

describe('an order to be paid at VNPay', () => {
  test('holds its goods and is told to nobody; with the payment they are sold and it is told once', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ quantity: 5_000, producer });
    const order = await market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' });
    expect(order).toMatchObject({ state: 'awaiting-payment', paid: false, payBy: '2026-11-23T02:15:00.000Z' });
    expect(await market.level(offer)).toEqual({ onHand: 5_000, held: 2_000, moved: 5_000, active: 2_000 });
    expect(await market.stated(order.id)).toEqual([]);
    const parcels = await market.ask('GET', '/me/parcels', { as: producer });
    expect(parcels.body).toMatchObject({ total: 0 });
    expect(await payable(order)).toBe(order.total);

    await pay(order);
    await pay(order); // VNPay, or the queue, said it twice
    expect(await now(order)).toMatchObject({ state: 'placed', paid: true });
    expect(await market.level(offer)).toEqual({ onHand: 3_000, held: 0, moved: 3_000, active: 0 });
    expect(await market.types(order.id)).toEqual(['order.placed', 'order.paid']);
    expect(await payable(order)).toBe('payments.not-payable');
    expect(await awaited(order)).toBe(false);
  });

  test('paid with another amount is not finalised', async () => {
    const offer = await market.listing();
    const order = await market.placed([{ offer, quantity: 1_000 }], { payment: 'vnpay' });
    await pay(order, order.total - 1);
    expect(await now(order)).toMatchObject({ state: 'awaiting-payment', paid: false });
    expect((await market.level(offer)).held).toBe(1_000);
  });

  test('can be paid for fifteen minutes, by whoever has its key', async () => {
    const order = await market.placed([{ offer: await market.listing(), quantity: 1_000 }], { payment: 'vnpay' });
    expect(await payable(order, 'x'.repeat(43))).toBe('ordering.not-found');
    market.clock.pass(minutes(15) - 1);
    expect(await payable(order)).toBe(order.total);
    market.clock.pass(1);
    expect(await payable(order)).toBe('payments.not-payable');
  });

  test('that nobody pays gives its goods back after twenty-five minutes, once', async () => {
    const offer = await market.listing({ quantity: 5_000 });
    const order = await market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' });
    market.clock.pass(minutes(25));
    await market.get(ExpireUnpaid).run();
    expect((await market.level(offer)).held).toBe(2_000); // a payment begun in time may still be on its way
    market.clock.pass(1_000);
    await Promise.all([market.get(ExpireUnpaid).run(), market.get(ExpireUnpaid).run()]);
    expect(await market.level(offer)).toEqual({ onHand: 5_000, held: 0, moved: 5_000, active: 0 });
    expect(await now(order)).toMatchObject({ state: 'cancelled', parcels: [{ state: 'cancelled' }] });
    expect(await market.stated(order.id)).toEqual([
      { type: 'order.cancelled', data: { code: order.code, reason: 'unpaid', refund: 0, producers: [] } },
    ]);
    expect(await payable(order)).toBe('payments.not-payable');
  });

  test('whose payment comes after it was cancelled stays cancelled, and its goods stay on sale', async () => {
    const offer = await market.listing({ quantity: 5_000 });
    const order = await market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' });
    market.clock.pass(minutes(26));
    await market.get(ExpireUnpaid).run();
    expect(await awaited(order)).toBe(false);
    await pay(order);
    expect(await now(order)).toMatchObject({ state: 'cancelled', paid: false });
    expect(await market.types(order.id)).toEqual(['order.cancelled']);
    expect((await market.level(offer)).onHand).toBe(5_000);
  });

  test('whose payment was stated but not heard yet, because the worker was down, is not unpaid', async () => {
    const offer = await market.listing({ quantity: 5_000 });
    const order = await market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' });
    await inTx(market.db, (tx) => record(tx, system('vnpay'), 'payment.settled', order.id, settled(order)));
    market.clock.pass(minutes(60));
    await market.get(ExpireUnpaid).run();
    await market.settle();
    expect(await now(order)).toMatchObject({ state: 'placed', paid: true });
    expect((await market.level(offer)).onHand).toBe(3_000);
  });

  test('paid and expired at the same moment is one or the other, and the stock agrees', async () => {
    for (let round = 0; round < 8; round++) {
      market.clock.set('2026-11-23T02:00:00Z');
      const offer = await market.listing({ quantity: 5_000 });
      const order = await market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' });
      market.clock.pass(minutes(26));
      await Promise.all([pay(order), market.get(ExpireUnpaid).run()]);
      const { state } = await now(order);
      const sold = state === 'placed' ? 2_000 : 0;
      expect(['placed', 'cancelled']).toContain(state);
      expect(await market.level(offer)).toEqual({ onHand: 5_000 - sold, held: 0, moved: 5_000 - sold, active: 0 });
    }
  });

  test('many payments heard in one batch finalise each its own order', async () => {
    const offer = await market.listing({ quantity: 50_000 });
    const orders = await Promise.all(
      Array.from({ length: 6 }, () => market.placed([{ offer, quantity: 1_000 }], { payment: 'vnpay' })),
    );
    for (const order of orders) {
      await inTx(market.db, (tx) => record(tx, system('vnpay'), 'payment.settled', order.id, settled(order)));
    }
    await market.settle();
    for (const order of orders) expect(await now(order)).toMatchObject({ state: 'placed', paid: true });
    expect(await market.level(offer)).toEqual({ onHand: 44_000, held: 0, moved: 44_000, active: 0 });
  });
});

describe('a buyer who changes her mind', () => {
  test('has a cash order cancelled, the goods back on sale, and a second tap changes nothing', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ quantity: 5_000, producer });
    const order = await market.placed([{ offer, quantity: 2_000 }]);
    const { status, body } = await cancel(order);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'cancelled', parcels: [{ state: 'cancelled' }] },
    });
    expect((await cancel(order)).status).toBe(200);
    expect(await market.level(offer)).toEqual({ onHand: 5_000, held: 0, moved: 5_000, active: 0 });
    expect((await market.stated(order.id))[1]).toEqual({
      type: 'order.cancelled',
      data: { code: order.code, reason: 'buyer', refund: 0, producers: [producer.grants[0]?.producer] },
    });
    expect(await market.types(order.id)).toEqual(['order.placed', 'order.cancelled']);
  });

  test('who had paid is owed all of it', async () => {
    const order = await market.placed([{ offer: await market.listing(), quantity: 2_000 }], { payment: 'vnpay' });
    await pay(order);
    await cancel(order);
    const stated = await market.stated(order.id);
    expect(stated.at(-1)).toMatchObject({ type: 'order.cancelled', data: { reason: 'buyer', refund: order.total } });
  });

  test('before paying gives the held goods back', async () => {
    const offer = await market.listing({ quantity: 5_000 });
    const order = await market.placed([{ offer, quantity: 2_000 }], { payment: 'vnpay' });
    await cancel(order);
    expect(await market.level(offer)).toEqual({ onHand: 5_000, held: 0, moved: 5_000, active: 0 });
  });

  test('without the key finds nothing to cancel', async () => {
    const order = await market.placed([{ offer: await market.listing(), quantity: 1_000 }]);
    const { status, body } = await cancel(order, 'x'.repeat(43));
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'ordering.not-found' } });
    expect(await now(order)).toMatchObject({ state: 'placed' });
  });

  test('comes too late once a parcel is packed', async () => {
    const producer = await market.producer();
    const order = await market.placed([{ offer: await market.listing({ producer }), quantity: 1_000 }]);
    const parcel = order.parcels[0]?.id as string;
    await market.ask('POST', `/parcels/${parcel}/confirmation`, { as: producer });
    await market.ask('POST', `/parcels/${parcel}/packing`, { as: producer, body: { harvestedOn: '2026-11-22' } });
    const { status, body } = await cancel(order);
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'ordering.illegal-step' } });
  });

  test('while the producer confirms at the same moment: either way the stock agrees with the parcel', async () => {
    for (let round = 0; round < 6; round++) {
      const producer = await market.producer();
      const offer = await market.listing({ quantity: 5_000, producer });
      const order = await market.placed([{ offer, quantity: 1_000 }]);
      const parcel = order.parcels[0]?.id as string;
      await Promise.all([market.ask('POST', `/parcels/${parcel}/confirmation`, { as: producer }), cancel(order)]);
      const { parcels } = await now(order);
      expect(parcels[0]?.state).toBe('cancelled'); // a confirmed parcel can still be cancelled
      expect((await market.level(offer)).onHand).toBe(5_000);
    }
  });
});

test('a guest without a session may place, look and cancel: nothing asks who she is', async () => {
  expect(guest.id).toBeNull();
  const order = await market.placed([{ offer: await market.listing(), quantity: 1_000 }]);
  expect((await now(order)).id).toBe(order.id);
});
