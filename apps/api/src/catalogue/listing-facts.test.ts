import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { Authenticator } from '../platform/actor.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { Catalogue } from './catalogue.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { RelistListing } from './relist-listing.ts';
import { EndServiceDates } from './end-service-dates.ts';
import { TurnSeasons } from './turn-seasons.ts';
import { WithdrawListing } from './withdraw-listing.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);

const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
  clock,
});
const the = market(app, app.get(DataSource));
const catalogue = app.get(Catalogue);
const seller = await the.seller();
await db.query(`select platform.ensure_event_partitions('2028-01-01', 24)`);

const get = async (address: string) => {
  const answer = await app.inject({ url: address });
  return { status: answer.statusCode, body: answer.json() };
};
const shown = async (slug: string) => (await get(`/listings/${slug}`)).status === 200;
const on = async (day: string) => {
  clock.set(`${day}T00:10:00+07:00`);
  await app.get(TurnSeasons).run();
};
const seasons = (offer: string) =>
  db.query('select sell_from as "from", state from catalogue.selling_season where offer = $1 order by sell_from', [
    offer,
  ]);

describe('what is sold', () => {
  test('by the pack says what a kilo of it costs', async () => {
    const listing = await the.listing(seller, { unit: 'hop', pack: { quantity: 500, unit: 'kg' }, price: 60_000 });
    expect(listing).toMatchObject({
      soldBy: 'pack',
      pack: { quantity: 500 },
      unitPrice: { price: 120_000, unit: 'kg' },
    });
  });

  test('by weight can follow the scales, by the piece can not', async () => {
    expect(await the.listing(seller, { catchWeight: true })).toMatchObject({ catchWeight: true, catchTolerance: 10 });
    await expect(the.listing(seller, { unit: 'con', catchWeight: true })).rejects.toThrow(
      'only of what is sold by weight',
    );
    await expect(the.listing(seller, { soldBy: 'piece' })).rejects.toThrow('as the unit and the pack say');
  });

  test('says its variety, its growing area as it was written, and choices of its group alone', async () => {
    const said = {
      variety: 'U hồng',
      growingArea: 'VN-BGOR-0045/2026',
      attributes: { hang: 'loai-1', 'do-chin': 'chin-cay' },
    };
    expect(await the.listing(seller, said)).toMatchObject(said);
    const strange: Record<string, string>[] = [{ 'dang-tra': 'bot' }, { hang: 'thuong-hang' }, { nothing: 'at-all' }];
    for (const attributes of strange) {
      await expect(the.listing(seller, { attributes })).rejects.toThrow('catalogue.attribute-unknown');
    }
  });

  test('stands on a shelf: a list of the shelf has the goods of all its groups', async () => {
    const tea = await the.listing(seller, { commodity: 'tea', name: 'Chè búp' });
    const names = async (category: string) =>
      (await get(`/listings?category=${category}&sort=newest`)).body.items.map((one: { id: string }) => one.id);
    expect(await names('do-uong-tra')).toEqual([tea.id]);
    expect(await names('tra-ca-phe')).toEqual([tea.id]);
    expect(await names('do-uong')).toEqual([]);
    expect(await names('nong-san-tuoi')).not.toContain(tea.id);
    expect(await names('khong-co')).toEqual([]);
    expect((await catalogue.cards([tea.id], { category: 'do-uong-tra' })).map(({ id }) => id)).toEqual([tea.id]);
    const { items, attributes } = (await get('/categories')).body;
    expect(items).toContainEqual({
      id: 'tra-ca-phe',
      slug: 'tra-ca-phe',
      name: 'Trà, cà phê',
      parent: 'do-uong-tra',
      kind: 'goods',
    });
    expect(attributes.find(({ id }: { id: string }) => id === 'dang-tra').choices).toHaveLength(4);
  });
});

describe('the label', () => {
  const honey = { commodity: 'honey', name: 'Mật ong hoa vải', unit: 'chai' as const, storage: 'ambient' as const };
  const label = { ingredients: 'Mật ong 100%', 'shelf-life': '24 tháng', 'storage-advice': 'Nơi khô, mát' };

  test('of what was made into something else says what the decree asks for', async () => {
    await expect(the.listing(seller, { ...honey, process: 'processed', label: {} })).rejects.toMatchObject({
      code: 'catalogue.label-incomplete',
      details: { fields: ['ingredients', 'net-quantity', 'shelf-life', 'storage-advice'] },
    });
    const pack = { quantity: 500, unit: 'lit' as const };
    expect(await the.listing(seller, { ...honey, process: 'processed', label, pack })).toMatchObject({ label });
    expect(await the.listing(seller, { ...honey, process: 'fresh' })).toMatchObject({ process: 'fresh', label: {} });
  });

  test('says nothing that no row knows, and what it must say has its law and day', async () => {
    await expect(the.listing(seller, { label: { 'wonder-cure': 'chữa bách bệnh' } })).rejects.toThrow(
      'catalogue.label-field-unknown',
    );
    const { items } = (await get('/label-requirements')).body;
    expect(items[0]).toMatchObject({ field: 'ingredients', validFrom: '2026-01-23', required: true });
    expect(items[0].legalReference).toContain('37/2026');
  });

  test('before the decree’s day asked for nothing of this', async () => {
    const now = clock.now();
    clock.set('2026-01-10T03:00:00Z');
    await expect(the.listing(seller, { ...honey, process: 'processed', label: {} })).resolves.toBeDefined();
    clock.set(now.toISOString());
  });
});

describe('a service', () => {
  const visit = (given: object = {}) => ({
    commodity: 'farm_visit',
    name: 'Thăm vườn vải',
    kind: 'service' as const,
    unit: 'khach' as const,
    increment: 1_000,
    storage: 'ambient' as const,
    quantity: undefined,
    dates: [
      { id: randomUUID(), startsAt: '2026-06-20T01:00:00.000Z', places: 12 },
      { id: randomUUID(), startsAt: '2026-06-14T01:00:00.000Z', places: 8 },
    ],
    ...given,
  });

  test('has dates with places, the next first, and as many places as they have together', async () => {
    const listing = await the.listing(seller, visit());
    expect(listing).toMatchObject({ kind: 'service', available: 20_000, unitPrice: null });
    expect(listing.dates.map(({ places, placesLeft }) => [places, placesLeft])).toEqual([
      [8, 8],
      [12, 12],
    ]);
  });

  test('no longer shows a day that has begun, nor counts its places; a run that was missed is caught up with', async () => {
    const { slug, id } = await the.listing(seller, visit());
    clock.set('2026-06-14T01:00:00.000Z');
    await app.get(EndServiceDates).run();
    await app.get(EndServiceDates).run();
    const { body } = await get(`/listings/${slug}`);
    expect(body).toMatchObject({ available: 12_000, dates: [{ startsAt: '2026-06-20T01:00:00.000Z' }] });
    const told = (await the.stated(id)).filter(({ data }) => JSON.stringify(data.changed) === '["dates"]');
    expect(told).toHaveLength(1);
    clock.set('2026-06-10T03:00:00Z');
  });

  test('can not be put into a parcel', async () => {
    const { id } = await the.listing(seller, visit());
    await expect(catalogue.forSale(db, [{ offer: id, quantity: 1_000 }])).rejects.toThrow(
      'catalogue.service-not-orderable',
    );
  });

  test('without dates, on a day that is over, or of goods is refused', async () => {
    await expect(the.listing(seller, visit({ dates: [] }))).rejects.toThrow('at least one');
    const over = [{ id: randomUUID(), startsAt: '2026-06-01T01:00:00.000Z', places: 1 }];
    await expect(the.listing(seller, visit({ dates: over }))).rejects.toThrow('catalogue.date-past');
    await expect(the.listing(seller, visit({ commodity: 'lychee' }))).rejects.toThrow('catalogue.kind-mismatch');
    await expect(the.listing(seller, { commodity: 'homestay' })).rejects.toThrow('catalogue.kind-mismatch');
  });
});

describe('days on which it is sold', () => {
  test('are refused when the last is before the first, or is over', async () => {
    await expect(the.listing(seller, { sellFrom: '2026-07-01', sellTo: '2026-06-30' })).rejects.toThrow('not before');
    await expect(the.listing(seller, { sellTo: '2026-06-09' })).rejects.toThrow('catalogue.window-ended');
    await expect(the.listing(seller, { repeatsYearly: true })).rejects.toThrow('needs both days');
  });

  test('coming up it is shown and says from when, then it is sold, then nobody sees it', async () => {
    await on('2026-06-10');
    const { id, slug } = await the.listing(seller, { sellFrom: '2026-06-15', sellTo: '2026-07-15' });
    const asked = [{ offer: id, quantity: 1_000 }];
    expect((await get(`/listings/${slug}`)).body).toMatchObject({ window: 'upcoming', inSeason: false });
    await expect(catalogue.forSale(db, asked)).rejects.toMatchObject({
      code: 'catalogue.not-yet-on-sale',
      details: { from: '2026-06-15' },
    });
    await on('2026-06-15');
    expect((await get(`/listings/${slug}`)).body).toMatchObject({ window: 'open', inSeason: true });
    expect(await catalogue.forSale(db, asked)).toHaveLength(1);
    await on('2026-07-16');
    expect(await shown(slug)).toBe(false);
    await expect(catalogue.forSale(db, asked)).rejects.toThrow('catalogue.not-for-sale');
    await app.get(WithdrawListing).run(seller.actor, id);
    await app.get(RelistListing).run(seller.actor, id);
    expect(await shown(slug)).toBe(false);
    expect(await seasons(id)).toEqual([{ from: '2026-06-15', state: 'ended' }]);
    const turns = (await the.stated(id)).flatMap(({ data }) =>
      [data.changed].filter((what) => String(what).includes('window')),
    );
    expect(turns).toEqual([
      ['window', 'season'],
      ['window', 'season'],
    ]);
  });

  test('come round each year: nights that were missed change nothing, and each year is a row', async () => {
    await on('2026-06-10');
    const { id, slug } = await the.listing(seller, {
      sellFrom: '2026-06-01',
      sellTo: '2026-07-15',
      harvestFrom: '2026-06-05',
      harvestTo: '2026-07-10',
      repeatsYearly: true,
    });
    await on('2026-08-01');
    expect(await shown(slug)).toBe(false);
    await on('2027-05-03');
    expect((await get(`/listings/${slug}`)).body).toMatchObject({
      window: 'upcoming',
      sellFrom: '2027-06-01',
      harvestTo: '2027-07-10',
    });
    await app.get(TurnSeasons).run();
    await on('2029-06-20');
    expect((await get(`/listings/${slug}`)).body).toMatchObject({
      window: 'open',
      sellTo: '2029-07-15',
      inSeason: true,
    });
    expect(await seasons(id)).toEqual([
      { from: '2026-06-01', state: 'ended' },
      { from: '2027-06-01', state: 'ended' },
      { from: '2029-06-01', state: 'open' },
    ]);
    await on('2026-06-10');
  });
});
