import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWords, MOST_IN_WORDS } from './words.ts';

describe('a price read aloud', () => {
  test.each([
    [0, 'không'],
    [1, 'một'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [1_000, 'một nghìn'],
    [1_005, 'một nghìn không trăm linh năm'],
    [1_015, 'một nghìn không trăm mười lăm'],
    [25_000, 'hai mươi lăm nghìn'],
    [250_000, 'hai trăm năm mươi nghìn'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [1_050_000, 'một triệu không trăm năm mươi nghìn'],
    [2_005_000, 'hai triệu không trăm linh năm nghìn'],
    [1_000_000_000, 'một tỷ'],
    [1_000_000_005, 'một tỷ không trăm linh năm'],
    [25_000_000_000, 'hai mươi lăm tỷ'],
    [MOST_IN_WORDS, 'một nghìn tỷ'],
  ])('%i is %s', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test('no two of the first ten thousand numbers sound the same', () => {
    const heard = new Set(Array.from({ length: 10_000 }, (_, value) => inWords(value)));
    expect(heard.size).toBe(10_000);
  });

  test('two different prices never sound the same, one zero too many least of all', () => {
    const value = fc.integer({ min: 1, max: MOST_IN_WORDS / 10 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(inWords(one) === inWords(other)).toBe(one === other);
        expect(inWords(one * 10)).not.toBe(inWords(one));
      }),
    );
  });

  test('words have one space between them and none around', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_IN_WORDS }), (value) => {
        expect(inWords(value)).toMatch(/^\p{Ll}+( \p{Ll}+)*$/u);
      }),
    );
  });

  test('thousands are read as the number and nghìn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
        expect(inWords(value * 1_000)).toBe(`${inWords(value)} nghìn`);
        expect(inWords(value * 1_000_000)).toBe(`${inWords(value)} triệu`);
        expect(inWords(value * 1_000_000_000)).toBe(`${inWords(value)} tỷ`);
      }),
    );
  });

  test.each([-1, 1.5, MOST_IN_WORDS + 1, Number.NaN])('%s is not read', (value) => {
    expect(() => inWords(value)).toThrow(/^value: /);
  });
});
