import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market, type Seller } from '../../../../tests/support/market.ts';
import { CatalogueModule, HideProducer, WithdrawListing } from '../catalogue/index.ts';
import { type EventType, events } from '../events.ts';
import { Authenticator } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { type EventOf, subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { IndexListing } from './index-listing.ts';
import { Meilisearch } from './meilisearch.gateway.ts';
import { RebuildIndex } from './rebuild-index.ts';
import { SearchEngine } from './search-engine.ts';
import { SearchModule } from './search.module.ts';

const { MEILISEARCH_URL, MEILISEARCH_KEY } = process.env;
if (!MEILISEARCH_URL) console.info('search: the half on Meilisearch was skipped (MEILISEARCH_URL is not set)');

subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);

const engines: [string, Record<string, string>][] = [['PostgreSQL', {}]];
if (MEILISEARCH_URL)
  engines.push(['Meilisearch', { MEILISEARCH_URL, ...(MEILISEARCH_KEY ? { MEILISEARCH_KEY } : {}) }]);

const open = async (settings: Record<string, string>) => {
  const { url, db } = await freshDatabase();
  testEnv({ DATABASE_URL: url, ...settings });
  const clock = new TestClock('2026-06-10T03:00:00Z');
  const app = await testWeb({
    imports: [SearchModule, CatalogueModule],
    providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
    clock,
  });
  return { app, db, clock, the: market(app, app.get(DataSource)) };
};

describe.each(engines)('search on %s', (_, settings) => {
  let house: Awaited<ReturnType<typeof open>>;
  let seller: Seller;

  const index = (...ids: string[]) =>
    inTx(house.db, (tx) =>
      house.app.get(IndexListing).handle(
        ids.map((subject) => ({ subject }) as EventOf<'listing.changed'>),
        tx,
      ),
    );
  const sell = async (name: string, given: Parameters<typeof house.the.listing>[1] = {}, by = seller) => {
    house.clock.pass(60_000);
    const listing = await house.the.listing(by, { name, ...given });
    await index(listing.id);
    return listing;
  };
  const ask = async (q: string, rest = '') => {
    const answer = await house.app.inject({ url: `/search?q=${encodeURIComponent(q)}${rest}` });
    return { status: answer.statusCode, ...answer.json() };
  };
  const found = async (q: string, rest = ''): Promise<string[]> =>
    (await ask(q, rest)).items.map(({ name }: { name: string }) => name);

  beforeAll(async () => {
    house = await open(settings);
    const engine = house.app.get<SearchEngine>(SearchEngine);
    if (engine instanceof Meilisearch) await house.app.get(RebuildIndex).run(); // empties what another run left
    seller = await house.the.seller({ name: 'Hộ bà Tư' });
    await sell('Vải thiều Lục Ngạn');
    await sell('Vải thổ cẩm', { commodity: 'handicraft', storage: 'ambient' });
    await sell('Đường phèn Quảng Ngãi', { commodity: 'sugar', storage: 'ambient' });
    await sell('Hoà Lộc xoài cát', { commodity: 'mango', storage: 'cool' });
    await sell('Cá hóa rồng khô', { commodity: 'dried_seafood', storage: 'ambient' });
  }, 60_000);
  afterAll(() => house.app.close());

  test.each([
    'vai thieu luc ngan',
    'vải thiều',
    'VẢI THIỀU',
    'thieu vai',
    'lục ngạn',
    'vai thi',
    'vải thiều'.normalize('NFD'),
  ])('%j finds the lychee', async (words) => expect(await found(words)).toEqual(['Vải thiều Lục Ngạn']));
  test.each(['vai thieuu', 'vaii thieu', 'vai thieu luc ngann'])('mistyped as %j it is still found', async (words) => {
    expect(await found(words)).toEqual(['Vải thiều Lục Ngạn']);
  });
  test.each(['hoà lộc', 'hòa lộc', 'hoa loc', 'HÒA LỘC'])('%j finds the mango of Hoà Lộc', async (words) => {
    expect(await found(words)).toEqual(['Hoà Lộc xoài cát']);
  });
  test.each(['duong phen', 'đường phèn', 'ĐƯỜNG PHÈN', 'ðường phèn'])('%j finds rock sugar', async (words) => {
    expect(await found(words)).toEqual(['Đường phèn Quảng Ngãi']);
  });

  test('with accents what carries them comes first, and the rest is not lost', async () => {
    expect(new Set(await found('vai'))).toEqual(new Set(['Vải thổ cẩm', 'Vải thiều Lục Ngạn']));
    expect((await found('hóa'))[0]).toBe('Cá hóa rồng khô');
    expect((await found('hòa'))[0]).toBe('Hoà Lộc xoài cát');
  });

  test('finds by producer, commodity, commune and province', async () => {
    expect(await found('ba tu duong')).toEqual(['Đường phèn Quảng Ngãi']);
    expect(await found('xoai phuc hoa')).toEqual(['Hoà Lộc xoài cát']);
    expect(await found('thiều bắc ninh')).toEqual(['Vải thiều Lục Ngạn']);
  });

  test('is narrowed by what the contract names', async () => {
    expect(await found('vai', '&category=trai-cay')).toEqual(['Vải thiều Lục Ngạn']);
    expect(await found('vai', '&storage=ambient')).toEqual(['Vải thổ cẩm']);
    expect(await found('vai', '&commune=07330&province=24')).toHaveLength(2);
    expect(await found('vai', '&commune=30076')).toEqual([]);
    expect((await ask('vai', '&producer=1')).status).toBe(422);
  });

  test.each([`';--`, '%', '_', '""', '\\', "' | '", '!!', ':*', '...', '&|!()<->', ' ', ''])(
    '%j finds nothing and breaks nothing',
    async (words) => expect(await ask(words)).toMatchObject({ status: 200, items: [], more: false }),
  );
  test.each([
    `vải' & 'thiều`,
    'vai:* | ca',
    "vai'); drop table search.document;--",
    'a'.repeat(100),
    'vải '.repeat(25),
  ])('%j is only words', async (words) => {
    expect((await ask(words)).status).toBe(200);
    expect(await found('vai thieu')).toHaveLength(1);
  });
  test('more than a hundred characters are refused', async () => expect((await ask('a'.repeat(101))).status).toBe(422));

  test('a listing withdrawn or of a suspended producer is not shown, though the index still holds it', async () => {
    const other = await house.the.seller({ name: 'Hộ ông Ba' });
    const [one, two] = [await sell('Nấm rơm đầu mùa', {}, other), await sell('Nấm rơm khô', {}, other)];
    expect(await found('nam rom')).toHaveLength(2);
    await house.app.get(WithdrawListing).run(other.actor, one.id);
    expect(await found('nam rom')).toEqual(['Nấm rơm khô']);
    await inTx(house.db, (tx) =>
      house.app.get(HideProducer).handle([house.the.suspended(other.producer, new Date('2026-07-01'))], tx),
    );
    expect(await found('nam rom')).toEqual([]);
    await index(one.id, two.id);
    const held = await house.app
      .get<SearchEngine>(SearchEngine)
      .find({ words: ['nam', 'rom'], accented: null }, {}, 24);
    expect(held).toEqual([]);
  });

  test('a changed price is in the next answer: nothing shown comes from the index', async () => {
    const listing = await sell('Mật ong bạc hà', { commodity: 'honey', storage: 'ambient' });
    await house.db.query('update catalogue.offer set price = 99000 where id = $1', [listing.id]);
    expect((await ask('mat ong')).items).toMatchObject([{ price: 99_000, available: 50_000 }]);
  });

  test('has pages of twenty-four, and hidden ones leave no gaps', async () => {
    const other = await house.the.seller({ name: 'Hộ cô Sáu' });
    const pictures = [await house.the.picture(other.actor)];
    const made: string[] = [];
    for (let number = 0; number < 60; number++)
      made.push((await house.the.listing(other, { name: `Trà shan tuyết ${number}`, pictures })).id);
    await index(...made);
    for (const id of made.slice(0, 20)) await house.app.get(WithdrawListing).run(other.actor, id);
    const pages = await Promise.all([1, 2, 3].map((page) => ask('tra shan tuyet', `&page=${page}`)));
    expect(pages.map(({ items, more }) => [items.length, more])).toEqual([
      [24, true],
      [16, false],
      [0, false],
    ]);
    const shown = pages.flatMap(({ items }) => items.map(({ id }: { id: string }) => id));
    expect(new Set(shown)).toEqual(new Set(made.slice(20)));
  });

  test('built anew it finds the same, without what is gone, and goes on hearing', async () => {
    const before = await found('vai');
    await house.app.get<SearchEngine>(SearchEngine).drop(house.db.manager, [randomUUID()]);
    await house.app.get(RebuildIndex).run();
    const count = await house.app.get(RebuildIndex).run();
    const [{ visible }] = await house.db.query('select count(*)::int as visible from catalogue.offer where visible');
    expect(count).toBe(visible);
    expect(await found('vai')).toEqual(before);
    await sell('Chôm chôm nhãn', { commodity: 'rambutan', storage: 'cool' });
    expect(await found('chôm chôm')).toEqual(['Chôm chôm nhãn']);
  });
});
