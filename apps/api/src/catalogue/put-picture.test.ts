import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { type Actor, Authenticator } from '../platform/actor.ts';
import { Storage } from '../platform/storage.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { ForgetPictures } from './forget-pictures.ts';
import { jpeg, person } from '../../../../tests/support/market.ts';

const { url } = await freshDatabase();
testEnv({ DATABASE_URL: url });
const sessions = new Map<string, Actor>();
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async (t: string) => sessions.get(t) ?? null } }],
  clock,
});

const seller = person(randomUUID());
const put = (bytes: Buffer, { id = randomUUID(), actor = seller, type = 'image/jpeg' } = {}) => {
  const token = `token-${randomUUID()}`;
  sessions.set(token, actor);
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  return app.inject({ method: 'PUT', url: `/pictures/${id}`, headers, payload: bytes });
};
const media = (path: string) => app.inject({ url: path.replace('/anh/', '/media/') });

describe('a photograph', () => {
  test('becomes two small files, served for ever under their hash', async () => {
    const answer = await put(await jpeg(1_200, 900, '#c0392b'));
    expect(answer.statusCode).toBe(200);
    const picture = answer.json();
    expect(picture).toMatchObject({ width: 640, height: 480, colour: expect.stringMatching(/^#[0-9a-f]{6}$/) });
    for (const [path, width] of [
      [picture.small, 320],
      [picture.medium, 640],
    ] as const) {
      const file = await media(path);
      expect(file.statusCode).toBe(200);
      expect(file.headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
      expect(await sharp(file.rawPayload).metadata()).toMatchObject({ format: 'webp', width });
    }
  });

  test('is turned upright and forgets where it was taken', async () => {
    const turned = await sharp(await jpeg(900, 600))
      .withExif({ IFD0: { Orientation: '6', Copyright: 'Canary' }, IFD3: { GPSLatitude: '21/1 0/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const picture = (await put(turned)).json();
    expect(picture.height).toBeGreaterThan(picture.width);
    const { exif, orientation } = await sharp((await media(picture.medium)).rawPayload).metadata();
    expect(exif).toBeUndefined();
    expect(orientation).toBeUndefined();
  });

  test('sent again under its id is the same picture; another person’s id is not found', async () => {
    const id = randomUUID();
    const first = (await put(await jpeg(), { id })).json();
    expect((await put(await jpeg(400, 400, '#00ff00'), { id })).json()).toEqual(first);
    expect((await put(await jpeg(), { id, actor: person(randomUUID()) })).statusCode).toBe(404);
  });

  test('may be PNG or WebP, whatever it calls itself', async () => {
    const png = await sharp(await jpeg())
      .png()
      .toBuffer();
    expect((await put(png, { type: 'application/octet-stream' })).statusCode).toBe(200);
    const webp = await sharp(await jpeg())
      .webp()
      .toBuffer();
    expect((await put(webp, { type: 'text/plain' })).statusCode).toBe(200);
  });
});

describe('what is not a photograph', () => {
  test.each([
    ['HTML', Buffer.from('<script>alert(1)</script>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['nothing', Buffer.alloc(0)],
    ['a beginning only', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])],
  ])('%s is refused', async (_, bytes) => {
    const answer = await put(bytes);
    expect(answer.statusCode).toBe(415);
    expect(answer.json().code).toBe('catalogue.picture-unreadable');
  });

  test('half of one is refused', async () => {
    const noise = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: 'white',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    expect((await put(noise.subarray(0, noise.length / 2))).statusCode).toBe(415);
  });

  test('a page hidden behind a photograph’s bytes comes out as a picture alone', async () => {
    const polyglot = Buffer.concat([await jpeg(), Buffer.from('<script>alert(1)</script>')]);
    const answer = await put(polyglot);
    if (answer.statusCode === 200) {
      expect((await media(answer.json().medium)).rawPayload.includes('<script>')).toBe(false);
    } else expect(answer.statusCode).toBe(415);
  });

  test('too many bytes are refused before they are looked at, too many pixels before they are unfolded', async () => {
    const heavy = await put(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(8 * 1_048_576)]));
    expect([heavy.statusCode, heavy.json().code]).toEqual([413, 'catalogue.picture-too-large']);
    const wide = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const bomb = await put(wide);
    expect([bomb.statusCode, bomb.json().code]).toEqual([413, 'catalogue.picture-too-large']);
  });

  test.each([
    '..%2f..%2fetc%2fpasswd',
    '%252e%252e',
    `${'a'.repeat(32)}-320.webp%00`,
    `${'A'.repeat(32)}-320.webp`,
    'x.svg',
  ])('the address /media/%s answers nothing', async (file) => {
    expect([404, 422]).toContain((await app.inject({ url: `/media/${file}` })).statusCode);
  });
  test('a hash that nobody has is not found', async () => {
    expect((await media(`/anh/${'0'.repeat(32)}-320.webp`)).statusCode).toBe(404);
  });
});

test('a picture that no listing came to show is forgotten after two days, file and all', async () => {
  const picture = (await put(await jpeg(500, 500, '#123456'))).json();
  await app.get(ForgetPictures).run();
  expect((await media(picture.small)).statusCode).toBe(200);
  clock.pass(49 * 3_600_000);
  await app.get(ForgetPictures).run();
  expect((await media(picture.small)).statusCode).toBe(404);
  const key = picture.medium.replace('/anh/', 'pictures/');
  expect(await app.get(Storage).exists(key)).toBe(false);
});
