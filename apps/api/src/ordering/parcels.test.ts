import { randomUUID } from 'node:crypto';
import type { OrderView, ProducerParcel, ShipmentView } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { FinaliseOrder, HoldParcel, MarkDelivered, MarkReturned, MarkShipped, Ordering } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
beforeAll(async () => {
  market = await Trade.open(url);
});
afterAll(() => market?.close());

interface Sale {
  producer: Actor;
  offer: string;
  order: OrderView;
  parcel: string;
}

const sale = async (how: { payment?: 'cod' | 'vnpay'; storage?: 'ambient' | 'chilled' } = {}): Promise<Sale> => {
  const producer = await market.producer();
  const offer = await market.listing({ producer, quantity: 5_000, ...(how.storage ? { storage: how.storage } : {}) });
  const order = await market.placed([{ offer, quantity: 2_000 }], how.payment ? { payment: how.payment } : {});
  if (how.payment === 'vnpay') {
    await market.hears(FinaliseOrder, 'payment.settled', order.id, {
      attempt: randomUUID(),
      amount: order.total,
      provider: 'vnpay',
      reference: randomUUID(),
    });
  }
  return { producer, offer, order, parcel: order.parcels[0]?.id as string };
};

const post = (as: Actor, path: string, body?: object) =>
  market.ask('POST', `/parcels/${path}`, { as, ...(body ? { body } : {}) });
const packed = async (given: Parameters<typeof sale>[0] = {}): Promise<Sale> => {
  const sold = await sale(given);
  await post(sold.producer, `${sold.parcel}/confirmation`);
  await post(sold.producer, `${sold.parcel}/packing`, { harvestedOn: '2026-11-22' });
  await market.settle();
  return sold;
};
const shipped = async (given: Parameters<typeof sale>[0] = {}): Promise<Sale & { device: string }> => {
  const sold = await packed(given);
  const device = `LOG-${randomUUID().slice(0, 8).toUpperCase()}`;
  const { status } = await post(sold.producer, `${sold.parcel}/dispatch`, { device });
  expect(status).toBe(200);
  await market.settle();
  return { ...sold, device };
};
const now = async ({ order }: Sale): Promise<OrderView> =>
  (await market.ask('GET', `/orders/${order.code}?key=${order.key}`)).body;
const breach = (sold: Sale, excursion = randomUUID()) =>
  market.hears(HoldParcel, 'coldchain.breached', sold.parcel, {
    excursion,
    shipment: randomUUID(),
    device: 'LOG-0001',
    commune: '07330',
    side: 'high',
    limit: 8,
    peak: 14.25,
    from: '2026-11-23T01:00:00.000Z',
    seconds: 2_700,
  });

describe('a parcel sold for cash', () => {
  test('is accepted, packed, sent and handed over, and each step is stated once', async () => {
    const sold = await sale();
    const { producer, parcel, order } = sold;
    const mine = await market.ask('GET', '/me/parcels', { as: producer });
    expect(mine.body).toMatchObject({
      total: 1,
      items: [
        {
          id: parcel,
          state: 'waiting',
          orderCode: order.code,
          cashToCollect: order.total,
          deliverTo: { name: 'Nguyễn Thị Mẫu' },
        },
      ],
    });
    for (let tap = 0; tap < 2; tap++) {
      expect((await post(producer, `${parcel}/confirmation`)).body).toMatchObject({ state: 'confirmed' });
    }
    for (let tap = 0; tap < 2; tap++) {
      const { body } = await post(producer, `${parcel}/packing`, { harvestedOn: '2026-11-22' });
      expect(body).toMatchObject({ state: 'packed', harvestedOn: '2026-11-22' });
    }
    await market.settle();
    for (let tap = 0; tap < 2; tap++) {
      expect((await post(producer, `${parcel}/dispatch`, {})).body).toMatchObject({
        state: 'dispatched',
        device: null,
      });
    }
    await market.settle();
    expect(await now(sold)).toMatchObject({ state: 'in-progress', parcels: [{ state: 'shipped' }] });
    for (let tap = 0; tap < 2; tap++) {
      const { body } = await post(producer, `${parcel}/delivery`, {
        receivedBy: 'Chị Mẫu',
        cashCollected: order.total,
      });
      expect(body).toMatchObject({ state: 'delivered', cashCollected: order.total });
    }
    await market.settle();
    expect(await now(sold)).toMatchObject({
      state: 'completed',
      paid: true,
      parcels: [{ state: 'delivered', held: false }],
    });
    expect(await market.types(parcel)).toEqual(['parcel.confirmed', 'parcel.packed', 'parcel.delivered']);
    const facts = await market.stated<object>(parcel);
    expect(facts[0]?.data).toMatchObject({
      cashToCollect: order.total,
      toCommune: '07330',
      commodities: [expect.any(String)],
    });
    expect(facts[2]?.data).toMatchObject({
      orderCode: order.code,
      payment: 'cod',
      goods: order.goods,
      buyerIsSeller: false,
    });
  });

  test('once it is over shows the producer no door and no number any more', async () => {
    const sold = await shipped();
    await post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Chị Mẫu', cashCollected: 0 });
    await market.settle();
    const { body } = await market.ask('GET', `/me/parcels/${sold.parcel}`, { as: sold.producer });
    const seen = body as ProducerParcel;
    expect(seen.deliverTo.address).toBe('');
    expect(seen.deliverTo.phone).toMatch(/^09•+\d{3}$/);
  });

  test('that its producer looks at leaves a note of who saw the buyer', async () => {
    const sold = await sale();
    await market.ask('GET', `/me/parcels/${sold.parcel}`, { as: sold.producer });
    const notes = await rows(market.db, 'select actor_id, purpose from platform.looked where subject = $1', [
      sold.order.id,
    ]);
    expect(notes).toEqual([{ actor_id: sold.producer.id, purpose: 'delivery' }]);
  });

  test('bought by someone of the same household is known as such', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ producer });
    const input = await market.order([{ offer, quantity: 1_000 }]);
    const { body } = await market.ask('POST', '/orders', { as: producer, body: input });
    const order = body as OrderView;
    const parcel = order.parcels[0]?.id as string;
    await post(producer, `${parcel}/confirmation`);
    await post(producer, `${parcel}/packing`, { harvestedOn: '2026-11-22' });
    await market.settle();
    await post(producer, `${parcel}/dispatch`, {});
    await post(producer, `${parcel}/delivery`, { receivedBy: 'tôi' });
    await market.settle();
    expect((await market.stated<object>(parcel)).at(-1)).toMatchObject({
      type: 'parcel.delivered',
      data: { buyerIsSeller: true },
    });
  });
});

describe('somebody else’s parcel', () => {
  test('is not found by another producer, whatever she tries', async () => {
    const { parcel } = await packed();
    const stranger = await market.producer();
    const tries: [string, object | undefined, string][] = [
      ['confirmation', undefined, 'ordering.not-found'],
      ['packing', { harvestedOn: '2026-11-22' }, 'ordering.not-found'],
      ['refusal', { reason: 'không muốn' }, 'ordering.not-found'],
      ['dispatch', {}, 'logistics.not-found'],
      ['delivery', { receivedBy: 'ai đó' }, 'logistics.not-found'],
      ['failure', { reason: 'không gặp' }, 'logistics.not-found'],
    ];
    for (const [act, body, code] of tries) {
      const answer = await post(stranger, `${parcel}/${act}`, body);
      expect({ act, ...answer }).toMatchObject({ act, status: 404, body: { code } });
    }
    expect((await market.ask('GET', `/me/parcels/${parcel}`, { as: stranger })).status).toBe(404);
  });

  test('is refused to buyers and to those not signed in', async () => {
    const { parcel } = await sale();
    expect((await post(market.person(), `${parcel}/confirmation`)).status).toBe(403);
    expect((await market.ask('POST', `/parcels/${parcel}/confirmation`)).status).toBe(401);
  });
});

describe('a producer who can’t', () => {
  test('refuses: stock comes back, a paid buyer is owed the parcel, and the last refusal cancels the order', async () => {
    const sold = await sale({ payment: 'vnpay' });
    for (let tap = 0; tap < 2; tap++) {
      expect((await post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Mưa đá hỏng vải' })).status).toBe(200);
    }
    expect((await market.level(sold.offer)).onHand).toBe(5_000);
    expect(await market.stated(sold.parcel)).toMatchObject([
      { type: 'parcel.cancelled', data: { reason: 'Mưa đá hỏng vải', refund: sold.order.total } },
    ]);
    expect((await market.stated<object>(sold.order.id)).at(-1)).toMatchObject({
      type: 'order.cancelled',
      data: { reason: 'producer', refund: 0 },
    });
    expect(await now(sold)).toMatchObject({ state: 'cancelled' });
  });

  test('of two who refuse at the same moment the order is cancelled once', async () => {
    const sellers = [await market.producer(), await market.producer()];
    const lines = await Promise.all(
      sellers.map(async (producer) => ({ offer: await market.listing({ producer }), quantity: 1_000 })),
    );
    const order = await market.placed(lines);
    const answers = await Promise.all(
      order.parcels.map((parcel) => {
        const producer = sellers.find((seller) => seller.grants[0]?.producer === parcel.producer.id) as Actor;
        return post(producer, `${parcel.id}/refusal`, { reason: 'Hết hàng' });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await market.types(order.id)).filter((type) => type === 'order.cancelled')).toHaveLength(1);
  });

  test('does not refuse what is packed, nor pack a harvest of tomorrow', async () => {
    const sold = await packed();
    expect((await post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Đổi ý' })).body).toMatchObject({
      code: 'ordering.illegal-step',
      details: { from: 'packed', to: 'cancelled' },
    });
    const other = await sale();
    await post(other.producer, `${other.parcel}/confirmation`);
    const { status, body } = await post(other.producer, `${other.parcel}/packing`, { harvestedOn: '2026-11-24' });
    expect({ status, body }).toMatchObject({ status: 422, body: { errors: [{ field: 'harvestedOn' }] } });
  });
});

describe('news of a shipment', () => {
  const news = (sold: Sale) => ({
    dispatched: () =>
      market.hears(MarkShipped, 'shipment.dispatched', randomUUID(), {
        parcel: sold.parcel,
        code: sold.order.parcels[0]?.code as string,
        producer: sold.producer.grants[0]?.producer as string,
        commune: '07330',
        toCommune: '07330',
        storage: 'ambient',
        commodities: ['vai'],
        device: null,
      }),
    delivered: () =>
      market.hears(MarkDelivered, 'shipment.delivered', randomUUID(), {
        parcel: sold.parcel,
        receivedBy: 'Mẫu',
        cashCollected: 0,
      }),
    failed: () =>
      market.hears(MarkReturned, 'shipment.failed', randomUUID(), { parcel: sold.parcel, reason: 'Không gặp' }),
  });

  test('in the wrong order, and twice, ends the same', async () => {
    const sold = await packed();
    const { dispatched, delivered, failed } = news(sold);
    for (const hear of [delivered, dispatched, delivered, failed, dispatched]) await hear();
    expect(await now(sold)).toMatchObject({ parcels: [{ state: 'delivered', shippedAt: expect.any(String) }] });
    expect((await market.types(sold.parcel)).slice(2)).toEqual(['parcel.delivered']);
    expect((await market.level(sold.offer)).onHand).toBe(3_000);
  });

  test('that it could not be handed over brings the goods and a paid buyer’s money back, once', async () => {
    const sold = await packed({ payment: 'vnpay' });
    const { dispatched, delivered, failed } = news(sold);
    for (const hear of [dispatched, failed, failed, delivered]) await hear();
    expect(await now(sold)).toMatchObject({ parcels: [{ state: 'returned' }] });
    expect(await market.level(sold.offer)).toEqual({ onHand: 5_000, held: 0, moved: 5_000, active: 0 });
    const facts = await market.stated<object>(sold.parcel);
    expect(facts.slice(2)).toMatchObject([
      { type: 'parcel.returned', data: { reason: 'Không gặp', refund: sold.order.total } },
    ]);
  });

  test('for a parcel that was cancelled, or that nobody knows, changes nothing', async () => {
    const sold = await sale();
    await post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Hết hàng' });
    const { dispatched, delivered, failed } = news(sold);
    for (const hear of [dispatched, delivered, failed]) await hear();
    expect(await now(sold)).toMatchObject({ state: 'cancelled', parcels: [{ state: 'cancelled', shippedAt: null }] });
    await market.hears(MarkDelivered, 'shipment.delivered', randomUUID(), {
      parcel: randomUUID(),
      receivedBy: 'ai',
      cashCollected: 0,
    });
  });
});

describe('a parcel that got too warm', () => {
  const officer = (commune: string) => market.person([{ role: 'commune-officer', commune }], 'official');
  const finding = { finding: 'Đã mở xem: hàng còn tốt' };

  test('is held until an officer of the producer’s area has looked, and is not handed over before', async () => {
    const sold = await shipped({ storage: 'chilled' });
    await breach(sold);
    await market.settle();
    expect(await now(sold)).toMatchObject({
      parcels: [
        { state: 'shipped', held: true, holdReason: 'Nóng quá giới hạn 8,0 °C: đo được 14,3 °C, kéo dài 45 phút' },
      ],
    });
    const refused = await post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Mẫu' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'ordering.parcel-held' } });
    expect(await post(officer('30076'), `${sold.parcel}/release`, finding)).toMatchObject({ status: 404 });
    expect(await post(sold.producer, `${sold.parcel}/release`, finding)).toMatchObject({ status: 403 });
    const here = officer('07330');
    for (let tap = 0; tap < 2; tap++) {
      expect(await post(here, `${sold.parcel}/release`, finding)).toEqual({ status: 200, body: { done: true } });
    }
    await market.settle();
    expect(await now(sold)).toMatchObject({ parcels: [{ held: false, holdReason: null }] });
    expect(await post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Mẫu' })).toMatchObject({ status: 200 });
    await market.settle();
    expect((await market.types(sold.parcel)).slice(2)).toEqual(['parcel.held', 'parcel.released', 'parcel.delivered']);
  });

  test('is held once for each excursion: an old one, heard again after the release, does not hold it anew', async () => {
    const sold = await shipped({ storage: 'chilled' });
    const excursion = randomUUID();
    await breach(sold, excursion);
    await breach(sold, excursion);
    await post(
      market.person([{ role: 'province-officer', province: '24' }], 'official'),
      `${sold.parcel}/release`,
      finding,
    );
    await breach(sold, excursion);
    expect(await now(sold)).toMatchObject({ parcels: [{ held: false }] });
    expect((await market.types(sold.parcel)).filter((type) => type === 'parcel.held')).toHaveLength(1);
  });

  test('and comes back is not sold again', async () => {
    const sold = await shipped({ storage: 'chilled' });
    await breach(sold);
    await market.settle();
    expect((await post(sold.producer, `${sold.parcel}/failure`, { reason: 'Hàng hỏng' })).status).toBe(200);
    await market.settle();
    expect(await now(sold)).toMatchObject({ parcels: [{ state: 'returned' }] });
    expect((await market.level(sold.offer)).onHand).toBe(3_000);
  });

  test('is not held any more when it was handed over already', async () => {
    const sold = await shipped();
    await post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Mẫu' });
    await market.settle();
    await breach(sold);
    expect(await now(sold)).toMatchObject({ parcels: [{ state: 'delivered', held: false }] });
  });
});

describe('whoever watches over a commune', () => {
  test('sees parcels under way from and to it, held ones first, and nothing of the buyer', async () => {
    const [calm, warm] = [await shipped({ storage: 'chilled' }), await shipped({ storage: 'chilled' })];
    await breach(warm);
    const ordering = market.get(Ordering);
    const seen = await ordering.watchList(['07330']);
    const ids = seen.map(({ id }) => id);
    expect(ids.indexOf(warm.parcel)).toBeLessThan(ids.indexOf(calm.parcel));
    expect(seen[0]?.held).toBe(true);
    expect(JSON.stringify(seen)).not.toContain('Nguyễn Thị Mẫu');
    expect(await ordering.watchList(['28273'])).toEqual([]);
    const code = warm.order.parcels[0]?.code as string;
    expect(await ordering.watched(code, ['07330'])).toMatchObject({ id: warm.parcel, holds: [{ releasedAt: null }] });
    await expect(ordering.watched(code, ['28273'])).rejects.toMatchObject({ code: 'ordering.not-found' });
    expect(await ordering.parcelByCode(code)).toMatchObject({ id: warm.parcel, producer: { commune: '07330' } });
    expect(await ordering.parcelByCode('0000000000')).toBeUndefined();
  });

  test('a producer reads what is to be done and what this month brought', async () => {
    const sold = await sale();
    expect(await market.get(Ordering).countsFor(sold.producer)).toEqual({
      waiting: 1,
      toDo: 1,
      sold: sold.order.goods,
    });
    await post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Hết hàng' });
    expect(await market.get(Ordering).countsFor(sold.producer)).toEqual({ waiting: 0, toDo: 0, sold: 0 });
  });
});

describe('a shipment', () => {
  test('of chilled goods does not leave without a logger, and a logger rides on one parcel at a time', async () => {
    const sold = await packed({ storage: 'chilled' });
    expect(await post(sold.producer, `${sold.parcel}/dispatch`, {})).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'device' }] },
    });
    const busy = await shipped({ storage: 'chilled' });
    expect(await post(sold.producer, `${sold.parcel}/dispatch`, { device: busy.device })).toMatchObject({
      status: 409,
      body: { code: 'coldchain.device-busy' },
    });
    await post(busy.producer, `${busy.parcel}/delivery`, { receivedBy: 'Mẫu' });
    expect(await post(sold.producer, `${sold.parcel}/dispatch`, { device: busy.device })).toMatchObject({
      status: 200,
    });
  });

  test('leaves only when the parcel is packed, and takes no more cash than is due', async () => {
    const sold = await sale();
    await post(sold.producer, `${sold.parcel}/confirmation`);
    await market.settle();
    expect(await post(sold.producer, `${sold.parcel}/dispatch`, {})).toMatchObject({
      status: 409,
      body: { code: 'logistics.illegal-step', details: { from: 'created', to: 'dispatched' } },
    });
    const out = await shipped();
    const { status, body } = await post(out.producer, `${out.parcel}/delivery`, {
      receivedBy: 'Mẫu',
      cashCollected: out.order.total + 1,
    });
    expect({ status, body }).toMatchObject({ status: 422, body: { errors: [{ field: 'cashCollected' }] } });
  });

  test('of a cancelled order never leaves', async () => {
    const sold = await sale();
    await post(sold.producer, `${sold.parcel}/confirmation`);
    await market.settle();
    await market.ask('POST', `/orders/${sold.order.code}/cancellation`, { body: { key: sold.order.key } });
    await market.settle();
    expect(await post(sold.producer, `${sold.parcel}/dispatch`, {})).toMatchObject({
      status: 404,
      body: { code: 'logistics.not-found' },
    });
  });

  test('is told to whoever asks about the parcel, in the contract’s shape', async () => {
    const sold = await shipped();
    const { body } = await post(sold.producer, `${sold.parcel}/failure`, { reason: 'Không gặp người nhận' });
    expect(body as ShipmentView).toMatchObject({ parcel: sold.parcel, state: 'failed', device: sold.device });
  });
});
