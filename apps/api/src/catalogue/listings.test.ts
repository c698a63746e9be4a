import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { events, type EventType } from '../events.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { Catalogue } from './catalogue.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { ChangePrice } from './change-price.ts';
import { market, person, type Seller } from '../../../../tests/support/market.ts';
import { RelistListing } from './relist-listing.ts';
import { WithdrawListing } from './withdraw-listing.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);

const sessions = new Map<string, Actor>();
const token = (actor: Actor) => {
  const value = `token-${randomUUID()}`;
  sessions.set(value, actor);
  return { authorization: `Bearer ${value}` };
};
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async (t: string) => sessions.get(t) ?? null } }],
  clock,
});
const the = market(app, app.get(DataSource));
const catalogue = app.get(Catalogue);

const get = async (address: string) => {
  const answer = await app.inject({ url: address });
  return { status: answer.statusCode, body: answer.json() };
};
const names = async (query = '') =>
  (await get(`/listings?${query}`)).body.items.map((one: { name: string }) => one.name);
const post = (address: string, actor: Actor, payload?: object) =>
  app.inject({ method: 'POST', url: address, headers: token(actor), ...(payload ? { payload } : {}) });

let seller: Seller;
beforeEach(async () => {
  clock.pass(1_000);
  await db.query('truncate catalogue.offer, catalogue.product, catalogue.producer, catalogue.standing cascade');
  seller = await the.seller();
});

describe('putting a product on sale', () => {
  test('shows it at once, with price, place, picture and how much there is', async () => {
    const listing = await the.listing(seller);
    const { body } = await get('/listings');
    expect(body.items).toEqual([
      {
        id: listing.id,
        slug: listing.slug,
        name: 'Vải thiều Lục Ngạn',
        price: 45_000,
        unit: 'kg',
        storage: 'chilled',
        category: 'trai-cay',
        picture: { ...listing.picture, hash: expect.stringMatching(/^[0-9a-f]{32}$/), widths: [320] },
        producer: { id: seller.producer, name: 'Hộ bà Tư' },
        commune: { code: '07330', name: 'Phúc Hòa', province: 'Bắc Ninh' },
        available: 50_000,
        kind: 'goods',
        soldBy: 'weight',
        pack: null,
        unitPrice: { price: 45_000, unit: 'kg' },
        ocopStars: null,
        inSeason: true,
        window: 'open',
      },
    ]);
    expect(body).toMatchObject({ page: 1, more: false });
    expect(await get(`/listings/${listing.slug}`)).toMatchObject({
      status: 200,
      body: {
        description: 'Hái buổi sáng.',
        commodity: { id: 'lychee', name: 'Vải thiều' },
        minimum: 1_000,
        pictures: [{ id: listing.picture?.id }],
        publishedAt: clock.now().toISOString(),
      },
    });
    expect((await the.stated(listing.id)).slice(2)).toMatchObject([
      { type: 'listing.published', data: { producer: seller.producer, price: 45_000, selfProduced: true } },
    ]);
  });

  test('twice under one id, also at the same moment, sells once', async () => {
    const pictures = [await the.picture(seller.actor)];
    const id = randomUUID();
    const [first, again] = await Promise.all([1, 2].map(() => the.handedIn(seller, { id, pictures })));
    expect(again).toEqual(first);
    expect(await the.handedIn(seller, { id, pictures })).toEqual(first);
    expect(await the.stated(id)).toHaveLength(1);
    await the.listing(seller, { id, pictures });
    expect(await names()).toHaveLength(1);
    expect(await db.query('select count(*)::int as products from catalogue.product')).toEqual([{ products: 1 }]);
  });

  test('is refused to a producer who waits, was suspended, or is somebody else', async () => {
    const waiting = person(randomUUID());
    await expect(the.listing({ actor: waiting, producer: waiting.grants[0]?.producer as string })).rejects.toThrow(
      'catalogue.not-found',
    );
    await expect(the.listing({ actor: person(), producer: seller.producer })).rejects.toThrow('catalogue.not-found');
    await the.hear(the.suspended(seller.producer));
    await expect(the.listing(seller)).rejects.toThrow('catalogue.producer-not-approved');
    expect(await names()).toEqual([]);
  });

  test('under the id of another’s listing finds nothing and changes nothing', async () => {
    const mine = await the.listing(seller);
    const other = await the.seller({ name: 'Hộ ông Ba' });
    await expect(the.listing(other, { id: mine.id, name: 'Của tôi' })).rejects.toThrow('catalogue.not-found');
    expect(await names()).toEqual(['Vải thiều Lục Ngạn']);
  });

  test('takes only pictures the seller handed in, and only produce that is known', async () => {
    const other = await the.seller();
    const theirs = await the.picture(other.actor);
    await expect(the.listing(seller, { pictures: [theirs] })).rejects.toThrow('catalogue.picture-unknown');
    await expect(the.listing(seller, { commodity: 'moon_cheese' })).rejects.toThrow('catalogue.commodity-unknown');
  });

  test('needs a right, and every wrong field is named', async () => {
    const guest = await app.inject({ method: 'POST', url: '/listings', payload: {} });
    expect(guest.statusCode).toBe(401);
    expect((await post('/listings', person(), {})).statusCode).toBe(403);
    const answer = await post('/listings', seller.actor, {
      id: 'x',
      price: 999.5,
      minimum: 1_500,
      increment: 1_000,
      hack: 1,
    });
    expect(answer.statusCode).toBe(422);
    const fields = answer.json().errors.map((error: { field: string }) => error.field);
    expect(fields).toEqual(expect.arrayContaining(['id', 'price', 'hack', 'pictures']));
  });
});

describe('the list', () => {
  const several = async () => {
    const other = await the.seller({ name: 'HTX Mỹ Thọ', commune: '30076', province: '87' });
    await the.listing(seller, { name: 'Vải', price: 40_000 });
    clock.pass(1_000);
    await the.listing(other, { name: 'Xoài', commodity: 'mango', price: 30_000, storage: 'cool' });
    clock.pass(1_000);
    await the.listing(other, { name: 'Rau muống', commodity: 'water_spinach', price: 20_000, storage: 'chilled' });
    return other;
  };

  test('is narrowed and sorted by what the contract names', async () => {
    const other = await several();
    expect(await names()).toEqual(['Rau muống', 'Xoài', 'Vải']);
    expect(await names('sort=price')).toEqual(['Rau muống', 'Xoài', 'Vải']);
    expect(await names('sort=-price')).toEqual(['Vải', 'Xoài', 'Rau muống']);
    expect(await names('category=trai-cay')).toEqual(['Xoài', 'Vải']);
    expect(await names('commune=07330')).toEqual(['Vải']);
    expect(await names('province=87')).toEqual([]);
    expect(await names(`producer=${other.producer}`)).toEqual(['Rau muống', 'Xoài']);
    expect(await names('storage=chilled')).toEqual(['Rau muống', 'Vải']);
    expect(
      await names(`storage=chilled&category=rau-an-la&commune=30076&producer=${other.producer}&sort=-price`),
    ).toEqual(['Rau muống']);
    expect(await names('category=khong-co')).toEqual([]);
  });

  test.each([
    'sort=price;select pg_sleep(3)',
    'sort[]=price',
    "category=a'%20or%201=1--",
    'category[$ne]=x',
    'page=0',
    'page=501',
    'page=1e9',
    'producer=1',
    'visible=false',
    'lang=vi',
    'commune=07330&commune=30076',
  ])('refuses ?%s', async (query) => {
    expect((await get(`/listings?${query}`)).status).toBe(422);
  });

  test('has pages of twenty-four, and says whether there is one more', async () => {
    for (let made = 0; made < 49; made++) await the.listing(seller, { name: `Món ${made}`, price: 10_000 + made });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => get(`/listings?sort=price&page=${page}`)));
    expect(pages.map(({ body }) => [body.items.length, body.more])).toEqual([
      [24, true],
      [24, true],
      [1, false],
      [0, false],
    ]);
    const all = pages.flatMap(({ body }) => body.items.map((one: { price: number }) => one.price));
    expect(all).toEqual(Array.from({ length: 49 }, (_, made) => 10_000 + made));
  });

  test('never shows what is hidden, whatever is asked', async () => {
    const other = await several();
    await the.hear(the.suspended(other.producer));
    for (const sort of ['newest', 'price', '-price']) {
      for (const filter of [
        '',
        'commune=30076',
        `producer=${other.producer}`,
        'storage=cool',
        'province=87',
        'page=2',
      ]) {
        expect((await names(`sort=${sort}&${filter}`)).filter((name: string) => name !== 'Vải')).toEqual([]);
      }
    }
  });
});

describe('a price', () => {
  test('that was changed is in the very next answer, and the old one is kept', async () => {
    const listing = await the.listing(seller);
    clock.pass(1_000);
    const change = app.get(ChangePrice);
    expect(await change.run(seller.actor, listing.id, { price: 52_000 })).toMatchObject({ price: 52_000 });
    await change.run(seller.actor, listing.id, { price: 52_000 });
    expect((await get('/listings')).body.items[0].price).toBe(52_000);
    expect(await catalogue.forSale(db, [{ offer: listing.id, quantity: 1_000 }])).toMatchObject([{ amount: 52_000 }]);
    const history = await db.query('select price from catalogue.price where offer = $1 order by at', [listing.id]);
    expect(history).toEqual([{ price: 45_000 }, { price: 52_000 }]);
    expect((await the.stated(listing.id)).slice(2).map(({ type }) => type)).toEqual([
      'listing.published',
      'listing.changed',
    ]);
    await expect(change.run(person(randomUUID()), listing.id, { price: 1_000 })).rejects.toThrow('catalogue.not-found');
  });
});

describe('taking off sale and back', () => {
  test('hides a listing from everybody but its producer', async () => {
    const listing = await the.listing(seller);
    const withdraw = app.get(WithdrawListing);
    expect(await withdraw.run(seller.actor, listing.id)).toMatchObject({ state: 'withdrawn', visible: false });
    await withdraw.run(seller.actor, listing.id);
    expect(await names()).toEqual([]);
    expect((await get(`/listings/${listing.slug}`)).status).toBe(404);
    await expect(catalogue.forSale(db, [{ offer: listing.id, quantity: 1_000 }])).rejects.toThrow(
      'catalogue.not-for-sale',
    );
    const mine = await app.inject({ url: '/me/listings', headers: token(seller.actor) });
    expect(mine.json()).toMatchObject({ total: 1, items: [{ id: listing.id, state: 'withdrawn', onHand: 50_000 }] });
    await expect(app.get(RelistListing).run(person(randomUUID()), listing.id)).rejects.toThrow('catalogue.not-found');
    expect(await app.get(RelistListing).run(seller.actor, listing.id)).toMatchObject({ visible: true });
    expect(await names()).toEqual(['Vải thiều Lục Ngạn']);
    expect((await the.stated(listing.id)).slice(2).map(({ type }) => type)).toEqual([
      'listing.published',
      'listing.withdrawn',
      'listing.changed',
    ]);
  });
});

describe('a producer', () => {
  test('who is suspended is not seen, and is seen again when reinstated; what she withdrew stays withdrawn', async () => {
    const [kept, gone] = [await the.listing(seller, { name: 'Vải' }), await the.listing(seller, { name: 'Nhãn' })];
    await app.get(WithdrawListing).run(seller.actor, gone.id);
    clock.pass(1_000);
    await the.hear(the.suspended(seller.producer));
    expect(await names()).toEqual([]);
    expect(await catalogue.cards([kept.id])).toEqual([]);
    expect(await catalogue.document(kept.id)).toBeUndefined();
    clock.pass(1_000);
    await the.hear(the.reinstated(seller.producer));
    expect(await names()).toEqual(['Vải']);
    expect((await the.stated(kept.id)).slice(3)).toMatchObject([
      { type: 'listing.changed', data: { changed: ['visibility'] } },
      { type: 'listing.changed', data: { changed: ['visibility'] } },
    ]);
  });

  test('is not brought back by an approval that is heard late or again', async () => {
    const approval = the.approved(seller.producer, { at: new Date('2026-06-01T00:00:00Z') });
    await the.listing(seller);
    await the.hear(the.suspended(seller.producer, new Date(clock.now().getTime() + 1)));
    await the.hear(approval, approval);
    expect(await names()).toEqual([]);
  });

  test('whose suspension is heard before the approval may not sell', async () => {
    const producer = randomUUID();
    const approval = the.approved(producer);
    await the.hear(the.suspended(producer), approval);
    await expect(the.listing({ producer, actor: person(producer) })).rejects.toThrow('catalogue.producer-not-approved');
  });

  test('who publishes while being suspended is not seen', async () => {
    await Promise.all([
      ...Array.from({ length: 6 }, () => the.listing(seller).catch(() => undefined)),
      the.hear(the.suspended(seller.producer)),
    ]);
    expect(await names()).toEqual([]);
  });
});

describe('what an order asks', () => {
  test('is answered for all lines at once, in their order', async () => {
    const one = await the.listing(seller, { name: 'Vải' });
    const two = await the.listing(seller, { name: 'Nhãn', price: 30_000 });
    const lines = [two, one, two].map(({ id }, index) => ({ offer: id, quantity: 1_000 + index * 500 }));
    const sold = await inTx(db, (tx) => catalogue.forSale(tx, lines));
    expect(sold.map(({ name, amount }) => [name, amount])).toEqual([
      ['Nhãn', 30_000],
      ['Vải', 67_500],
      ['Nhãn', 60_000],
    ]);
    expect(sold[0]?.producer).toEqual({
      id: seller.producer,
      name: 'Hộ bà Tư',
      kind: 'household',
      commune: '07330',
      province: '24',
      subArea: null,
    });
  });
  test('is refused with the listing that nobody sees', async () => {
    const { id } = await the.listing(seller);
    const offer = randomUUID();
    const asking = catalogue.forSale(db, [
      { offer: id, quantity: 1_000 },
      { offer, quantity: 1_000 },
    ]);
    await expect(asking).rejects.toMatchObject({ code: 'catalogue.not-for-sale', details: { offer } });
  });
});

test('what can be sold is told with its source, as held today', async () => {
  const { body } = await get('/commodities');
  const lychee = body.items.find(({ id }: { id: string }) => id === 'lychee');
  expect(lychee).toMatchObject({ name: 'Vải thiều', storage: 'chilled', confidence: 'high', validFrom: '2025-01-01' });
  expect((await get('/categories')).body.items).toHaveLength(30);
});
