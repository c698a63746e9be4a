import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market } from '../../../../tests/support/market.ts';
import { CatalogueModule } from '../catalogue/index.ts';
import { type EventType, events } from '../events.ts';
import { Authenticator } from '../platform/actor.ts';
import { log } from '../platform/log.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { dirty } from './dirty.ts';
import { DrainIndex } from './drain-index.ts';
import { RebuildIndex } from './rebuild-index.ts';
import { SearchModule } from './search.module.ts';

// A stand-in that speaks Meilisearch's wire format for one task at a time and can be away, late or wrong: what a real one
// makes of a question is the contract suite's to show.
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);

interface Asked {
  line: string;
  body: any;
}
let asked: Asked[] = [];
let answer: (body: any) => { status: number; body: unknown; late?: number } = () => ({ status: 500, body: {} });
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const text = Buffer.concat(parts).toString();
    const line = `${request.method} ${request.url}`;
    const body = text ? JSON.parse(text) : undefined;
    asked.push({ line, body });
    const task = { uid: 7, taskUid: 7, indexUid: 'listings', status: 'succeeded', type: 'x', enqueuedAt: '2026-01-01' };
    const said =
      line === 'POST /multi-search' ? answer(body) : { status: line.startsWith('GET') ? 200 : 202, body: task };
    setTimeout(
      () => response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body)),
      'late' in said ? said.late : 0,
    );
  });
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url, MEILISEARCH_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
let app: Awaited<ReturnType<typeof testWeb>>;
const ids: string[] = [];

beforeAll(async () => {
  app = await testWeb({
    imports: [SearchModule, CatalogueModule],
    providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
    clock: new TestClock('2026-12-01T03:00:00Z'),
  });
  const the = market(app, app.get(DataSource));
  const seller = await the.seller();
  const pictures = [await the.picture(seller.actor)];
  for (const name of ['Mật ong bạc hà', 'Mật ong nhãn', 'Mật ong tràm', 'Mật ong cà phê', 'Mật ong keo'])
    ids.push((await the.listing(seller, { name, commodity: 'honey', storage: 'ambient', pictures })).id);
  await db.query(`update catalogue.offer set state = 'published', visible = true where id = any($1::uuid[])`, [ids]);
});
afterAll(async () => {
  await app.close();
  server.close();
});
const warned = vi.spyOn(log, 'warn');
beforeEach(() => {
  asked = [];
  warned.mockClear();
});

const hit = (id: string, accentedName = ' mật ong ') => ({
  id,
  accentedName,
  accents: accentedName.trim().split(' '),
  measures: [],
  commune: '07330',
  province: '24',
});
const hits = (...found: object[]) => ({ status: 200, body: { results: [{ hits: found, totalHits: found.length }] } });
const search = async (q: string, rest = '') =>
  (await app.inject({ url: `/search?q=${encodeURIComponent(q)}${rest}` }))
    .json()
    .items.map(({ id }: { id: string }) => id);

describe('beside a Meilisearch', () => {
  test('both indexes are written, and what one does not take waits for it alone', async () => {
    await dirty(app.get(DataSource), ids);
    await app.get(DrainIndex).run();
    const sent = asked.find(({ line }) => line.startsWith('POST /indexes/listings/documents'));
    expect(sent?.body).toHaveLength(5);
    expect(sent?.body[0]).toMatchObject({ province: '24', band: 0, delivery: 'country', inSeason: false });
    expect(sent?.body[0]).not.toHaveProperty('words');
    expect(await db.query('select from search.dirty')).toHaveLength(0);
    const [{ shown }] = await db.query('select count(*)::int as shown from search.document where shown');
    expect(shown).toBe(5);
  });

  test('its answer is taken, in its order, with the accents asked first and within the filters said in its words', async () => {
    answer = () => hits(hit(ids[0]!, ' mat ong '), hit(ids[1]!), hit(ids[2]!), hit(ids[3]!), hit(ids[4]!));
    expect(await search('mật ong', '&province=24&deliverTo=01&priceTo=90000&attr.flower=a,b')).toEqual([
      ids[1],
      ids[2],
      ids[3],
      ids[4],
      ids[0],
    ]);
    expect(asked[0]?.body.queries[0]).toMatchObject({
      indexUid: 'listings',
      q: 'mat ong',
      filter: [
        '(province = "24")',
        'price <= 90000',
        '(delivery = "country" OR (delivery = "province" AND province = "01"))',
        '(attributes = "flower=a" OR attributes = "flower=b")',
      ],
    });
    expect(warned).not.toHaveBeenCalled();
  });

  test('facets that narrow are counted without their own condition', async () => {
    answer = (body) => ({
      status: 200,
      body: {
        results: body.queries.map((query: { facets: string[] }) => ({
          hits: query.facets.length > 1 ? [hit(ids[0]!)] : [],
          totalHits: 1,
          facetDistribution: Object.fromEntries(
            query.facets.map((facet) => [facet, { [facet === 'storage' ? 'ambient' : 'x']: 1_200 }]),
          ),
        })),
      },
    });
    const found = (await app.inject({ url: '/search?q=mat%20ong&storage=ambient&facets=true' })).json();
    expect(found.facets.storage).toEqual([{ value: 'ambient', count: 1_000, more: true }]);
    const [first, second] = asked.find(({ line }) => line === 'POST /multi-search')!.body.queries;
    expect(first.filter).toEqual(['(storage = "ambient")']);
    expect(first.facets).not.toContain('storage');
    expect([second.filter, second.facets]).toEqual([[], ['storage']]);
  });

  test('away, late, malformed or mostly wrong it is answered from PostgreSQL, and the log says so', async () => {
    const faults: (typeof answer)[] = [
      () => ({ status: 500, body: { message: 'no', code: 'internal', type: 'internal', link: '' } }),
      () => ({ status: 404, body: { message: 'no', code: 'index_not_found', type: 'invalid_request', link: '' } }),
      () => ({ status: 200, body: { results: [{ hits: [{ id: "x' or 1" }], totalHits: 1 }] } }),
      () => hits(...Array.from({ length: 6 }, (_, at) => hit(`0197a000-0000-7000-8000-00000000000${at}`))),
      () => ({ ...hits(hit(ids[0]!)), late: 1_500 }),
    ];
    for (const fault of faults) {
      answer = () => hits(...ids.map((id) => hit(id)));
      expect(await search('mat ong')).toHaveLength(5); // a success, so that the breaker counts anew
      warned.mockClear();
      answer = fault;
      expect(new Set(await search('mat ong'))).toEqual(new Set(ids));
      expect(warned).toHaveBeenCalledWith(
        expect.objectContaining({ engine: 'meilisearch' }),
        expect.stringContaining('PostgreSQL'),
      );
    }
  });

  test('after three failures it is left alone for a while', async () => {
    answer = () => ({ status: 500, body: {} });
    for (let time = 0; time < 6; time++) expect(await search('mat ong')).toHaveLength(5);
    expect(asked.filter(({ line }) => line === 'POST /multi-search').length).toBeLessThanOrEqual(3);
  });

  test('is built anew beside the old index, told the words that mean the same, and swapped', async () => {
    await app.get(RebuildIndex).run();
    const lines = asked.map(({ line }) => line).filter((line) => !line.startsWith('GET /tasks'));
    expect(lines).toEqual([
      'PUT /indexes/listings/settings/synonyms',
      'DELETE /indexes/listings_next',
      'POST /indexes',
      'PATCH /indexes/listings_next/settings',
      'POST /indexes/listings_next/documents',
      'POST /indexes',
      'PATCH /indexes/listings/settings',
      'POST /swap-indexes',
      'DELETE /indexes/listings_next',
    ]);
    expect(asked.find(({ line }) => line.endsWith('/settings/synonyms'))?.body).toMatchObject({ vai: ['le chi'] });
  });
});
