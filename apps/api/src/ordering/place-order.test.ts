import { randomUUID } from 'node:crypto';
import type { OrderView, PlaceOrder as Input, QuoteView } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { guest, Trade, newPhone } from '../../../../tests/support/trade.ts';
import { rows } from '../platform/database.ts';
import { PlaceOrder } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
let place: PlaceOrder;
beforeAll(async () => {
  market = await Trade.open(url);
  place = market.get(PlaceOrder);
});
afterAll(() => market?.close());

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe('an order', () => {
  test('by cash on delivery stands at once, is told once, and its goods are sold', async () => {
    const offer = await market.listing({ quantity: 5_000, price: 30_000 });
    const input = await market.order([{ offer, quantity: 1_500 }]);
    const { status, body } = await market.ask('POST', '/orders', { body: input });
    const order = body as OrderView;
    expect(status).toBe(200);
    expect(order).toMatchObject({
      id: input.id,
      state: 'placed',
      payment: 'cod',
      paid: false,
      payBy: null,
      goods: 45_000,
    });
    expect(order.shipping).toBe(15_000);
    expect(order.total).toBe(60_000);
    expect(order.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(order.key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(order.deliverTo.communeName).toContain('Phúc Hòa');
    expect(order.parcels).toHaveLength(1);
    expect(order.parcels[0]?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(await market.level(offer)).toEqual({ onHand: 3_500, held: 0, moved: 3_500, active: 0 });
    const [fact, ...rest] = await market.stated(input.id);
    expect(rest).toEqual([]);
    expect(fact).toMatchObject({
      type: 'order.placed',
      data: {
        code: order.code,
        goods: 45_000,
        shipping: 15_000,
        parcels: [{ commune: '07330', lines: [{ offer, quantity: 1_500, amount: 45_000 }] }],
      },
    });
    expect(JSON.stringify(fact)).not.toContain(input.deliverTo.phone); // facts live for years, people's numbers do not
  });

  test('sent twice, even at the same moment, is one order with one answer', async () => {
    const offer = await market.listing({ quantity: 5_000 });
    const input = await market.order([{ offer, quantity: 2_000 }]);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => place.run(guest, input)));
    answers.push(await place.run(guest, input));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await market.level(offer)).onHand).toBe(3_000);
    expect(await market.types(input.id)).toEqual(['order.placed']);
  });

  test('that was placed is answered again even when the price has changed since, or nothing is left', async () => {
    const offer = await market.listing({ quantity: 1_000 });
    const input = await market.order([{ offer, quantity: 1_000 }]);
    const first = await place.run(guest, input);
    await rows(market.db, 'update catalogue.offer set price = price + 1000, visible = false where id = $1', [offer]);
    expect(await place.run(guest, input)).toEqual(first);
  });

  test('with other words under the same id, or from someone else, is refused', async () => {
    const offer = await market.listing();
    const input = await market.order([{ offer, quantity: 1_000 }]);
    await place.run(guest, input);
    const moved: Input = { ...input, deliverTo: { ...input.deliverTo, address: 'Số 9, ngõ khác' } };
    expect(await refusal(place.run(guest, moved))).toBe('ordering.id-used');
    expect(await refusal(place.run(market.person(), input))).toBe('ordering.id-used');
    expect((await market.level(offer)).onHand).toBe(9_000);
  });

  test('whose total is not the one the buyer saw is refused with the new one, and nothing is sold', async () => {
    const offer = await market.listing({ price: 20_000 });
    const input = await market.order([{ offer, quantity: 1_000 }]);
    await rows(market.db, 'update catalogue.offer set price = 25000 where id = $1', [offer]);
    const { status, body } = await market.ask('POST', '/orders', { body: input });
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { code: 'ordering.total-changed', details: { goods: 25_000, shipping: 15_000, total: 40_000 } },
    });
    expect((await market.level(offer)).onHand).toBe(10_000);
    expect(await market.stated(input.id)).toEqual([]);
  });

  test('of a listing that is hidden, or in a step that is not sold, is refused', async () => {
    const offer = await market.listing();
    const input = await market.order([{ offer, quantity: 1_000 }]);
    expect(await refusal(place.run(guest, { ...input, lines: [{ offer, quantity: 700 }] }))).toBe(
      'catalogue.quantity-step',
    );
    await rows(market.db, 'update catalogue.offer set visible = false where id = $1', [offer]);
    expect(await refusal(place.run(guest, input))).toBe('catalogue.not-for-sale');
    expect(await refusal(place.run(guest, { ...input, lines: [{ offer: randomUUID(), quantity: 500 }] }))).toBe(
      'catalogue.not-for-sale',
    );
  });

  test('to a commune that does not exist has no route', async () => {
    const offer = await market.listing();
    const input = await market.order([{ offer, quantity: 1_000 }]);
    const lost = { ...input, deliverTo: { ...input.deliverTo, commune: '99999' } };
    expect(await refusal(place.run(guest, lost))).toBe('logistics.no-route');
  });

  test('of which one line is too much takes nothing of the others', async () => {
    const [plenty, scarce] = [await market.listing({ quantity: 9_000 }), await market.listing({ quantity: 1_000 })];
    const input = await market.order([
      { offer: plenty, quantity: 1_000 },
      { offer: scarce, quantity: 1_500 },
    ]);
    const { status, body } = await market.ask('POST', '/orders', { body: input });
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { code: 'stock.too-little', details: { offer: scarce, available: 1_000 } },
    });
    expect((await market.level(plenty)).onHand).toBe(9_000);
    expect(await rows(market.db, 'select 1 from ordering."order" where id = $1', [input.id])).toEqual([]);
  });

  test('from several producers travels in a parcel for each producer and each way of keeping, and the sums agree', async () => {
    const [near, far] = [await market.producer(), await market.producer('30076', '92')];
    const lines = [
      { offer: await market.listing({ producer: near, storage: 'ambient', price: 10_000 }), quantity: 1_500 },
      { offer: await market.listing({ producer: far, storage: 'ambient', price: 20_000 }), quantity: 1_000 },
      { offer: await market.listing({ producer: near, storage: 'chilled', price: 33_333 }), quantity: 500 },
      { offer: await market.listing({ producer: near, storage: 'ambient', price: 40_000 }), quantity: 2_000 },
    ];
    const quote = await market.ask('POST', '/quotes', { body: { lines, commune: '07330' } });
    const order = await market.placed(lines);
    expect(order.parcels.map(({ storage, goods, shipping }) => ({ storage, goods, shipping }))).toEqual([
      { storage: 'ambient', goods: 95_000, shipping: 15_000 },
      { storage: 'ambient', goods: 20_000, shipping: 35_000 },
      { storage: 'chilled', goods: 16_667, shipping: 30_000 },
    ]);
    expect(order.total).toBe(95_000 + 20_000 + 16_667 + 15_000 + 35_000 + 30_000);
    expect((quote.body as QuoteView).total).toBe(order.total);
  });

  test('empties the basket of what was ordered and leaves the rest', async () => {
    const [bought, kept] = [await market.listing(), await market.listing()];
    const key = 'k'.repeat(43);
    for (const offer of [bought, kept]) {
      await market.ask('PUT', `/baskets/${key}/lines/${offer}`, { body: { quantity: 1_000 } });
    }
    await place.run(guest, { ...(await market.order([{ offer: bought, quantity: 1_000 }])), basket: key });
    const { body } = await market.ask('GET', `/baskets/${key}`);
    expect(body).toMatchObject({ count: 1, parcels: [{ lines: [{ offer: kept }] }] });
  });
});

describe('when many want the same', () => {
  test('twenty buyers at once for the last one: one has it, nineteen hear that it is gone', async () => {
    const offer = await market.listing({ quantity: 500 });
    const inputs = await Promise.all(Array.from({ length: 20 }, () => market.order([{ offer, quantity: 500 }])));
    const ends = await Promise.all(inputs.map((input) => refusal(place.run(guest, input))));
    expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
    expect(ends.filter((end) => end === 'stock.too-little')).toHaveLength(19);
    expect(await market.level(offer)).toEqual({ onHand: 0, held: 0, moved: 0, active: 0 });
  });

  test('orders for the same things in another order of lines never block each other', async () => {
    const offers = [await market.listing({ quantity: 50_000 }), await market.listing({ quantity: 50_000 })];
    const inputs = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        market.order((index % 2 ? offers : offers.toReversed()).map((offer) => ({ offer, quantity: 1_000 }))),
      ),
    );
    const ends = await Promise.all(inputs.map((input) => refusal(place.run(guest, input))));
    expect(new Set(ends)).toEqual(new Set(['accepted']));
    for (const offer of offers) expect((await market.level(offer)).onHand).toBe(30_000);
  });

  test('one phone has at most twenty orders under way, however fast they are sent', async () => {
    const offer = await market.listing({ quantity: 100_000 });
    const phone = newPhone();
    const inputs = await Promise.all(
      Array.from({ length: 24 }, () => market.order([{ offer, quantity: 500 }], { phone })),
    );
    const ends = await Promise.all(inputs.map((input) => refusal(place.run(guest, input))));
    expect(ends.filter((end) => end === 'accepted')).toHaveLength(20);
    expect(ends.filter((end) => end === 'ordering.too-many-open')).toHaveLength(4);
    expect((await market.level(offer)).onHand).toBe(90_000);
  });
});

describe('who may see an order', () => {
  test('its key opens all of it, its phone all but the name and the house, anything else nothing', async () => {
    const offer = await market.listing();
    const input = await market.order([{ offer, quantity: 1_000 }]);
    const order = await place.run(guest, input);
    const byKey = await market.ask('GET', `/orders/${order.code}?key=${order.key}`);
    expect(byKey.body).toEqual(order);
    const phone = encodeURIComponent(input.deliverTo.phone);
    const byPhone = await market.ask('GET', `/orders/${order.code.toLowerCase()}?phone=${phone}`);
    expect(byPhone.status).toBe(200);
    expect(byPhone.body).not.toHaveProperty('key');
    expect(byPhone.body).not.toHaveProperty('deliverTo');
    expect(JSON.stringify(byPhone.body)).not.toContain(input.deliverTo.name);
    const wrong = [
      `/orders/${order.code}?key=${'x'.repeat(43)}`,
      `/orders/${order.code}?phone=${encodeURIComponent('+84999999999')}`,
      `/orders/00000000?phone=${phone}`,
    ];
    for (const path of wrong) {
      const { status, body } = await market.ask('GET', path);
      expect({ status, body }).toMatchObject({ status: 404, body: { code: 'ordering.not-found' } });
    }
  });

  test('the buyer’s name, phone and house are kept in one table only', async () => {
    const offer = await market.listing();
    const input = await market.order([{ offer, quantity: 1_000 }]);
    await place.run(guest, input);
    const tables = await rows<{ name: string }>(
      market.db,
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('ordering', 'stock', 'logistics', 'platform')`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const found = await market.db.query(`select 1 from ${name} t where t::text like $1 limit 1`, [
        `%${input.deliverTo.phone}%`,
      ]);
      if (found.length > 0) holding.push(name);
    }
    expect(holding).toEqual(['ordering.delivery_address']);
  });
});
