import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market, person } from '../../../../tests/support/market.ts';
import { CatalogueModule } from '../catalogue/index.ts';
import { type EventType, events } from '../events.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { dirty } from './dirty.ts';
import { DrainIndex } from './drain-index.ts';
import { ForgetUnmet } from './forget-unmet.ts';
import { NoteUnmet } from './note-unmet.ts';
import { SearchModule } from './search.module.ts';

subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
const clock = new TestClock('2026-12-01T03:00:00Z');
const operator: Actor = { ...person(), kind: 'official', grants: [{ role: 'operator' }] };
let app: Awaited<ReturnType<typeof testWeb>>;

beforeAll(async () => {
  app = await testWeb({
    imports: [SearchModule, CatalogueModule],
    providers: [{ provide: Authenticator, useValue: { authenticate: async () => operator } }],
    clock,
  });
  const the = market(app, app.get(DataSource));
  const seller = await the.seller();
  const { id } = await the.listing(seller, { name: 'Rau càng cua', commodity: 'asian_leafy' });
  await db.query(`update catalogue.offer set state = 'published', visible = true where id = $1`, [id]);
  await dirty(app.get(DataSource), [id]);
  await app.get(DrainIndex).run();
});
afterAll(() => app.close());

const call = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: object) => {
  const answer = await app.inject({
    method,
    url: path,
    headers: { authorization: `Bearer ${'A'.repeat(43)}` },
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, ...answer.json() };
};
const found = async (q: string, rest = ''): Promise<number> =>
  (await call('GET', `/search?q=${encodeURIComponent(q)}${rest}`)).items.length;

describe('words that mean the same', () => {
  const id = randomUUID();
  const given = { words: ['Càng cua', 'tiêu châu'], source: 'Tên gọi miền Tây', validFrom: '2026-12-03' };

  test('hold from their day to their day, and each change is a fact', async () => {
    expect(await found('tiêu châu')).toBe(0);
    const added = await call('PUT', `/search/synonyms/${id}`, given);
    expect(added).toMatchObject({ status: 200, words: ['càng cua', 'tiêu châu'], validTo: null });
    expect(await call('PUT', `/search/synonyms/${id}`, given)).toMatchObject({ status: 200, id });
    expect(await found('tiêu châu')).toBe(0);
    clock.set('2026-12-03T01:00:00Z');
    expect(await found('tiêu châu')).toBe(1);
    expect(await call('POST', `/search/synonyms/${id}/end`, { validTo: '2026-12-04' })).toMatchObject({
      validTo: '2026-12-04',
    });
    expect(await found('tiêu châu')).toBe(1);
    clock.set('2026-12-04T01:00:00Z');
    expect(await found('tiêu châu')).toBe(0);
    const told = await db.query('select type from platform.event where subject = $1 order by at, id', [id]);
    expect(told.map(({ type }: { type: string }) => type)).toEqual(['synonym.added', 'synonym.ended']);
    const { items } = await call('GET', '/search/synonyms');
    expect(items).toContainEqual(expect.objectContaining({ id, source: 'Tên gọi miền Tây' }));
  });

  test('never change days that are over, and are at least two', async () => {
    const put = (body: object) =>
      call('PUT', `/search/synonyms/${randomUUID()}`, { ...given, validFrom: '2026-12-30', ...body });
    expect(await put({ validFrom: '2026-12-01' })).toMatchObject({ status: 422, code: 'search.synonym-day-past' });
    expect(await put({ words: ['dứa', 'DỨA'] })).toMatchObject({ status: 422, code: 'search.synonym-words' });
    expect(await put({ words: ['dứa'] })).toMatchObject({ status: 422, code: 'platform.invalid-input' });
    expect(await call('POST', `/search/synonyms/${randomUUID()}/end`, { validTo: '2026-12-30' })).toMatchObject({
      status: 404,
      code: 'search.synonym-not-found',
    });
  });
});

describe('what was not found', () => {
  const search = async (q: string, times: number, rest = '') => {
    for (let time = 0; time < times; time++) {
      expect(await found(q, rest)).toBe(0);
      await app.get(NoteUnmet).written;
    }
  };
  const board = async (rest = '') =>
    (await call('GET', `/search/unmet${rest}`)).items as { words: string; times: number }[];

  test('is counted by words, province and week, from five on', async () => {
    clock.set('2026-12-08T03:00:00Z');
    await search('mang cut lai thieu', 2, '&deliverTo=79');
    await search('măng cụt Lái Thiêu', 3, '&deliverTo=79');
    await search('sâm bố chính', 4);
    await search('sâm bố chính', 1, '&near=24&sort=near');
    await search('rau càng cua', 0);
    expect(await board()).toEqual([
      { words: 'măng cụt lái thiêu', times: 5, province: null },
      { words: 'sâm bố chính', times: 5, province: null },
    ]);
    expect(await board('?province=79')).toEqual([{ words: 'măng cụt lái thiêu', times: 5, province: '79' }]);
    expect(await board('?province=24')).toEqual([]);
    expect((await call('GET', '/search/unmet')).week).toBe('2026-12-07');
  });

  test('keeps nothing that names or reaches somebody, nor what was narrowed by what it is', async () => {
    for (const q of [
      '0912345678',
      'chị Lan bán rau',
      'Nguyễn Văn An',
      'Lê Thị Hoa',
      'lan@example.vn',
      'facebook.com/lan',
    ])
      await search(q, 1);
    await search('măng cụt', 1, '&category=trai-cay');
    const kept = await db.query('select words from search.unmet where week = $1 order by words', ['2026-12-07']);
    expect(kept.map(({ words }: { words: string }) => words)).toEqual([
      'măng cụt lái thiêu',
      'sâm bố chính',
      'sâm bố chính',
    ]);
  });

  test('what few asked is forgotten when the week is over', async () => {
    await search('hoa thiên lý', 2);
    clock.set('2026-12-15T03:00:00Z');
    await app.get(ForgetUnmet).run();
    expect(await db.query('select distinct folded from search.unmet order by folded')).toEqual([
      { folded: 'mang cut lai thieu' },
      { folded: 'sam bo chinh' },
    ]);
  });
});

test('what decides the order is published, for each order that may be asked', async () => {
  const published = await call('GET', '/search/ranking');
  expect(published).toMatchObject({ status: 200, since: '2026-07-01' });
  expect(published.legalRef).toContain('248/2026');
  expect(published.sorts.map(({ sort }: { sort: string }) => sort)).toEqual([
    'relevance',
    'newest',
    'price',
    '-price',
    'near',
  ]);
  expect(published.limits.length).toBeGreaterThan(2);
});
