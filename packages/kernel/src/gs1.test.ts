import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, isGtin, isSscc, sscc } from './gs1.ts';

const digits = fc.stringMatching(/^\d{17}$/);

describe('numbers under a bar code', () => {
  test.each(['4006381333931', '8935000000007', '08935000000014', '036000291452', '96385074'])('%s is right', (gtin) => {
    expect(isGtin(gtin)).toBe(true);
  });

  test.each([
    '4006381333932',
    '400638133393',
    '',
    '40063813339310',
    '4006381333931 ',
    '089350000000000014',
    '١٢٣٤٥٦٧٨',
  ])('“%s” is not a product’s number', (text) => {
    expect(isGtin(text)).toBe(false);
  });

  test('a crate gets the number the standard gives it', () => {
    expect(sscc(0, '8935000000', 1)).toBe('089350000000000014');
    expect(isSscc('089350000000000014')).toBe(true);
    expect(isSscc('089350000000000015')).toBe(false);
    expect(isSscc('00089350000000000014')).toBe(false);
  });

  test('every crate number checks, has eighteen digits and says whose it is', () => {
    const crate = fc
      .tuple(fc.nat(9), fc.stringMatching(/^\d{4,12}$/))
      .chain(([extension, prefix]) =>
        fc.tuple(fc.constant(extension), fc.constant(prefix), fc.nat(10 ** (16 - prefix.length) - 1)),
      );
    fc.assert(
      fc.property(crate, ([extension, prefix, serial]) => {
        const code = sscc(extension, prefix, serial);
        expect(isSscc(code)).toBe(true);
        expect(code.startsWith(`${extension}${prefix}`)).toBe(true);
        expect(Number(code.slice(1 + prefix.length, 17))).toBe(serial);
      }),
    );
  });

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(digits, fc.nat(17), fc.integer({ min: 1, max: 9 }), (start, place, change) => {
        const right = start + checkDigit(start);
        const wrong = [...right].map((digit, at) => (at === place ? (Number(digit) + change) % 10 : digit)).join('');
        expect(isSscc(right)).toBe(true);
        expect(isSscc(wrong)).toBe(false);
      }),
    );
  });

  test('letters, foreign prefixes and serials with no room are refused by name', () => {
    expect(() => checkDigit('12a')).toThrow(/^digits: /);
    expect(() => checkDigit('')).toThrow(/^digits: /);
    expect(() => sscc(10, '8935000000', 1)).toThrow(/^extension: /);
    expect(() => sscc(0, '893', 1)).toThrow(/^companyPrefix: /);
    expect(() => sscc(0, '8935000000', 1_000_000)).toThrow(/^serial: /);
  });
});
