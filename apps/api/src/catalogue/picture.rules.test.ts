import { describe, expect, test } from 'vitest';
import { fileName, kindOf } from './picture.rules.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what a picture is', () => {
  test.each([
    ['\xff\xd8\xff\xe0\x00\x10JFIF', 'jpeg'],
    ['\x89PNG\r\n\x1a\n\x00\x00', 'png'],
    ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'webp'],
    ['GIF89a\x01\x00', undefined],
    ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', undefined],
    ['RIFF\x00\x00\x00\x00WAVEfmt ', undefined],
    ['\xff\xd8', undefined],
    ['', undefined],
  ])('%j is %s', (text, kind) => expect(kindOf(bytes(text))).toBe(kind));
});

test('a file is named by its hash and width', () =>
  expect(fileName('ab'.repeat(16), 320)).toBe(`${'ab'.repeat(16)}-320.webp`));
