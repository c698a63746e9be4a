import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { DestroyPapers } from './index.ts';
import { pdf, photograph } from './sheets.fixture.ts';
import { Desk, type Someone } from './testing.ts';

const fresh = await freshDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(fresh);
});
afterAll(() => desk?.close());

const objectOf = async (id: string, page = 1) => {
  const [row] = await rows<{ object: string | null; key: string | null }>(
    desk.db,
    'select object, key from papers.page where paper = $1 and page = $2',
    [id, page],
  );
  return row;
};
const onDisk = (object: string) => readFile(`${fileURLToPath(env().STORAGE_URL)}/${object}`);
const page = (who: Someone | undefined, producer: string, id: string, of = 1) =>
  desk.ask(who, 'GET', `/producers/${producer}/papers/${id}/pages/${of}`);

describe('handing in', () => {
  test('a photograph: it waits, nobody scanned it, and it is read back upright and without GPS', async () => {
    const { producer, head } = await desk.household();
    const { status, body } = await desk.put(head, producer, await photograph({ gps: true }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      producer,
      state: 'waiting',
      pages: 1,
      sheets: ['picture'],
      scanned: false,
      daysLeft: null,
    });
    expect(await desk.stated(body.id)).toEqual([
      { type: 'paper.added', data: { producer, commune: '07330', kind: 'food-safety-certificate', expiresOn: null } },
    ]);
    const read = await page(head, producer, body.id);
    expect(read.status).toBe(200);
    expect(read.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="giay-chung-nhan-du-dieu-kien-an-toan-thuc-pham-1.jpg"',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const { width, height, exif } = await sharp(read.bytes).metadata();
    expect([width, height, exif]).toEqual([480, 640, undefined]);
    expect(await desk.looks(head)).toEqual([]);
  });

  test('a PDF comes back as a file to save, never to be opened in the page', async () => {
    const { producer, head } = await desk.household();
    const { body } = await desk.put(head, producer, pdf({ pages: 2 }));
    expect(body.sheets).toEqual(['pdf']);
    const read = await page(head, producer, body.id);
    expect(read.headers['content-type']).toBe('application/pdf');
    expect(read.headers['content-disposition']).toMatch(/^attachment; /);
    expect(read.bytes.equals(pdf({ pages: 2 }))).toBe(true);
  });

  test('what lies in the storage is noise, each file under a key of its own', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const { object, key } = (await objectOf(id)) ?? {};
    const bytes = await onDisk(object ?? '');
    await expect(sharp(bytes).metadata()).rejects.toThrow('unsupported image format');
    expect(bytes.includes('JFIF')).toBe(false);
    expect(key).toMatch(/^v1\.s[0-9a-f]{8}\./);
    // Moved to another paper it opens nothing.
    const other = await desk.paper(head, producer);
    await rows(desk.db, 'update papers.page set object = $2, key = $3 where paper = $1', [other, object, key]);
    expect((await page(head, producer, other)).status).toBe(500);
  });

  test('the same photograph sent again after a dropped line is the same paper, told once', async () => {
    const { producer, head } = await desk.household();
    const id = randomUUID();
    const bytes = await photograph();
    const [first, again] = await Promise.all([
      desk.put(head, producer, bytes, { id }),
      desk.put(head, producer, bytes, { id }),
    ]);
    const third = await desk.put(head, producer, bytes, { id });
    expect([first.status, again.status, third.status]).toEqual([200, 200, 200]);
    expect(third.body).toEqual(first.body);
    expect(await desk.stated(id)).toHaveLength(1);
    expect((await desk.ask(head, 'GET', `/producers/${producer}/papers`)).body.items).toHaveLength(1);
  });

  test("another's id is not found, and hers stays as it was", async () => {
    const [mine, other] = [await desk.household(), await desk.household()];
    const id = await desk.paper(mine.head, mine.producer);
    const refused = await desk.put(other.head, other.producer, await photograph(), { id });
    expect([refused.status, refused.body.code]).toEqual([404, 'papers.not-found']);
    expect((await page(mine.head, mine.producer, id)).status).toBe(200);
  });

  test('pages come one after the other, a page taken anew replaces the former and its bytes', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const early = await desk.put(head, producer, await photograph(), { id, page: 3 });
    expect([early.status, early.body.errors[0].field]).toEqual([422, 'query.page']);
    const second = await desk.put(head, producer, await photograph({ shade: 1 }), { id, page: 2 });
    expect(second.body).toMatchObject({ pages: 2, sheets: ['picture', 'picture'] });
    const former = (await objectOf(id, 2))?.object ?? '';
    await desk.put(head, producer, await photograph({ shade: 180 }), { id, page: 2 });
    expect((await objectOf(id, 2))?.object).not.toBe(former);
    await expect(onDisk(former)).rejects.toThrow('ENOENT');
    const otherKind = await desk.put(head, producer, await photograph(), { id, kind: 'ocop' });
    expect([otherKind.status, otherKind.body.code]).toEqual([409, 'papers.illegal-step']);
  });

  test('what is not a paper is refused and leaves nothing behind', async () => {
    const { producer, head } = await desk.household();
    const refused = await desk.put(head, producer, Buffer.from('<svg onload="alert(1)"/>'));
    expect([refused.status, refused.body.code]).toEqual([415, 'papers.unreadable']);
    expect((await desk.ask(head, 'GET', `/producers/${producer}/papers`)).body.items).toEqual([]);
  });

  test('forty papers may wait at once; the next is refused until one is taken back', async () => {
    const { producer, head } = await desk.household();
    await rows(
      desk.db,
      `insert into papers.paper (id, producer, commune, province, kind, state, handed_in_at)
       select gen_random_uuid(), $1, '07330', '24', 'other', 'waiting', $2 from generate_series(1, 39)`,
      [producer, desk.clock.now()],
    );
    const id = await desk.paper(head, producer, 'other');
    const refused = await desk.put(head, producer, await photograph(), { kind: 'other' });
    expect([refused.status, refused.body.code]).toEqual([409, 'papers.too-many']);
    await desk.ask(head, 'DELETE', `/producers/${producer}/papers/${id}`);
    expect((await desk.put(head, producer, await photograph(), { kind: 'other' })).status).toBe(200);
  });

  test('what stands on it is kept as typed, and a date that cannot be is named', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const facts = {
      number: '123/2025/ATTP-BN',
      issuer: 'Sở Nông nghiệp',
      issuedOn: '2025-01-10',
      expiresOn: '2028-01-09',
    };
    const told = await desk.ask(head, 'PUT', `/producers/${producer}/papers/${id}/facts`, facts);
    expect(told.body).toMatchObject({ ...facts, daysLeft: 412 });
    for (const [wrong, field] of [
      [{ issuedOn: '2027-01-01' }, 'issuedOn'],
      [{ issuedOn: '2026-01-01', expiresOn: '2025-01-01' }, 'expiresOn'],
    ] as const) {
      const refused = await desk.ask(head, 'PUT', `/producers/${producer}/papers/${id}/facts`, wrong);
      expect([refused.status, refused.body.errors[0].field]).toEqual([422, field]);
    }
    const card = await desk.paper(head, producer, 'citizen-card-front');
    const number = await desk.ask(head, 'PUT', `/producers/${producer}/papers/${card}/facts`, {
      number: '024190001234',
    });
    expect([number.status, number.body.code]).toEqual([409, 'papers.illegal-step']);
  });

  test('a paper taken back is gone, with its bytes', async () => {
    const { producer, head } = await desk.household();
    const id = await desk.paper(head, producer);
    const { object = '' } = (await objectOf(id)) ?? {};
    expect((await desk.ask(head, 'DELETE', `/producers/${producer}/papers/${id}`)).status).toBe(200);
    await desk.app.get(DestroyPapers, { strict: false }).run();
    await expect(onDisk(object ?? '')).rejects.toThrow('ENOENT');
    expect(await objectOf(id)).toEqual({ object: null, key: null });
    expect((await page(head, producer, id)).status).toBe(404);
    expect((await desk.ask(head, 'GET', `/producers/${producer}/papers`)).body.items).toEqual([]);
    expect((await desk.put(head, producer, await photograph(), { id })).body.code).toBe('papers.illegal-step');
  });
});
