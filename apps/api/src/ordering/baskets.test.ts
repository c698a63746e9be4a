import { randomBytes, randomUUID } from 'node:crypto';
import type { BasketView } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { poolOf, rows } from '../platform/database.ts';
import { ExpireBaskets } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
beforeAll(async () => {
  market = await Trade.open(url);
});
afterAll(() => market?.close());

const newKey = () => randomBytes(32).toString('base64url');
const put = (key: string, offer: string, quantity: number) =>
  market.ask('PUT', `/baskets/${key}/lines/${offer}`, { body: { quantity } });
const see = async (key: string): Promise<BasketView> => (await market.ask('GET', `/baskets/${key}`)).body;

describe('a basket', () => {
  test('keeps what is put in, at today’s prices, by the parcels it would travel in', async () => {
    const [near, far] = [await market.producer(), await market.producer('30076', '92')];
    const key = newKey();
    const first = await market.listing({ producer: near, price: 20_000 });
    const second = await market.listing({ producer: far, price: 30_000 });
    await put(key, first, 1_500);
    market.clock.pass(1_000);
    const { body } = await put(key, second, 1_000);
    expect(body).toMatchObject({
      count: 2,
      goods: 60_000,
      parcels: [
        { goods: 30_000, lines: [{ offer: first, quantity: 1_500, amount: 30_000, increment: 500, trouble: null }] },
        { goods: 30_000, lines: [{ offer: second, listing: { available: 10_000 } }] },
      ],
    });
    expect(await see(key)).toEqual(body);
    await put(key, first, 500);
    expect((await put(key, second, 0)).body).toMatchObject({ count: 1, goods: 10_000 });
    expect(await see(key)).toMatchObject({ count: 1, goods: 10_000 });
  });

  test('asks the database eight times at most, as often with many things in it as with one', async () => {
    const key = newKey();
    const asked = vi.spyOn(poolOf(market.db), 'query');
    const connected = vi.spyOn(poolOf(market.db), 'connect');
    const counts: number[] = [];
    for (let line = 0; line < 6; line++) {
      const offer = await market.listing();
      asked.mockClear();
      connected.mockClear();
      await put(key, offer, 1_000);
      expect(connected).toHaveBeenCalledTimes(asked.mock.calls.length); // no transaction asks beside
      counts.push(asked.mock.calls.length);
    }
    asked.mockRestore();
    connected.mockRestore();
    expect(Math.max(...counts)).toBeLessThanOrEqual(8);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.at(-1)).toBe(counts[0]);
  });

  test('under a key nobody has used is empty, and keys are not kept readable', async () => {
    const key = newKey();
    expect(await see(key)).toEqual({ parcels: [], gone: [], goods: 0, count: 0 });
    await put(key, await market.listing(), 1_000);
    expect(await rows(market.db, 'select 1 from ordering.basket where key_hash = $1', [key])).toEqual([]);
    expect((await market.ask('GET', '/baskets/short')).status).toBe(422);
  });

  test('says what is wrong with a line that can’t be ordered as it stands', async () => {
    const key = newKey();
    const [dearer, scarce, odd, hidden] = [
      await market.listing(),
      await market.listing({ quantity: 1_000 }),
      await market.listing(),
      await market.listing(),
    ];
    await put(key, dearer, 1_000);
    await put(key, scarce, 1_500);
    await put(key, odd, 700);
    await put(key, hidden, 1_000);
    await rows(market.db, 'update catalogue.offer set price = price + 5000 where id = $1', [dearer]);
    await rows(market.db, 'update catalogue.offer set visible = false where id = $1', [hidden]);
    const basket = await see(key);
    const trouble = Object.fromEntries(
      [...basket.parcels.flatMap((parcel) => parcel.lines), ...basket.gone].map((line) => [line.offer, line.trouble]),
    );
    expect(trouble).toEqual({
      [dearer]: 'price-changed',
      [scarce]: 'too-little',
      [odd]: 'quantity-step',
      [hidden]: 'not-for-sale',
    });
    expect(basket.parcels.flatMap((parcel) => parcel.lines).find((line) => line.offer === dearer)).toMatchObject({
      priceSeen: 30_000,
      amount: 35_000,
    });
  });

  test('takes nothing that is not on sale, and sixty listings at most', async () => {
    const key = newKey();
    expect((await put(key, randomUUID(), 1_000)).body).toMatchObject({ code: 'catalogue.not-for-sale' });
    const offer = await market.listing();
    await put(key, offer, 1_000);
    await rows(
      market.db,
      `insert into ordering.basket_line (basket, offer, quantity, price_seen, added_at)
       select basket, gen_random_uuid(), 1000, 1000, added_at from ordering.basket_line, generate_series(1, 59)
       where offer = $1`,
      [offer],
    );
    expect(await put(key, await market.listing(), 1_000)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'offer' }] },
    });
    expect((await put(key, offer, 2_000)).status).toBe(200);
  });

  test('nobody touched for sixty days is thrown away, another is kept', async () => {
    const [old, young] = [newKey(), newKey()];
    const offer = await market.listing();
    await put(old, offer, 1_000);
    market.clock.pass(30 * 86_400_000);
    await put(young, offer, 1_000);
    market.clock.pass(30 * 86_400_000 + 1);
    await market.get(ExpireBaskets).run();
    expect((await see(old)).count).toBe(0);
    expect((await see(young)).count).toBe(1);
  });
});
