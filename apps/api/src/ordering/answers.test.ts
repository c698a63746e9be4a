import { randomUUID } from 'node:crypto';
import type { BasketView, ProducerParcel } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { sales } from '../../../../tests/support/sale.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { WatchAnswers } from './index.ts';

/** A producer's answer and what becomes of none; the days on which she takes no orders. */

const { url } = await freshDatabase();
let market: Trade;
let buy: ReturnType<typeof sales>;
beforeAll(async () => {
  market = await Trade.open(url);
  buy = sales(market);
});
afterAll(() => market?.close());

const hour = 3_600_000;
const later = (hours: number) => {
  market.clock.pass(hours * hour);
};
const watch = () => market.get(WatchAnswers).run();
const mine = async (as: Actor, parcel: string): Promise<ProducerParcel> =>
  (await market.ask('GET', `/me/parcels/${parcel}`, { as })).body;

describe('an order nobody answers', () => {
  test('tells its producer by when, reminds her once, and is taken back with stock and money at the deadline', async () => {
    const sold = await buy.sale({ payment: 'vnpay' });
    const placed = market.clock.now().getTime();
    const seen = await mine(sold.producer, sold.parcel);
    expect(seen.answerBy).toBe(new Date(placed + 24 * hour).toISOString());
    later(11);
    await watch();
    expect(await market.types(sold.parcel)).toEqual([]);
    later(2);
    await watch();
    await watch();
    expect(await market.types(sold.parcel)).toEqual(['parcel.unanswered']);
    later(12);
    await watch();
    await watch();
    expect(await market.types(sold.parcel)).toEqual(['parcel.unanswered', 'parcel.cancelled']);
    const [, cancelled] = await market.stated(sold.parcel);
    expect(cancelled?.data).toMatchObject({ late: true, refund: sold.order.total });
    expect((await market.types(sold.order.id)).at(-1)).toBe('order.cancelled');
    expect(await market.level(sold.offer)).toMatchObject({ onHand: 5_000, held: 0 });
    expect(await buy.now(sold)).toMatchObject({ state: 'cancelled', stands: 0 });
    expect(await buy.post(sold.producer, `${sold.parcel}/confirmation`)).toMatchObject({
      status: 409,
      body: { code: 'ordering.illegal-step' },
    });
  });

  test('is left alone once it was answered, also when the answer comes at the last minute', async () => {
    const sold = await buy.sale();
    later(23);
    await Promise.all([buy.post(sold.producer, `${sold.parcel}/confirmation`), watch()]);
    later(5);
    await watch();
    expect(await market.types(sold.parcel)).not.toContain('parcel.cancelled');
    expect(await mine(sold.producer, sold.parcel)).toMatchObject({ state: 'confirmed', answerBy: null });
  });

  test('that was answered at the very moment of the deadline is either hers or nobody’s, never both', async () => {
    const sold = await buy.sale();
    later(25);
    const [answer] = await Promise.all([buy.post(sold.producer, `${sold.parcel}/confirmation`), watch()]);
    const types = await market.types(sold.parcel);
    const said = types.filter((type) => type === 'parcel.confirmed' || type === 'parcel.cancelled');
    expect(said).toEqual([answer.status === 200 ? 'parcel.confirmed' : 'parcel.cancelled']);
  });
});

describe('a producer who is away', () => {
  const today = () => market.clock.now().toISOString().slice(0, 10);
  const day = (days: number) => new Date(market.clock.now().getTime() + days * 24 * hour).toISOString().slice(0, 10);
  const away = (
    as: Actor,
    days: { from: string; to: string },
    id: string = randomUUID(),
    producer = as.grants[0]?.producer,
  ) => market.ask('PUT', `/me/away/${id}`, { as, body: { producer, ...days } });

  test('takes no orders on those days, by name, and does again afterwards', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ producer });
    const id = randomUUID();
    for (let tap = 0; tap < 2; tap++) {
      expect(await away(producer, { from: today(), to: day(2) }, id)).toMatchObject({
        status: 200,
        body: { items: [{ id, from: today(), to: day(2) }] },
      });
    }
    const quote = () =>
      market.ask('POST', '/quotes', { body: { lines: [{ offer, quantity: 1_000 }], commune: '07330' } });
    expect(await quote()).toMatchObject({
      status: 409,
      body: { code: 'ordering.producer-away', details: { producer: 'Hộ chị Lành', until: day(2) } },
    });
    const key = 'k'.repeat(43);
    const basket = await market.ask('PUT', `/baskets/${key}/lines/${offer}`, { body: { quantity: 1_000 } });
    expect((basket.body as BasketView).parcels[0]?.lines[0]?.trouble).toBe('away');
    later(3 * 24);
    expect((await quote()).status).toBe(200);
    expect((await market.ask('GET', '/me/away', { as: producer })).body).toEqual({ items: [] });
  });

  test('may come back sooner, and nobody says it for her', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ producer });
    const stranger = await market.producer();
    const id = randomUUID();
    const hers = producer.grants[0]?.producer;
    expect(await away(stranger, { from: today(), to: day(1) }, id, hers)).toMatchObject({ status: 404 });
    await away(producer, { from: today(), to: day(1) }, id);
    expect((await market.ask('DELETE', `/me/away/${id}`, { as: stranger })).status).toBe(404);
    expect((await market.ask('DELETE', `/me/away/${id}`, { as: producer })).status).toBe(200);
    expect((await market.placed([{ offer, quantity: 1_000 }])).state).toBe('placed');
    expect(await market.types(hers as string)).toEqual(expect.arrayContaining(['away.set', 'away.ended']));
  });

  test('says days that are to come, in their order, and not for ever', async () => {
    const producer = await market.producer();
    expect(await away(producer, { from: day(2), to: day(1) })).toMatchObject({ status: 422 });
    expect(await away(producer, { from: day(-3), to: day(-1) })).toMatchObject({ status: 422 });
    expect(await away(producer, { from: day(0), to: day(90) })).toMatchObject({ status: 422 });
    expect(await away(producer, { from: day(0), to: day(89) })).toMatchObject({ status: 200 });
  });
});
