import { randomUUID } from 'node:crypto';
import type { OrderView, ProducerParcel } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { type Sale, sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { MarkDelivered, MarkReturned, MarkShipped } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
beforeAll(async () => {
  market = await Trade.open(url);
  buy = sales(market);
});
afterAll(() => market?.close());

describe('a parcel sold for cash', () => {
  test('is accepted, packed, sent and handed over, and each step is stated once', async () => {
    const sold = await buy.sale();
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
      expect((await buy.post(producer, `${parcel}/confirmation`)).body).toMatchObject({ state: 'confirmed' });
    }
    for (let tap = 0; tap < 2; tap++) {
      const { body } = await buy.post(producer, `${parcel}/packing`, { harvestedOn: '2026-11-22' });
      expect(body).toMatchObject({ state: 'packed', harvestedOn: '2026-11-22' });
    }
    await market.settle();
    for (let tap = 0; tap < 2; tap++) {
      expect((await buy.post(producer, `${parcel}/dispatch`, {})).body).toMatchObject({
        state: 'dispatched',
        device: null,
      });
    }
    await market.settle();
    expect(await buy.now(sold)).toMatchObject({ state: 'in-progress', parcels: [{ state: 'shipped' }] });
    for (let tap = 0; tap < 2; tap++) {
      const { body } = await buy.post(producer, `${parcel}/delivery`, {
        receivedBy: 'Chị Mẫu',
        cashCollected: order.total,
      });
      expect(body).toMatchObject({ state: 'delivered', cashCollected: order.total });
    }
    await market.settle();
    expect(await buy.now(sold)).toMatchObject({
      state: 'completed',
      paid: true,
      parcels: [{ state: 'delivered', held: false }],
    });
    expect(await market.types(parcel)).toEqual(['parcel.confirmed', 'parcel.packed', 'parcel.delivered']);
    const facts = await market.stated(parcel);
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
    const sold = await buy.shipped();
    await buy.post(sold.producer, `${sold.parcel}/delivery`, { receivedBy: 'Chị Mẫu', cashCollected: 0 });
    await market.settle();
    const { body } = await market.ask('GET', `/me/parcels/${sold.parcel}`, { as: sold.producer });
    const seen = body as ProducerParcel;
    expect(seen.deliverTo.address).toBe('');
    expect(seen.deliverTo.phone).toMatch(/^09•+\d{3}$/);
  });

  test('that its producer looks at leaves a note of who saw the buyer', async () => {
    const sold = await buy.sale();
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
    await buy.post(producer, `${parcel}/confirmation`);
    await buy.post(producer, `${parcel}/packing`, { harvestedOn: '2026-11-22' });
    await market.settle();
    await buy.post(producer, `${parcel}/dispatch`, {});
    await buy.post(producer, `${parcel}/delivery`, { receivedBy: 'tôi' });
    await market.settle();
    expect((await market.stated(parcel)).at(-1)).toMatchObject({
      type: 'parcel.delivered',
      data: { buyerIsSeller: true },
    });
  });
});

describe('somebody else’s parcel', () => {
  test('is not found by another producer, whatever she tries', async () => {
    const { parcel } = await buy.packed();
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
      const answer = await buy.post(stranger, `${parcel}/${act}`, body);
      expect({ act, ...answer }).toMatchObject({ act, status: 404, body: { code } });
    }
    expect((await market.ask('GET', `/me/parcels/${parcel}`, { as: stranger })).status).toBe(404);
  });

  test('is refused to buyers and to those not signed in', async () => {
    const { parcel } = await buy.sale();
    expect((await buy.post(market.person(), `${parcel}/confirmation`)).status).toBe(403);
    expect((await market.ask('POST', `/parcels/${parcel}/confirmation`)).status).toBe(401);
  });
});

describe('a producer who can’t', () => {
  test('refuses: stock comes back, a paid buyer is owed the parcel, and the last refusal cancels the order', async () => {
    const sold = await buy.sale({ payment: 'vnpay' });
    for (let tap = 0; tap < 2; tap++) {
      expect((await buy.post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Mưa đá hỏng vải' })).status).toBe(200);
    }
    expect((await market.level(sold.offer)).onHand).toBe(5_000);
    expect(await market.stated(sold.parcel)).toMatchObject([
      { type: 'parcel.cancelled', data: { reason: 'Mưa đá hỏng vải', refund: sold.order.total } },
    ]);
    expect((await market.stated(sold.order.id)).at(-1)).toMatchObject({
      type: 'order.cancelled',
      data: { reason: 'producer', refund: 0 },
    });
    expect(await buy.now(sold)).toMatchObject({ state: 'cancelled' });
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
        return buy.post(producer, `${parcel.id}/refusal`, { reason: 'Hết hàng' });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await market.types(order.id)).filter((type) => type === 'order.cancelled')).toHaveLength(1);
  });

  test('does not refuse what is packed, nor pack a harvest of tomorrow', async () => {
    const sold = await buy.packed();
    expect((await buy.post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Đổi ý' })).body).toMatchObject({
      code: 'ordering.illegal-step',
      details: { from: 'packed', to: 'cancelled' },
    });
    const other = await buy.sale();
    await buy.post(other.producer, `${other.parcel}/confirmation`);
    const { status, body } = await buy.post(other.producer, `${other.parcel}/packing`, { harvestedOn: '2026-11-24' });
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
    const sold = await buy.packed();
    const { dispatched, delivered, failed } = news(sold);
    for (const hear of [delivered, dispatched, delivered, failed, dispatched]) await hear();
    expect(await buy.now(sold)).toMatchObject({ parcels: [{ state: 'delivered', shippedAt: expect.any(String) }] });
    expect((await market.types(sold.parcel)).slice(2)).toEqual(['parcel.delivered']);
    expect((await market.level(sold.offer)).onHand).toBe(3_000);
  });

  test('that it could not be handed over brings the goods and a paid buyer’s money back, once', async () => {
    const sold = await buy.packed({ payment: 'vnpay' });
    const { dispatched, delivered, failed } = news(sold);
    for (const hear of [dispatched, failed, failed, delivered]) await hear();
    expect(await buy.now(sold)).toMatchObject({ parcels: [{ state: 'returned' }] });
    expect(await market.level(sold.offer)).toEqual({ onHand: 5_000, held: 0, moved: 5_000, active: 0 });
    const facts = await market.stated(sold.parcel);
    expect(facts.slice(2)).toMatchObject([
      { type: 'parcel.returned', data: { reason: 'Không gặp', refund: sold.order.total } },
    ]);
  });

  test('for a parcel that was cancelled, or that nobody knows, changes nothing', async () => {
    const sold = await buy.sale();
    await buy.post(sold.producer, `${sold.parcel}/refusal`, { reason: 'Hết hàng' });
    const { dispatched, delivered, failed } = news(sold);
    for (const hear of [dispatched, delivered, failed]) await hear();
    expect(await buy.now(sold)).toMatchObject({
      state: 'cancelled',
      parcels: [{ state: 'cancelled', shippedAt: null }],
    });
    await market.hears(MarkDelivered, 'shipment.delivered', randomUUID(), {
      parcel: randomUUID(),
      receivedBy: 'ai',
      cashCollected: 0,
    });
  });
});
