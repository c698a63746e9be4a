import { describe, expect, test } from 'vitest';
import { keysOf, kindOf, perCent, widthsFor } from './picture.rules.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what a picture is', () => {
  test.each([
    ['\xff\xd8\xff\xe0\x00\x10JFIF', 'jpeg'],
    ['\x89PNG\r\n\x1a\n\x00\x00', 'png'],
    ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'webp'],
    ['\x00\x00\x00\x18ftypheic\x00\x00', 'heic'],
    ['\x00\x00\x00\x1cftypmif1\x00\x00', 'heic'],
    ['\x00\x00\x00\x1cftypavif\x00\x00', undefined],
    ['\x00\x00\x00\x1cftypmp42\x00\x00', undefined],
    ['GIF89a\x01\x00', undefined],
    ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', undefined],
    ['RIFF\x00\x00\x00\x00WAVEfmt ', undefined],
    ['\xff\xd8', undefined],
    ['', undefined],
  ])('%j is %s', (text, kind) => expect(kindOf(bytes(text))).toBe(kind));
});

test.each([
  [1_600, [320, 480, 800, 1280]],
  [1_279, [320, 480, 800]],
  [480, [320, 480]],
  [319, [319]],
  [1, [1]],
])('of a picture %i pixels wide there are files of %j: never wider than it', (width, widths) => {
  expect(widthsFor(width)).toEqual(widths);
});

test('everything that may be kept of a picture is named, so that it can be forgotten', () => {
  const hash = 'ab'.repeat(16);
  expect(keysOf(hash, [320])).toEqual([
    `pictures/${hash}-320.webp`,
    `pictures/${hash}-320.jpg`,
    `pictures/${hash}-320.avif`,
    `masters/${hash}.jpg`,
  ]);
});

test('a focal point is kept in per cent, within the picture', () => {
  expect([perCent(0.126), perCent(-1), perCent(1.01)]).toEqual([13, 0, 100]);
});
