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
import { CheckIndex } from './check-index.ts';
import { DrainIndex } from './drain-index.ts';
import { Engines } from './engines.ts';
import { IndexListing } from './index-listing.ts';
import { question } from './question.rules.ts';
import { RebuildIndex } from './rebuild-index.ts';
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
  const clock = new TestClock('2026-12-01T03:00:00Z');
  const app = await testWeb({
    imports: [SearchModule, CatalogueModule],
    providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
    clock,
  });
  return { app, db, clock, the: market(app, app.get(DataSource)) };
};

interface Facet {
  value: string;
  label?: string;
  count: number;
  more: boolean;
}

describe.each(engines)('search on %s', (_, settings) => {
  let house: Awaited<ReturnType<typeof open>>;
  let seller: Seller;
  let south: Seller;

  const hear = (...ids: string[]) =>
    inTx(house.app.get(DataSource), (tx) =>
      house.app.get(IndexListing).handle(
        ids.map((subject) => ({ subject }) as EventOf<'listing.changed'>),
        tx,
      ),
    );
  const index = async (...ids: string[]) => {
    await hear(...ids);
    await house.app.get(DrainIndex).run();
  };
  const put = async (name: string, given: Parameters<typeof house.the.listing>[1] = {}, by = seller) => {
    house.clock.pass(60_000);
    return house.the.listing(by, { name, ...given });
  };
  /** On sale, whatever else must happen before. */
  const sell = async (
    name: string,
    given: Parameters<typeof put>[1] = {},
    by = seller,
    facts: Record<string, unknown> = {},
  ) => {
    const listing = await put(name, given, by);
    for (const [column, value] of Object.entries({ state: 'published', visible: true, ...facts }))
      await house.db.query(`update catalogue.offer set ${column} = $2 where id = $1`, [listing.id, value]);
    await index(listing.id);
    return listing;
  };
  const ask = async (q: string, rest = '') => {
    const answer = await house.app.inject({ url: `/search?q=${encodeURIComponent(q)}${rest}` });
    return { status: answer.statusCode, ...answer.json() };
  };
  const found = async (q: string, rest = ''): Promise<string[]> =>
    (await ask(q, rest)).items.map(({ name }: { name: string }) => name);
  const facet = async (name: string, q: string, rest = ''): Promise<Record<string, number>> => {
    const { facets } = await ask(q, `${rest}&facets=true`);
    return Object.fromEntries(
      (facets[name] as Facet[]).filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
    );
  };

  beforeAll(async () => {
    house = await open(settings);
    await house.app.get(RebuildIndex).run(); // empties what another run left
    seller = await house.the.seller({ name: 'Hộ bà Tư' });
    south = await house.the.seller({ name: 'Hộ ông Tám', commune: '30076', province: '82' });
    await sell('Vải thiều Lục Ngạn', { description: 'Hái sáng, thùng 5 kg.', price: 45_000 });
    await sell('Vải thổ cẩm', { commodity: 'handicraft', storage: 'ambient', price: 250_000 });
    await sell('Đường phèn Quảng Ngãi', { commodity: 'sugar', storage: 'ambient', price: 60_000 });
    await sell('Hoà Lộc xoài cát', { commodity: 'mango', storage: 'cool', price: 90_000 }, south, {
      ocop_stars: 4,
      in_season: true,
    });
    await sell('Cá hóa rồng khô', { commodity: 'dried_seafood', storage: 'ambient', price: 320_000 }, south, {
      delivery: 'province',
    });
    await sell('Thịt lợn gác bếp', { commodity: 'chicken_chilled', price: 480_000 });
    await sell('Sầu riêng Ri6', { commodity: 'mango', storage: 'cool', price: 110_000 }, south);
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
    '\u202Evải\u200F thiều\u202C',
    '🍒 vải thiều 🍒',
  ])('%j finds the lychee', async (words) => expect(await found(words)).toEqual(['Vải thiều Lục Ngạn']));
  test.each(['vai thieuu', 'vaii thieu', 'vai thieu luc ngann', 'vai thiue', 'vai thieu lucj ngan'])(
    'mistyped as %j it is still found',
    async (words) => expect(await found(words)).toEqual(['Vải thiều Lục Ngạn']),
  );
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

  test('other words for the same thing find it, by today’s rows', async () => {
    expect(await found('heo gác bếp')).toEqual(['Thịt lợn gác bếp']);
    expect(await found('lệ chi')).toEqual(
      ['Vải thiều Lục Ngạn', 'Vải thổ cẩm'].filter((name) => name.includes('thiều')).concat('Vải thổ cẩm'),
    );
  });

  test('finds by producer, commodity, commune, province and what the place was called before', async () => {
    expect(await found('ba tu duong')).toEqual(['Đường phèn Quảng Ngãi']);
    expect(await found('xoai dong thap')).toContain('Hoà Lộc xoài cát');
    expect(await found('thiều bắc ninh')).toEqual(['Vải thiều Lục Ngạn']);
    expect(await found('vai thieu bac giang')).toEqual(['Vải thiều Lục Ngạn']);
    expect(await found('vải thiều hợp đức')).toEqual(['Vải thiều Lục Ngạn']);
  });

  test('an amount needs not be there, and leads to what has it', async () => {
    expect(await found('vải thiều 5kg')).toEqual(['Vải thiều Lục Ngạn']);
    expect(await found('nửa cân vải thiều')).toEqual(['Vải thiều Lục Ngạn']);
  });

  test('words that only say that somebody looks are left out when nothing has them', async () =>
    expect(await found('mua đường phèn ở đâu ngon nhất'.replace(' đâu', ''))).toEqual(['Đường phèn Quảng Ngãi']));

  test('is narrowed by what the contract names, several values of one among them', async () => {
    expect(await found('vai', '&category=trai-cay')).toEqual(['Vải thiều Lục Ngạn']);
    expect(await found('vai', '&storage=ambient')).toEqual(['Vải thổ cẩm']);
    expect(await found('vai', '&storage=ambient,chilled')).toHaveLength(2);
    expect(await found('vai', '&commune=07330&province=24')).toHaveLength(2);
    expect(await found('vai', '&commune=30076')).toEqual([]);
    expect(await found('xoai', '&stars=4,5&inSeason=true')).toEqual(['Hoà Lộc xoài cát']);
    expect(await found('xoai', '&stars=5')).toEqual([]);
    expect(await found('vai', '&priceFrom=40000&priceTo=50000')).toEqual(['Vải thiều Lục Ngạn']);
    expect(await found('ca hoa rong', '&deliverTo=24')).toEqual([]);
    expect(await found('ca hoa rong', '&deliverTo=82')).toEqual(['Cá hóa rồng khô']);
    expect(await found('vai', '&kind=service')).toEqual([]);
  });

  test('without words everything on sale is listed, narrowed and in the order asked', async () => {
    expect(await found('')).toHaveLength(7);
    expect((await found('', '&sort=price'))[0]).toBe('Vải thiều Lục Ngạn');
    expect((await found('', '&sort=-price'))[0]).toBe('Thịt lợn gác bếp');
    expect((await found('', '&sort=newest'))[0]).toBe('Sầu riêng Ri6');
    expect(await found('', '&category=mat-ong')).toEqual([]);
  });

  test('words are put in the order asked too', async () => {
    expect(await found('vai', '&sort=price')).toEqual(['Vải thiều Lục Ngạn', 'Vải thổ cẩm']);
    expect(await found('vai', '&sort=-price')).toEqual(['Vải thổ cẩm', 'Vải thiều Lục Ngạn']);
  });

  test('what is near comes first: the commune, its province, then by distance', async () => {
    const other = await house.the.seller({ name: 'Hộ bà Năm', commune: '07228', province: '24' });
    const middle = await house.the.seller({ name: 'Hộ ông Sáu', commune: '12205', province: '33' });
    const made = [
      await sell('Ổi lê giòn', { commodity: 'guava', storage: 'cool' }),
      await sell('Ổi lê giòn', { commodity: 'guava', storage: 'cool' }, south),
      await sell('Ổi lê giòn', { commodity: 'guava', storage: 'cool' }, other),
      await sell('Ổi lê giòn', { commodity: 'guava', storage: 'cool' }, middle),
    ];
    const order = async (near: string, q = 'ổi lê') =>
      (await ask(q, `&sort=near&near=${near}&category=trai-cay&priceTo=45000`)).items
        .filter(({ name }: { name: string }) => name.startsWith('Ổi'))
        .map(({ commune }: { commune: { code: string } }) => commune.code);
    expect(await order('07330')).toEqual(['07330', '07228', '12205', '30076']);
    expect(await order('33')).toEqual(['12205', '07228', '07330', '30076']);
    expect(await order('07330', '')).toEqual(['07330', '07228', '12205', '30076']);
    for (const { id } of made) await house.db.query('update catalogue.offer set visible = false where id = $1', [id]);
    await index(...made.map(({ id }) => id));
  });

  test('facets count what each value would leave, the others of a chosen one too', async () => {
    expect(await facet('storage', 'vai')).toEqual({ chilled: 1, ambient: 1 });
    expect(await facet('storage', 'vai', '&storage=ambient')).toEqual({ chilled: 1, ambient: 1 });
    expect(await facet('category', 'vai', '&storage=ambient')).toMatchObject({ 'thu-cong': 1 });
    expect(await found('vai', '&category=duoc-lieu-hoa-thu-cong')).toEqual(['Vải thổ cẩm']);
    expect(await facet('province', '')).toEqual({ '24': 4, '82': 3 });
    expect(await facet('commune', '', '&province=82')).toEqual({ '30076': 3 });
    expect(await facet('stars', '')).toEqual({ 4: 1 });
    expect(await facet('price', '', '&priceFrom=50000&priceTo=99999')).toEqual({
      '0-49999': 1,
      '50000-99999': 2,
      '100000-199999': 1,
      '200000-499999': 3,
    });
    expect(await facet('inSeason', '')).toEqual({ true: 1 });
    expect(await facet('deliverTo', '')).toMatchObject({ '24': 6, '82': 7 });
    expect(await facet('kind', '')).toEqual({ goods: 7 });
    const { total, facets } = await ask('vai', '&facets=true');
    expect(total).toEqual({ count: 2, more: false });
    expect(facets.province).toEqual([{ value: '24', label: 'Bắc Ninh', count: 2, more: false }]);
    expect(await ask('vai')).not.toHaveProperty('facets');
  });

  test('attributes of a category narrow and are counted', async () => {
    const listing = await sell('Gạo nếp nương', { commodity: 'rice', storage: 'ambient' }, seller, {
      attributes: JSON.stringify({ 'grain-kind': 'sticky' }),
    });
    expect(await found('gạo', '&attr.grain-kind=sticky,plain')).toEqual(['Gạo nếp nương']);
    expect(await found('gạo', '&attr.grain-kind=plain')).toEqual([]);
    expect(await facet('attr.grain-kind', 'gạo', '&attr.grain-kind=plain')).toEqual({ sticky: 1 });
    await house.db.query('update catalogue.offer set visible = false where id = $1', [listing.id]);
    await index(listing.id);
  });

  test.each([`';--`, '%', '_', '""', '\\', "' | '", '!!', ':*', '...', '&|!()<->', '🍒🍒'])(
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
  test.each([
    ['&producer=1', 'producer'],
    ['&visible=false', 'visible'],
    ['&state=withdrawn', 'state'],
    ['&filter=visible=false', 'filter'],
    ["&commune=07330' or '1'='1", 'commune'],
    ['&commune=07330 OR visible=false', 'commune'],
    ['&commune=NOT 07330', 'commune'],
    ['&commune[$ne]=07330', 'commune[$ne]'],
    ['&sort=price desc;drop table', 'sort'],
    ['&sort=near', 'near'],
    ['&attr.grain=a" OR delivery = "country', 'attr.grain'],
    ['&priceFrom=-1', 'priceFrom'],
    ['&priceFrom=1e99', 'priceFrom'],
    ['&page=0', 'page'],
    ['&page=99999', 'page'],
  ])('%s is refused by name', async (rest, field) => {
    const { status, code, errors } = await ask('vai', encodeURI(rest));
    expect([status, code]).toEqual([422, 'platform.invalid-input']);
    expect(errors.map((error: { field: string }) => error.field.replace(/^query\.|\[0\]$/g, ''))).toContain(field);
  });
  test('more than a hundred characters are refused, and ten thousand too', async () => {
    expect((await ask('a'.repeat(101))).status).toBe(422);
    expect((await ask('a'.repeat(10_000))).status).toBeGreaterThanOrEqual(400);
  });

  test('a listing withdrawn or of a suspended producer is not shown, though the index still holds it', async () => {
    const other = await house.the.seller({ name: 'Hộ ông Ba' });
    const [one, two] = [await sell('Nấm rơm đầu mùa', {}, other), await sell('Nấm rơm khô', {}, other)];
    expect(await found('nam rom')).toHaveLength(2);
    await house.app.get(WithdrawListing).run(other.actor, one.id);
    expect(await found('nam rom')).toEqual(['Nấm rơm khô']);
    await inTx(house.db, (tx) =>
      house.app.get(HideProducer).handle([house.the.suspended(other.producer, new Date('2026-12-20'))], tx),
    );
    expect(await found('nam rom')).toEqual([]);
    await index(one.id, two.id);
    const about = { within: {}, sort: 'relevance', limit: 24, facets: false } as const;
    for (const engine of house.app.get(Engines).all)
      expect((await engine.find(question('nam rom')!, about)).ids).toEqual([]);
  });

  test('a changed price is in the next answer: nothing shown comes from the index', async () => {
    const listing = await sell('Mật ong bạc hà', { commodity: 'honey', storage: 'ambient' });
    await house.db.query('update catalogue.offer set price = 99000 where id = $1', [listing.id]);
    expect((await ask('mat ong')).items).toMatchObject([{ price: 99_000, available: 50_000 }]);
    expect(await found('mat ong', '&priceTo=50000')).toEqual([]);
  });

  test('has pages of twenty-four, and hidden ones leave no gaps', async () => {
    const other = await house.the.seller({ name: 'Hộ cô Sáu' });
    const pictures = [await house.the.picture(other.actor)];
    const made: string[] = [];
    for (let number = 0; number < 60; number++)
      made.push((await house.the.listing(other, { name: `Trà shan tuyết ${number}`, pictures })).id);
    await house.db.query(`update catalogue.offer set state = 'published', visible = true where id = any($1::uuid[])`, [
      made,
    ]);
    await index(...made);
    await house.db.query(`update catalogue.offer set visible = false where id = any($1::uuid[])`, [made.slice(0, 20)]);
    const pages = await Promise.all([1, 2, 3].map((page) => ask('tra shan tuyet', `&page=${page}`)));
    expect(pages.map(({ items, more }) => [items.length, more])).toEqual([
      [24, true],
      [16, false],
      [0, false],
    ]);
    const shown = pages.flatMap(({ items }) => items.map(({ id }: { id: string }) => id));
    expect(new Set(shown)).toEqual(new Set(made.slice(20)));
    await index(...made);
  });

  test('what is typed so far is gone on with, by names on sale, groups and communes that sell', async () => {
    const suggest = async (q: string) => {
      const answer = await house.app.inject({ url: `/search/suggestions?q=${encodeURIComponent(q)}` });
      return answer.json().items as { kind: string; text: string; code?: string; id?: string }[];
    };
    expect((await suggest('vai th')).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['vải thiều lục ngạn', 'vải thổ cẩm']),
    );
    expect(await suggest('trái c')).toContainEqual({ kind: 'category', text: 'Trái cây', id: 'trai-cay' });
    expect(await suggest('my th')).toContainEqual({ kind: 'commune', text: 'Xã Mỹ Thọ, Đồng Tháp', code: '30076' });
    expect(await suggest('khoai chau')).toEqual([]);
    expect(await suggest('v')).toEqual([]);
    expect(await suggest('!!')).toEqual([]);
  });

  test('what was changed many times waits once, and is written as it is then', async () => {
    const listing = await put('Cà phê Buôn Ma Thuột', { commodity: 'coffee', storage: 'ambient' });
    await house.db.query(`update catalogue.offer set state = 'published', visible = true where id = $1`, [listing.id]);
    for (let time = 0; time < 5; time++) await hear(listing.id, listing.id);
    const waits = await house.db.query('select engine from search.dirty where offer = $1', [listing.id]);
    expect(waits.length).toBeLessThanOrEqual(house.app.get(Engines).all.length);
    await house.db.query(`update catalogue.offer set name = 'Cà phê Cầu Đất' where id = $1`, [listing.id]);
    await house.app.get(DrainIndex).run();
    expect(await found('ca phe cau dat')).toEqual(['Cà phê Cầu Đất']);
    expect(await found('ca phe buon ma thuot')).toEqual([]);
    expect(await house.db.query('select from search.dirty')).toHaveLength(0);
  });

  test('built anew it finds the same, without what is gone, and nothing changed meanwhile is lost', async () => {
    const before = await found('vai');
    const rebuild = house.app.get(RebuildIndex);
    const [count] = await Promise.all([
      rebuild.run(),
      (async () => {
        for (let time = 0; time < 5; time++) expect((await found('vai thieu luc ngan')).length).toBe(1);
        await sell('Chôm chôm nhãn', { commodity: 'rambutan', storage: 'cool' });
      })(),
    ]);
    const [{ visible }] = await house.db.query('select count(*)::int as visible from catalogue.offer where visible');
    expect(visible - count).toBeLessThanOrEqual(1);
    expect(await found('vai')).toEqual(before);
    expect(await found('chôm chôm')).toEqual(['Chôm chôm nhãn']);
    expect(await house.app.get(CheckIndex).slice()).toBe(0);
  });

  test('differences between the index and the catalogue are found, told and mended', async () => {
    const [lost, stale, hidden] = [
      await sell('Na dai Chi Lăng'),
      await sell('Hồng giòn Mộc Châu'),
      await sell('Mơ rừng Hương Tích'),
    ];
    for (const engine of house.app.get(Engines).all) await engine.alone((write) => write({ put: [], drop: [lost.id] }));
    await house.db.query(`update catalogue.offer set name = 'Hồng treo gió Đà Lạt' where id = $1`, [stale.id]);
    await house.db.query('update catalogue.offer set visible = false where id = $1', [hidden.id]);
    expect(await house.app.get(CheckIndex).slice()).toBe(3 * house.app.get(Engines).all.length);
    await house.app.get(DrainIndex).run();
    expect(await found('na dai chi lang')).toHaveLength(1);
    expect(await found('hong treo gio')).toHaveLength(1);
    expect(await house.app.get(CheckIndex).slice()).toBe(0);
  });
});
