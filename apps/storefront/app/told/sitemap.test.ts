import type { Client } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { addresses, index, pages, remembered, xml } from './sitemap.ts';

const origin = 'https://cho.example';
const read = (() => Promise.reject(new Error('nobody asks'))) as Client;
const changedAt = '2026-11-30T02:00:00.000Z';
const cut = (count: number, size: number) =>
  Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    after: at === 0 ? null : String(at * size),
    count: Math.min(size, count - at * size),
    changedAt,
  }));
const files = {
  listings: cut(100_000, 10_000),
  stalls: cut(20_000, 10_000),
  provinces: [{ code: '24', name: 'Bắc Ninh', type: 'tinh' as const, slug: 'bac-ninh' }],
  communes: [{ code: '07330', slug: 'xa-phuc-hoa' }],
  categories: [{ id: 'trai-cay', name: 'Trái cây', slug: 'trai-cay', parent: null, kind: 'goods' as const }],
};

const whole = async (parts: AsyncIterable<string>): Promise<string> => {
  let all = '';
  for await (const part of parts) all += part;
  return all;
};

test('the index names every file of a hundred thousand addresses', async () => {
  const named = [...(await whole(index(origin, files))).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one]) => one);
  expect(named).toHaveLength(1 + 10 + 2);
  expect(named.at(-1)).toBe('https://cho.example/sitemap/gian-hang-2.xml');
});

test('a file is asked for piece by piece, and ends where the next one begins', async () => {
  const asked: [string | undefined, number][] = [];
  const part = async (after: string | undefined, limit: number) => {
    asked.push([after, limit]);
    const from = Number(after ?? 0);
    return Array.from({ length: limit }, (_, at) => ({
      id: String(from + at + 1),
      slug: `mon-${from + at + 1}`,
      changedAt,
    }));
  };
  const written = await whole(addresses(origin, 'listings', part, files.listings[1]!));
  expect(asked).toEqual([10_000, 12_000, 14_000, 16_000, 18_000].map((after) => [String(after), 2_000]));
  expect([...written.matchAll(/<url>/g)]).toHaveLength(10_000);
  expect(written).toContain(
    '<loc>https://cho.example/san-pham/mon-20000</loc><lastmod>2026-11-30T02:00:00.000Z</lastmod>',
  );
});

test('a file whose goods were taken off sale in the meantime ends early, and well', async () => {
  const written = await whole(addresses(origin, 'stalls', async () => [], { after: null, count: 10_000 }));
  expect(written.endsWith('</urlset>\n')).toBe(true);
});

test('the few pages are named once each', async () => {
  const written = await whole(pages(origin, files));
  expect(written).toContain('<loc>https://cho.example/xa/07330/xa-phuc-hoa</loc>');
  expect(written).toContain('<loc>https://cho.example/tinh/24/bac-ninh</loc>');
  expect(written).toContain('<loc>https://cho.example/chinh-sach/xep-hang</loc>');
});

test('an API that breaks off does not leave half a file that looks whole', async () => {
  const part = async (): Promise<never> => {
    throw new Error('down');
  };
  const answer = xml(addresses(origin, 'listings', part, files.listings[0]!));
  await expect(answer.text()).rejects.toThrow('down');
});

test('where files begin is asked once in ten minutes; a failure is not remembered', async () => {
  let now = 0;
  let asked = 0;
  const get = remembered(
    async () => {
      asked += 1;
      if (asked === 1) throw new Error('down');
      return files;
    },
    () => now,
  );
  await expect(get(read)).rejects.toThrow('down');
  await get(read);
  await get(read);
  now = 700_000;
  await get(read);
  expect(asked).toBe(3);
});
