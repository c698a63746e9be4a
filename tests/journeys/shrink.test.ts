import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from './browser.ts';

let browser: Browser;
let page: Page;

const source = async (file: string): Promise<string> => {
  const path = fileURLToPath(new URL(`../../apps/storefront/app/enhance/${file}`, import.meta.url));
  return stripTypeScriptTypes(await readFile(path, 'utf8'));
};

const holds = `<!doctype html><title>Ảnh</title><script type="module">
  import { shrink } from '/shrink.ts';
  globalThis.shrink = shrink;
</script>`;

beforeAll(async () => {
  browser = await browse();
  page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (file.endsWith('.ts')) return route.fulfill({ contentType: 'text/javascript', body: await source(file) });
    return route.fulfill({ contentType: 'text/html', body: holds });
  });
});
afterAll(() => browser?.close());

/** The same file, its note about how it was held (EXIF 0x0112) saying: as it is. */
const unnoted = (bytes: Buffer): Buffer => {
  const plain = Buffer.from(bytes);
  const at = plain.indexOf(Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0]));
  if (at > 0) plain[at + 8] = 1;
  return plain;
};

/** What the phone makes of a file: as it is today, or as a WebView of before 2020 does it. */
const shrunk = async (bytes: Buffer, { old = false, type = 'image/jpeg' } = {}): Promise<Buffer | string> => {
  await page.goto('http://may.local/');
  const answer = await page.evaluate(
    async ({ base64, lying, old, type }) => {
      const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      if (old) {
        Object.assign(globalThis, { createImageBitmap: undefined });
        CSS.supports = () => false;
        // Such a browser draws a picture as it lies in the file: it is given one without the camera's note.
        const address = URL.createObjectURL.bind(URL);
        URL.createObjectURL = () => address(new Blob([bytesOf(lying)], { type }));
        Reflect.deleteProperty(HTMLCanvasElement.prototype, 'toBlob');
      }
      const { shrink } = globalThis as unknown as { shrink: (file: File) => Promise<File> };
      const file = new File([bytesOf(base64)], 'Ảnh vườn.HEIC.jpg', { type });
      try {
        const small = await shrink(file);
        let text = '';
        for (const byte of new Uint8Array(await small.arrayBuffer())) text += String.fromCharCode(byte);
        return { base64: btoa(text) };
      } catch (error) {
        return { refused: String(error) };
      }
    },
    { base64: bytes.toString('base64'), lying: unnoted(bytes).toString('base64'), old, type },
  );
  return answer.base64 === undefined ? String(answer.refused) : Buffer.from(answer.base64, 'base64');
};

/** A photograph of a phone held upright: red above, blue below, lying on its side in the file, with where it was taken. */
const photograph = async (): Promise<Buffer> => {
  const half = (background: string) => ({ create: { width: 1_500, height: 3_000, channels: 3 as const, background } });
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: '#000', noise: grain } })
    .resize(4_000, 3_000, { fit: 'fill' })
    .composite([
      { input: half('rgba(220,20,20,0.8)'), left: 0, top: 0, blend: 'over' },
      { input: half('rgba(20,20,220,0.8)'), left: 2_500, top: 0, blend: 'over' },
    ])
    .withExif({ IFD0: { Orientation: '6', Copyright: 'BONG-MUA' }, IFD3: { GPSLatitude: '21/1 16/1 40/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
};

test.each([
  ['today', false],
  ['of before 2020', true],
])('a browser %s makes a photograph small and upright, and keeps to itself where it was taken', async (_, old) => {
  const taken = await photograph();
  expect(taken.length).toBeGreaterThan(1_000_000);
  const small = (await shrunk(taken, { old })) as Buffer;
  expect(small.length).toBeLessThanOrEqual(300 * 1_024);
  const { format, width, height, exif, orientation } = await sharp(small).metadata();
  expect([format, width, height, exif, orientation]).toEqual(['jpeg', 1_200, 1_600, undefined, undefined]);
  expect(small.includes('BONG-MUA')).toBe(false);
  const pixel = async (top: number) => {
    const piece = await sharp(small).extract({ left: 600, top, width: 9, height: 9 }).png().toBuffer();
    return (await sharp(piece).stats()).dominant;
  };
  expect((await pixel(60)).r).toBeGreaterThan((await pixel(60)).b);
  expect((await pixel(1_530)).b).toBeGreaterThan((await pixel(1_530)).r);
});

test('what can be seen through becomes white, and what is small stays as large as it is', async () => {
  const clear = await sharp({
    create: { width: 300, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const small = (await shrunk(clear, { type: 'image/png' })) as Buffer;
  const { width, height } = await sharp(small).metadata();
  expect([width, height]).toEqual([300, 200]);
  expect((await sharp(small).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255]);
});

test.each([false, true])(
  'what is no picture to the browser is refused (old: %s), for the server to judge',
  async (old) => {
    expect(await shrunk(Buffer.from('%PDF-1.7 không phải ảnh'), { old })).toMatch(/Error/);
  },
);
