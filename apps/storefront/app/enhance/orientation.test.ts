import sharp from 'sharp';
import { expect, test } from 'vitest';
import { liesOnItsSide, orientationOf, turned } from './orientation.ts';

const photograph = async (orientation: number): Promise<ArrayBuffer> => {
  const bytes = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#aa1100' } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
  return new Uint8Array(bytes).buffer;
};

test.each([1, 2, 3, 4, 5, 6, 7, 8])('the camera’s note %i is read', async (orientation) => {
  expect(orientationOf(await photograph(orientation))).toBe(orientation);
});

test('of what is no photograph, or only its beginning, nothing is turned', async () => {
  const whole = await photograph(6);
  for (const length of [0, 1, 2, 10, 24, 30]) expect(orientationOf(whole.slice(0, length))).toBe(1);
  expect(orientationOf(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>').buffer)).toBe(1);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('turned by %i, the corners stay within the canvas', (orientation) => {
  const [a, b, c, d, e, f] = turned(orientation, 40, 30);
  const [width, height] = liesOnItsSide(orientation) ? [30, 40] : [40, 30];
  for (const [x, y] of [
    [0, 0],
    [40, 0],
    [0, 30],
    [40, 30],
  ] as const) {
    expect([0, width]).toContain(a * x + c * y + e);
    expect([0, height]).toContain(b * x + d * y + f);
  }
});
