import { deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import { pdf, photograph, pngThatClaims } from './sheets.fixture.ts';

const limits = { pixels: 40_000_000, pdfPages: 20 };
const take = async (bytes: Buffer) => judge(bytes, limits);
const refusal = async (bytes: Buffer): Promise<string> =>
  take(bytes).then(
    () => 'taken',
    (error: { code?: string }) => error.code ?? 'failed',
  );

describe('a photograph', () => {
  test('is drawn anew: upright, without where it was taken and by which camera', async () => {
    const sent = await photograph({ gps: true });
    const before = await sharp(sent).metadata();
    expect([before.orientation, before.exif?.includes('CameraOfTheFarm')]).toEqual([6, true]);
    const { type, bytes } = await take(sent);
    const kept = await sharp(bytes).metadata();
    expect([type, kept.format, kept.width, kept.height, kept.exif, kept.orientation]).toEqual([
      'image/jpeg',
      'jpeg',
      480,
      640,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(bytes).includes('CameraOfTheFarm')).toBe(false);
    expect(Buffer.from(bytes).includes('GPS')).toBe(false);
  });

  test.each(['png', 'webp'] as const)('is taken as %s too, and kept as JPEG', async (format) => {
    const { type, bytes } = await take(await photograph({ format }));
    expect([type, (await sharp(bytes).metadata()).format]).toEqual(['image/jpeg', 'jpeg']);
  });

  test('of 40 megapixels is made small enough to keep; of one row more it is refused with words', async () => {
    const { bytes } = await take(await photograph({ width: 8_000, height: 5_000 }));
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([2_400, 1_500]);
    await expect(take(await photograph({ width: 8_000, height: 5_001 }))).rejects.toMatchObject({
      code: 'papers.too-large',
      details: { pixels: 40_000_000 },
    });
  });

  test('that claims 60,000 × 60,000 pixels in a hundred bytes is refused by its head, before anything is decoded', async () => {
    const before = process.memoryUsage().rss;
    expect(await refusal(pngThatClaims(60_000, 60_000))).toBe('papers.too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_048_576);
  });

  test('that was cut short is refused', async () => {
    const whole = await photograph({ width: 1_200, height: 900 });
    expect(await refusal(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('papers.unreadable');
    expect(await refusal(whole.subarray(0, 20))).toBe('papers.unreadable');
  });

  test('with a page of HTML or an archive behind its end keeps nothing of them', async () => {
    const glued = Buffer.concat([await photograph(), Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
    const { bytes } = await take(glued);
    expect(Buffer.from(bytes).includes('<script>')).toBe(false);
    expect(Buffer.from(bytes).includes('PK\x03\x04')).toBe(false);
  });
});

describe('what is not what its name says', () => {
  const zip = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), deflateRawSync(Buffer.alloc(5_000_000))]);
  test.each([
    ['a zip bomb renamed .pdf', zip],
    ['an SVG renamed .jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an HTML page renamed .pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an HTML page behind a line that says PDF', Buffer.from('<!--%PDF-1.7--><script>alert(1)</script>')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')],
    ['a program', Buffer.from('MZ\x90\x00', 'latin1')],
    ['a JPEG mark with a page of HTML behind it', Buffer.from('\xff\xd8\xff<html>', 'latin1')],
    ['nothing at all', Buffer.alloc(0)],
  ])('%s is refused', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('papers.unreadable');
  });

  test('more than 8 MB is refused whatever it is', async () => {
    expect(await refusal(Buffer.concat([pdf(), Buffer.alloc(8 * 1_048_576)]))).toBe('papers.too-large');
  });
});

describe('a PDF', () => {
  test('of a few pages is kept as it is, also one whose objects are packed as writers do now', async () => {
    for (const good of [pdf({ pages: 3 }), pdf({ packed: '12 0 << /Type /Font /BaseFont /Arial >>' })]) {
      const { type, bytes } = await take(good);
      expect([type, Buffer.from(bytes).equals(good)]).toEqual(['application/pdf', true]);
    }
  });

  test.each([
    ['a script', '7 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n'],
    ['a script written with another letter', '7 0 obj\n<< /S /J#61vaScript /JS (app.alert(1)) >>\nendobj\n'],
    ['a program to start', '7 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n'],
    ['a file inside', '7 0 obj\n<< /Type /Filespec /EF << /F 8 0 R >> /Names /EmbeddedFiles >>\nendobj\n'],
    ['a form that sends', '7 0 obj\n<< /S /SubmitForm /F (http://example.vn) >>\nendobj\n'],
    ['a lock', '7 0 obj\n<< /Encrypt 9 0 R >>\nendobj\n'],
  ])('with %s is refused, in the open and packed', async (_, more) => {
    expect(await refusal(pdf({ more }))).toBe('papers.unreadable');
    expect(await refusal(pdf({ packed: more }))).toBe('papers.unreadable');
  });

  test('whose stream unfolds without end is refused before it has unfolded', async () => {
    const bomb = deflateSync(Buffer.alloc(210 * 1_048_576), { level: 9 });
    const more = `7 0 obj\n<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n${bomb.toString('latin1')}\nendstream\nendobj\n`;
    const before = process.memoryUsage().rss;
    const small = pdf({ more });
    expect(small.length).toBeLessThan(1_048_576);
    expect(await refusal(small)).toBe('papers.unreadable');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1_048_576);
  });

  test('with a stream we cannot undo, or one that is broken, is refused: what is not read is not taken', async () => {
    const stream = (filter: string, data: string) =>
      `7 0 obj\n<< ${filter} /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
    expect(await refusal(pdf({ more: stream('/Filter /LZWDecode', 'abc') }))).toBe('papers.unreadable');
    expect(await refusal(pdf({ more: stream('/Filter 9 0 R', 'abc') }))).toBe('papers.unreadable');
    expect(await refusal(pdf({ more: stream('/Filter /FlateDecode', 'not deflated') }))).toBe('papers.unreadable');
    expect(await refusal(pdf({ more: '7 0 obj\n<< /Length 9 >>\nstream\nwithout' }))).toBe('papers.unreadable');
  });

  test('that was cut short, that something follows, or that has no page is refused', async () => {
    const whole = pdf({ pages: 2 });
    expect(await refusal(whole.subarray(0, whole.length - 10))).toBe('papers.unreadable');
    expect(await refusal(Buffer.concat([whole, Buffer.from('PK\x03\x04', 'latin1')]))).toBe('papers.unreadable');
    expect(await refusal(pdf({ pages: 0 }))).toBe('papers.unreadable');
  });

  test('of more pages than anybody would read is refused with words', async () => {
    expect(await refusal(pdf({ pages: 20 }))).toBe('taken');
    await expect(take(pdf({ pages: 21 }))).rejects.toMatchObject({
      code: 'papers.too-large',
      details: { pdfPages: 20 },
    });
  });
});
