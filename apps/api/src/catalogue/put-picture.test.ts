import { randomUUID } from 'node:crypto';
import { type PictureType, pictureFile } from '@chophien/contracts';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { jpeg, person } from '../../../../tests/support/market.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { Storage } from '../platform/storage.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { DerivePictures } from './derive-pictures.ts';
import { ForgetPictures } from './forget-pictures.ts';
import { pictureCommands } from './picture.commands.ts';
import { keysOf, masterKey } from './picture.rules.ts';

const { url } = await freshDatabase();
testEnv({ DATABASE_URL: url });
const sessions = new Map<string, Actor>();
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async (t: string) => sessions.get(t) ?? null } }],
  clock,
});
const storage = app.get(Storage);

const seller = person(randomUUID());
const put = (bytes: Buffer, { id = randomUUID(), actor = seller, type = 'image/jpeg' } = {}) => {
  const token = `token-${randomUUID()}`;
  sessions.set(token, actor);
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  return app.inject({ method: 'PUT', url: `/pictures/${id}`, headers, payload: bytes });
};
const media = ({ hash }: { hash: string }, width: number, type: PictureType = 'webp', headers = {}) =>
  app.inject({ url: `/media/${pictureFile(hash, width, type)}`, headers });
/** The worker's turn: everything that is due. */
const work = () => app.get(DerivePictures).run();
const wait = (hash: string) =>
  app.get(DataSource).query('select * from catalogue.picture_work where hash = $1', [hash]);

/** A photograph of somebody's goods: no two are alike. */
const photograph = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
    .jpeg()
    .toBuffer();

describe('a photograph', () => {
  test('is seen at once, small; the wider ones and AVIF come from the worker, each served for ever under its hash', async () => {
    const id = randomUUID();
    const bytes = await photograph(1_500, 1_125);
    const answer = await put(bytes, { id });
    expect(answer.statusCode).toBe(200);
    const picture = answer.json();
    expect(picture).toMatchObject({
      width: 1_500,
      height: 1_125,
      colour: expect.stringMatching(/^#[0-9a-f]{6}$/),
      widths: [320],
      avif: false,
    });
    expect((await media(picture, 480)).statusCode).toBe(404);

    await work();

    const made = (await put(bytes, { id })).json();
    expect(made).toEqual({ ...picture, widths: [320, 480, 800, 1_280], avif: true });
    const types = { webp: ['image/webp', 'webp'], jpg: ['image/jpeg', 'jpeg'], avif: ['image/avif', 'heif'] } as const;
    for (const width of made.widths) {
      for (const [type, [contentType, format]] of Object.entries(types)) {
        const file = await media(made, width, type as PictureType);
        expect(file.statusCode).toBe(200);
        expect(file.headers).toMatchObject({
          'content-type': contentType,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        });
        expect(await sharp(file.rawPayload).metadata()).toMatchObject({ format, width });
      }
    }
    expect(await wait(made.hash)).toEqual([]);
  });

  test('is not sent again to who has it', async () => {
    const picture = (await put(await jpeg())).json();
    const etag = String((await media(picture, 320)).headers.etag);
    const again = await media(picture, 320, 'webp', { 'if-none-match': `W/"x", ${etag}` });
    expect([again.statusCode, again.rawPayload.length, again.headers.etag]).toEqual([304, 0, etag]);
    const gone = { hash: '0'.repeat(32) };
    expect((await media(gone, 320, 'webp', { 'if-none-match': `"${gone.hash}-320.webp"` })).statusCode).toBe(404);
  });

  test('is never made wider than it is', async () => {
    const id = randomUUID();
    const bytes = await jpeg(250, 400, '#00aa00');
    const picture = (await put(bytes, { id })).json();
    expect(picture.widths).toEqual([250]);
    await work();
    expect((await put(bytes, { id })).json()).toEqual({ ...picture, avif: true });
  });

  test('is turned upright, and no file that anybody is given says where it was taken or by whom', async () => {
    const canary = 'BONG-MUA-CANARY';
    const turned = await sharp(await photograph(900, 600))
      .withExif({
        IFD0: { Orientation: '6', Copyright: canary, ImageDescription: canary },
        IFD3: { GPSLatitude: '21/1 16/1 40/1', GPSLongitude: '106/1 33/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${canary}</note></x:xmpmeta>`)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(turned.includes(canary)).toBe(true);
    expect((await sharp(turned).metadata()).exif?.length).toBeGreaterThan(0);

    const id = randomUUID();
    const picture = (await put(turned, { id })).json();
    expect([picture.width, picture.height]).toEqual([600, 900]);
    await work();
    const { widths, hash } = (await put(turned, { id })).json();
    expect(widths).toEqual([320, 480]);
    for (const key of keysOf(hash, widths)) {
      const bytes = Buffer.from(await storage.get(key));
      expect(bytes.includes(canary)).toBe(false);
      expect(bytes.includes('Exif')).toBe(false);
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, icc, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    }
  });

  test('keeps in sight what catches the eye, until the seller says what matters', async () => {
    const fruit = await sharp({ create: { width: 160, height: 160, channels: 3, background: '#ff2a10' } })
      .png()
      .toBuffer();
    const bytes = await sharp(await photograph(1_200, 800))
      .blur(8)
      .composite([{ input: fruit, left: 960, top: 80 }])
      .jpeg()
      .toBuffer();
    const { focus } = (await put(bytes)).json();
    expect(focus.x).toBeGreaterThan(0.7);
    expect(focus.y).toBeLessThan(0.45);
  });

  test('sent again under its id is the same picture; other bytes under it, or another person’s id, are refused by name', async () => {
    const id = randomUUID();
    const bytes = await jpeg();
    const first = (await put(bytes, { id })).json();
    expect((await put(bytes, { id })).json()).toEqual(first);
    const other = await put(await jpeg(400, 400, '#00ff00'), { id });
    expect([other.statusCode, other.json().code]).toEqual([409, 'catalogue.picture-differs']);
    expect((await put(bytes, { id, actor: person(randomUUID()) })).statusCode).toBe(404);
  });

  test('sent twice at the same moment, by a phone that lost patience, is there once', async () => {
    const id = randomUUID();
    const bytes = await photograph(700, 500);
    const answers = await Promise.all([put(bytes, { id }), put(bytes, { id }), put(bytes, { id })]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ payload }) => payload)).size).toBe(1);
  });

  test('handed in by two sellers is made once, and both have all of it', async () => {
    const bytes = await photograph(800, 600);
    const first = (await put(bytes)).json();
    await work();
    const second = (await put(bytes, { actor: person(randomUUID()) })).json();
    expect(second).toMatchObject({ hash: first.hash, widths: [320, 480, 800], avif: true });
    expect(await wait(first.hash)).toEqual([]);
  });

  test('may be PNG or WebP, see-through or moving, whatever it calls itself', async () => {
    const drawn = sharp({
      create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const clear = await put(await drawn.png().toBuffer(), { type: 'application/octet-stream' });
    expect([clear.statusCode, clear.json().colour]).toEqual([200, '#f8f8f8']);
    const frame = (red: number) => Buffer.alloc(64 * 48 * 3, red);
    const moving = await sharp(Buffer.concat([frame(20), frame(220)]), {
      raw: { width: 64, height: 96, channels: 3, pageHeight: 48 },
    })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const still = await put(moving, { type: 'text/plain' });
    expect(still.statusCode).toBe(200);
    expect(still.json()).toMatchObject({ width: 64, height: 48 });
  });

  test('of 40 megapixels is taken in without filling the memory', async () => {
    const large = await sharp({ create: { width: 7_300, height: 5_500, channels: 3, background: '#4a7c2a' } })
      .jpeg({ progressive: true })
      .withMetadata({ orientation: 8 })
      .toBuffer();
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 10);
    const answers = await Promise.all([put(large), put(large), put(large)]);
    clearInterval(watch);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(answers[0]?.json()).toMatchObject({ width: 1_205, height: 1_600 });
    expect((most - before) / 1_048_576).toBeLessThan(400);
  });
});

describe('what is not a photograph', () => {
  test.each([
    ['HTML', Buffer.from('<script>alert(1)</script>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['nothing', Buffer.alloc(0)],
    ['a beginning only', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])],
    ['a sound', Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt ', 'latin1')],
    ['a WebP by its first bytes alone', Buffer.from(`RIFF\x24\x00\x00\x00WEBPVP8 ${'x'.repeat(64)}`, 'latin1')],
    ['a PNG that is a program', Buffer.from(`\x89PNG\r\n\x1a\n#!/bin/sh\n${'rm '.repeat(40)}`, 'latin1')],
  ])('%s is refused', async (_, bytes) => {
    const answer = await put(bytes);
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'catalogue.picture-unreadable']);
  });

  test('what an iPhone keeps is refused with what to do', async () => {
    const answer = await put(
      Buffer.from(`\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic${'x'.repeat(200)}`, 'latin1'),
    );
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'catalogue.picture-heic']);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('half of a %s is refused', async (format) => {
    const whole = await sharp(await photograph(600, 600))
      .toFormat(format)
      .toBuffer();
    expect((await put(whole.subarray(0, whole.length / 2))).statusCode).toBe(415);
  });

  test('a page, an archive, a second picture hidden behind a photograph’s bytes come out as a picture alone', async () => {
    const hidden = [
      Buffer.from('<script>alert(1)</script>'),
      Buffer.from('PK\x03\x04canary.html', 'latin1'),
      await jpeg(90, 90),
    ];
    for (const tail of hidden) {
      const answer = await put(Buffer.concat([await photograph(400, 300), tail]));
      expect(answer.statusCode).toBe(200);
      await work();
      for (const key of keysOf(answer.json().hash, [320])) {
        expect(Buffer.from(await storage.get(key)).includes(tail.subarray(0, 24))).toBe(false);
      }
    }
  });

  test('too many bytes are refused before they are looked at, too many pixels before they are unfolded', async () => {
    const heavy = await put(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10 * 1_048_576)]));
    expect([heavy.statusCode, heavy.json().code]).toEqual([413, 'catalogue.picture-too-large']);
    const wide = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(wide.length).toBeLessThan(1_048_576);
    const bomb = await put(wide);
    expect([bomb.statusCode, bomb.json().code]).toEqual([413, 'catalogue.picture-too-large']);
    const says = Buffer.from(wide);
    says.writeUInt32BE(0x7fffffff, 16);
    says.writeUInt32BE(0x7fffffff, 20);
    expect([413, 415]).toContain((await put(says)).statusCode);
  });

  test.each([
    '..%2f..%2fetc%2fpasswd',
    '%252e%252e',
    `${'a'.repeat(32)}-320.webp%00`,
    `${'A'.repeat(32)}-320.webp`,
    `${'a'.repeat(32)}.jpg`,
    `..%2fmasters%2f${'a'.repeat(32)}.jpg`,
    'x.svg',
  ])('the address /media/%s answers nothing', async (file) => {
    expect([404, 422]).toContain((await app.inject({ url: `/media/${file}` })).statusCode);
  });
  test('a hash that nobody has is not found, and the answer is not kept', async () => {
    const answer = await media({ hash: '0'.repeat(32) }, 320);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['cache-control'] ?? 'no-store').not.toMatch(/max-age=[1-9]/);
  });
});

describe('the worker', () => {
  test('that fails puts the picture off, says why, and makes it when the disk is back', async () => {
    const picture = (await put(await photograph(640, 480))).json();
    const master = await storage.get(masterKey(picture.hash));
    await storage.delete(masterKey(picture.hash));
    await work();
    const [failed] = await wait(picture.hash);
    expect(failed).toMatchObject({ tries: 1, given_up: false, failure: 'platform.not-found' });
    expect(failed.due_at.getTime()).toBeGreaterThan(Date.now() + 20_000);
    await storage.put(masterKey(picture.hash), master);
    await app.get(DataSource).query('update catalogue.picture_work set due_at = now()');
    await work();
    expect(await wait(picture.hash)).toEqual([]);
    expect((await media(picture, 480, 'avif')).statusCode).toBe(200);
  });

  test('gives a picture up after eight failures; an operator reads why and has it made again', async () => {
    const picture = (await put(await photograph(660, 480))).json();
    const master = await storage.get(masterKey(picture.hash));
    await storage.delete(masterKey(picture.hash));
    const db = app.get(DataSource);
    for (let time = 0; time < 9; time++) {
      await db.query('update catalogue.picture_work set due_at = now() where not given_up');
      await work();
    }
    expect(await wait(picture.hash)).toMatchObject([{ tries: 8, given_up: true }]);
    const operate = (name: string) =>
      pictureCommands.find((one) => one.name === name)?.run(app, { words: [], options: {} });
    expect(await operate('pictures waiting')).toContain(`${picture.hash}  platform.not-found`);
    await storage.put(masterKey(picture.hash), master);
    expect(await operate('pictures again')).toBe('1 pictures are made again');
    await work();
    expect(await wait(picture.hash)).toEqual([]);
  });

  test('makes the files of a picture of before, of which there were two', async () => {
    const hash = 'be'.repeat(16);
    const former = await sharp(await photograph(640, 480))
      .webp()
      .toBuffer();
    await storage.put(`pictures/${hash}-640.webp`, former);
    const id = randomUUID();
    const db = app.get(DataSource);
    await db.query(
      `insert into catalogue.picture (id, owner, hash, width, height, colour, widths, state, at)
       values ($1, $2, $3, 640, 480, '#aabbcc', '{320,640}', 'used', $4)`,
      [id, seller.id, hash, clock.now()],
    );
    await db.query('insert into catalogue.picture_work (hash) values ($1)', [hash]);
    await work();
    expect((await put(await jpeg(), { id })).json()).toMatchObject({ widths: [320, 480, 640], avif: true });
    expect((await media({ hash }, 480, 'jpg')).statusCode).toBe(200);
    expect(await storage.exists(masterKey(hash))).toBe(true);
  });
});

test('a picture that no listing came to show is forgotten after two days, file and all', async () => {
  const bytes = await jpeg(500, 500, '#123456');
  const picture = (await put(bytes)).json();
  await work();
  await app.get(ForgetPictures).run();
  expect((await media(picture, 320)).statusCode).toBe(200);
  clock.pass(49 * 3_600_000);
  const again = (await put(bytes)).json();
  await app.get(ForgetPictures).run();
  expect((await media(again, 320)).statusCode).toBe(200);
  clock.pass(49 * 3_600_000);
  await app.get(ForgetPictures).run();
  for (const key of keysOf(picture.hash, [320, 480])) expect(await storage.exists(key)).toBe(false);
});
