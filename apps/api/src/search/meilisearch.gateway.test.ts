import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '../platform/testing.ts';
import { Meilisearch } from './meilisearch.gateway.ts';
import { question, searchDocument } from './search.rules.ts';

// A stand-in that speaks Meilisearch's wire format for one task at a time: what the server makes of it is the contract
// suite's to show, on a real one.
interface Asked {
  line: string;
  key: string | undefined;
  body: unknown;
}
let asked: Asked[] = [];
let answers: Record<string, { status: number; body: unknown }> = {};
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const line = `${request.method} ${request.url}`;
    const text = Buffer.concat(parts).toString();
    asked.push({ line, key: request.headers.authorization, body: text ? JSON.parse(text) : undefined });
    const task = { uid: 7, taskUid: 7, indexUid: 'listings', status: 'succeeded', type: 'x', enqueuedAt: '2026-01-01' };
    const { status, body } = answers[line] ?? { status: line.startsWith('GET') ? 200 : 202, body: task };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
testEnv({ MEILISEARCH_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, MEILISEARCH_KEY: 'key' });
afterAll(() => void server.close());

const tx = undefined as unknown as EntityManager; // an index at Meilisearch joins no transaction
const document = (id: number, name: string) =>
  searchDocument({
    id: `0197a000-0000-7000-8000-00000000000${id}`,
    name,
    texts: ['Trái cây'],
    category: 'trai-cay',
    commune: '07330',
    province: '24',
    storage: 'chilled',
    publishedAt: new Date(1_000),
  });
const lines = () => asked.map(({ line }) => line).filter((line) => !line.startsWith('GET /tasks'));
const hits = (...documents: unknown[]) => ({ status: 200, body: { hits: documents } });
const searching = 'POST /indexes/listings/search';

let engine: Meilisearch;
beforeEach(() => {
  asked = [];
  answers = {};
  engine = new Meilisearch();
});

describe('Meilisearch', () => {
  test('is given its settings once, then listings in both writings, and each task is waited for', async () => {
    await engine.put(tx, [document(1, 'Vải thiều')]);
    await engine.put(tx, [document(2, 'Nhãn')]);
    expect(lines()).toEqual([
      'POST /indexes',
      'PATCH /indexes/listings/settings',
      'POST /indexes/listings/documents',
      'POST /indexes/listings/documents',
    ]);
    expect(asked.filter(({ line }) => line.startsWith('GET /tasks'))).toHaveLength(4);
    expect(asked.every(({ key }) => key === 'Bearer key')).toBe(true);
    const sent = asked.find(({ line }) => line.endsWith('/documents'))?.body;
    expect(sent).toMatchObject([{ name: ' vai thieu ', accentedName: ' vải thiều ', publishedAt: 1_000 }]);
  });

  test('is asked by folded words, within the filters, and what carries the accents comes first', async () => {
    answers[searching] = hits(document(1, 'Vai thieu'), document(2, 'Vải thiều'), document(3, 'Thiều vải'));
    const found = await engine.find(question('vải thiều')!, { category: 'trai-cay', commune: undefined }, 24);
    expect(found.map((id) => id.at(-1))).toEqual(['2', '3', '1']);
    expect(asked[0]?.body).toMatchObject({
      q: 'vai thieu',
      matchingStrategy: 'all',
      limit: 200,
      filter: ['category = "trai-cay"'],
    });
    answers[searching] = hits(document(1, 'Vai thieu'), document(2, 'Vải thiều'));
    expect((await engine.find(question('vai')!, {}, 24)).map((id) => id.at(-1))).toEqual(['1', '2']);
  });

  test('without an index finds nothing; without a server it is a refusal with a name', async () => {
    answers[searching] = {
      status: 404,
      body: { message: 'no', code: 'index_not_found', type: 'invalid_request', link: '' },
    };
    expect(await engine.find(question('vai')!, {}, 24)).toEqual([]);
    answers[searching] = { status: 500, body: { message: 'no', code: 'internal', type: 'internal', link: '' } };
    await expect(engine.find(question('vai')!, {}, 24)).rejects.toThrow('platform.outside-failed');
  });

  test('is built anew beside the old index and swapped', async () => {
    const batches = async function* () {
      yield [document(1, 'Vải')];
      yield [document(2, 'Nhãn')];
    };
    await engine.rebuild(tx, batches());
    expect(lines()).toEqual([
      'DELETE /indexes/listings_next',
      'POST /indexes',
      'PATCH /indexes/listings_next/settings',
      'POST /indexes/listings_next/documents',
      'POST /indexes/listings_next/documents',
      'POST /indexes',
      'PATCH /indexes/listings/settings',
      'POST /swap-indexes',
      'DELETE /indexes/listings_next',
    ]);
  });

  test('a task that failed there is a failure here, so that it is tried again', async () => {
    const failed = {
      uid: 7,
      status: 'failed',
      error: { message: 'disk full', code: 'internal', type: 'internal', link: '' },
    };
    answers['GET /tasks/7'] = { status: 200, body: failed };
    await expect(engine.drop(tx, ['0197a000-0000-7000-8000-000000000001'])).rejects.toThrow('disk full');
  });

  test('an index that exists already is no failure', async () => {
    const failed = {
      uid: 8,
      status: 'failed',
      error: { message: 'there', code: 'index_already_exists', type: 'x', link: '' },
    };
    answers['POST /indexes'] = {
      status: 202,
      body: { taskUid: 8, indexUid: 'listings', status: 'enqueued', type: 'x' },
    };
    answers['GET /tasks/8'] = { status: 200, body: failed };
    await engine.put(tx, [document(1, 'Vải')]);
    expect(lines().at(-1)).toBe('POST /indexes/listings/documents');
  });
});
