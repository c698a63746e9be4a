import { randomUUID } from 'node:crypto';
import { drawnKinds, drawnOf, type DrawnKind, type DrawnView } from '@chophien/contracts';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { market } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { Authenticator } from '../platform/actor.ts';
import { env } from '../platform/env.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { Storage } from '../platform/storage.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { ChangePrice } from './change-price.ts';
import { written } from './drawing.ts';
import { drawable, drawnKey } from './drawn.rules.ts';
import { ForgetDrawn } from './forget-drawn.ts';
import { WithdrawListing } from './withdraw-listing.ts';

const { url } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
  clock,
});
const the = market(app, app.get(DataSource));
const storage = app.get(Storage);

const fileOf = ({ path }: DrawnView) => path.replace('/anh/', '');
const drawn = (file: string) => app.inject({ url: `/drawn/${file}` });
const shown = async (slug: string) => (await app.inject({ url: `/listings/${slug}` })).json();

/** Whether the squares of a code that says `text` stand somewhere in the picture, as they were made. */
const says = async (picture: Buffer, text: string): Promise<boolean> => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const { data: pixels, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const dark = (x: number, y: number) => (pixels[y * info.width + x] ?? 255) < 128;
  const inner = size - 8;
  for (let top = 0; top < info.height; top++) {
    for (let left = 0; left < info.width; left++) {
      if (!dark(left, top) || dark(left - 1, top) || dark(left, top - 1)) continue;
      let across = 0;
      while (dark(left + across, top)) across++;
      if (across % 7 !== 0 || across < 28) continue;
      const module = across / 7;
      const at = (index: number) => Math.floor((index + 0.5) * module);
      const same = (row: number, column: number) =>
        dark(left + at(column), top + at(row)) === Boolean(data[row + 4]?.[column + 4]);
      const all = Array.from({ length: inner }, (_, row) => row);
      if (all.every((row) => all.every((column) => same(row, column)))) return true;
    }
  }
  return false;
};

describe('what Zalo shows of a listing', () => {
  test('is drawn when it is first asked for, with its price in its address: a new price makes a new picture', async () => {
    const seller = await the.seller();
    const listing = await the.listing(seller);
    const { ogImage } = await shown(listing.slug);
    expect(ogImage).toMatchObject({ width: 1_200, height: 630 });
    const first = await drawn(fileOf(ogImage));
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(await sharp(first.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 1_200, height: 630 });
    expect(first.rawPayload.length).toBeLessThan(300_000);

    await app.get(ChangePrice).run(seller.actor, listing.id, { price: 52_000 });
    const { ogImage: after } = await shown(listing.slug);
    expect(after.path).not.toBe(ogImage.path);
    const second = await drawn(fileOf(after));
    expect(second.rawPayload.equals(first.rawPayload)).toBe(false);
    // What stands in somebody's chat is still there.
    expect((await drawn(fileOf(ogImage))).rawPayload.equals(first.rawPayload)).toBe(true);
  });

  test('under an address that was never drawn leads to today’s', async () => {
    const { ogImage } = await shown((await the.listing(await the.seller())).slug);
    const made = fileOf(ogImage).replace(/-[0-9a-f]{16}\./, '-0123456789abcdef.');
    const answer = await drawn(made);
    expect([answer.statusCode, answer.headers.location, answer.headers['cache-control']]).toEqual([
      302,
      fileOf(ogImage),
      'no-store',
    ]);
  });

  test('is nothing for a listing that nobody sees, nor for one that is none', async () => {
    const seller = await the.seller();
    const listing = await the.listing(seller);
    const { ogImage } = await shown(listing.slug);
    await app.get(WithdrawListing).run(seller.actor, listing.id);
    expect((await drawn(fileOf(ogImage))).statusCode).toBe(404);
    const nobody = fileOf(ogImage).replace(listing.id.replaceAll('-', ''), randomUUID().replaceAll('-', ''));
    expect((await drawn(nobody)).statusCode).toBe(404);
  });

  test.each([
    'card-..%2f..%2fx.jpg',
    `card-${'a'.repeat(32)}-${'b'.repeat(16)}.png`,
    `CARD-${'a'.repeat(32)}-${'b'.repeat(16)}.jpg`,
    'x.svg',
  ])('the address /drawn/%s answers nothing', async (file) =>
    expect([404, 422]).toContain((await drawn(file)).statusCode),
  );

  test('bears a name that is a script, emoji, turned round, or one endless word', async () => {
    const seller = await the.seller();
    for (const name of [
      '<script>alert(1)</script> & "vải"',
      '🍊🍊🍊🍊',
      '\u202eải thiều\u202c ❤️',
      'm'.repeat(120),
      'vải '.repeat(29),
    ]) {
      const listing = await the.listing(seller, { name });
      const { ogImage, shareImage } = await shown(listing.slug);
      expect((await drawn(fileOf(ogImage))).statusCode).toBe(200);
      expect((await drawn(fileOf(shareImage))).statusCode).toBe(200);
    }
  });
});

test('the picture to hand on carries a code that leads to the listing', async () => {
  const listing = await the.listing(await the.seller());
  const { shareImage } = await shown(listing.slug);
  const { rawPayload } = await drawn(fileOf(shareImage));
  expect(await says(rawPayload, `${env().STOREFRONT_URL}/san-pham/${listing.slug}`)).toBe(true);
});

describe('a sign to hang up', () => {
  test('carries the stall’s name, its place and a code that leads to the stall, on A5 and A4', async () => {
    const { producer } = await the.seller({ name: 'Hộ bà Nguyễn Thị Bưởi' });
    const sign = (await app.inject({ url: `/stalls/${producer}/sign` })).json();
    expect(sign).toMatchObject({
      id: producer,
      name: 'Hộ bà Nguyễn Thị Bưởi',
      address: `${env().STOREFRONT_URL}/nha-vuon/${producer}`,
    });
    expect((await app.inject({ url: `/stalls/${sign.slug}/sign` })).json()).toEqual(sign);
    for (const view of [sign.a5, sign.a4, sign.ogImage]) {
      const { kind } = drawnOf(fileOf(view)) as { kind: DrawnKind };
      const answer = await drawn(fileOf(view));
      expect(answer.statusCode).toBe(200);
      const { width, height } = await sharp(answer.rawPayload).metadata();
      expect([width, height]).toEqual([drawnKinds[kind].width, drawnKinds[kind].height]);
      expect(await says(answer.rawPayload, sign.address)).toBe(true);
    }
  });

  test('is nobody’s while the stall is suspended', async () => {
    const { producer } = await the.seller();
    await the.hear(the.suspended(producer));
    expect((await app.inject({ url: `/stalls/${producer}/sign` })).statusCode).toBe(404);
    expect((await app.inject({ url: `/stalls/${randomUUID()}/sign` })).statusCode).toBe(404);
  });
});

describe('letters', () => {
  /** How much of it is ink, in what it is drawn with. */
  const ink = async (text: string) => {
    const { input, width } = await written(text, { sizes: [60], width: 900, height: 200, colour: '#000000' });
    const { channels } = await sharp(input).stats();
    return { width, ink: Math.round((channels[3]?.mean ?? 0) * 10) };
  };

  test('of Vietnamese and of the peoples of the highlands are drawn, each as itself', async () => {
    const all = [...'ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ₫ĕŏŭƀ'];
    const drawings = new Set<string>();
    for (const letter of all) {
      const { input } = await written(letter, { sizes: [60], width: 900, height: 200, colour: '#000000' });
      drawings.add((await sharp(input).raw().toBuffer()).toString('base64'));
    }
    expect(drawings.size).toBe(all.length);
    // What has no letter is drawn as a box, always the same width; none of ours is.
    expect((await ink('ữ')).width).not.toBe((await ink('\u{10380}')).width);
  });

  test('that do not fit become smaller, and then words are left out', async () => {
    const writing = { sizes: [60, 40], width: 300, height: 130, colour: '#000000' };
    expect((await written('Vải', writing)).height).toBeLessThan(130);
    const long = await written('vải thiều '.repeat(30).trim(), writing);
    expect(long.height).toBeLessThanOrEqual(130);
    expect(long.width).toBeLessThanOrEqual(300);
  });

  test.each([
    ['Vải 🍊 thiều', 'Vải thiều'],
    ['\u202eevil\u202c', 'evil'],
    ['🍊🍊', 'Hàng'],
    ['Va\u0309i', 'Vải'],
    ['10 quả, loại 1', '10 quả, loại 1'],
  ])('of %j: %j is drawn', (text, left) => expect(drawable(text, 'Hàng')).toBe(left));
});

test('what was drawn before is forgotten a month after it was drawn anew; of what nobody sees, the next night', async () => {
  const seller = await the.seller();
  const listing = await the.listing(seller);
  const { ogImage: before } = await shown(listing.slug);
  await drawn(fileOf(before));
  clock.pass(86_400_000);
  await app.get(ChangePrice).run(seller.actor, listing.id, { price: 61_000 });
  const { ogImage: after } = await shown(listing.slug);
  await drawn(fileOf(after));
  const there = (view: DrawnView) => storage.exists(drawnKey(fileOf(view)));

  clock.pass(29 * 86_400_000);
  await app.get(ForgetDrawn).run();
  expect([await there(before), await there(after)]).toEqual([true, true]);
  clock.pass(2 * 86_400_000);
  await app.get(ForgetDrawn).run();
  expect([await there(before), await there(after)]).toEqual([false, true]);
  expect((await drawn(fileOf(before))).statusCode).toBe(302);

  await app.get(WithdrawListing).run(seller.actor, listing.id);
  await app.get(ForgetDrawn).run();
  expect(await there(after)).toBe(false);
});
