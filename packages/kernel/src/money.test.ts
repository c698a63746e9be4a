import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dong, formatDong, priceOf, share } from './money.ts';

const price = fc.integer({ min: 0, max: 1_000_000_000 });
const quantity = fc.integer({ min: 0, max: 1_000_000 });

describe('money is whole đồng', () => {
  test.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is not an amount of money', (amount) => {
    expect(() => dong(amount)).toThrow(/^amount: /);
  });

  test('an amount is itself', () => {
    expect(dong(25_000)).toBe(25_000);
    expect(dong(0)).toBe(0);
  });

  test('twenty-five thousand is written as everyone writes it, on one line', () => {
    expect(formatDong(25_000)).toBe('25.000\u00a0₫');
    expect(formatDong(0)).toBe('0\u00a0₫');
    expect(formatDong(999)).toBe('999\u00a0₫');
    expect(formatDong(1_234_567)).toBe('1.234.567\u00a0₫');
    expect(formatDong(-50_000)).toBe('-50.000\u00a0₫');
    expect(() => formatDong(0.5)).toThrow(RangeError);
  });

  test('it is written as the language standard has it', () => {
    const standard = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        expect(formatDong(amount)).toBe(standard.format(amount));
      }),
    );
  });
});

describe('what a weight costs', () => {
  test('a kilo and a half of lychee at 35,000 costs 52,500', () => {
    expect(priceOf(35_000, 1_500)).toBe(52_500);
  });

  test('half a đồng is rounded up, less is rounded down', () => {
    expect(priceOf(1, 500)).toBe(1);
    expect(priceOf(1, 499)).toBe(0);
    expect(priceOf(1_001, 1_500)).toBe(1_502);
  });

  test('the price is never more than half a đồng from the true product', () => {
    fc.assert(
      fc.property(price, quantity, (perUnit, thousandths) => {
        // As fractions over 1000, without rounding anywhere: −½ < price − exact ≤ ½.
        const twice = 2n * (BigInt(priceOf(perUnit, thousandths)) * 1000n - BigInt(perUnit) * BigInt(thousandths));
        expect(twice > -1000n && twice <= 1000n).toBe(true);
      }),
    );
  });

  test('whole units cost exactly their price each', () => {
    fc.assert(
      fc.property(price, fc.nat(1_000), (perUnit, units) => {
        expect(priceOf(perUnit, units * 1_000)).toBe(perUnit * units);
      }),
    );
  });

  test('sums too large to be kept exactly are refused, never rounded in silence', () => {
    expect(() => priceOf(Number.MAX_SAFE_INTEGER, 2_000)).toThrow(/^price: /);
    expect(() => priceOf(-1, 1_000)).toThrow(/^pricePerUnit: /);
    expect(() => priceOf(1_000, 0.5)).toThrow(/^quantityThousandths: /);
  });
});

describe('splitting money', () => {
  test('a hundred đồng among three leaves one over, and the first has it', () => {
    expect(share(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });

  test('the one đồng left over goes to whom most of it belongs', () => {
    expect(share(10, [1, 2])).toEqual([3, 7]);
    expect(share(30_000, [120_000, 80_000, 0])).toEqual([18_000, 12_000, 0]);
  });

  test('no đồng is lost or made, and nobody is more than one from what is theirs', () => {
    const weights = fc
      .array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some((w) => w > 0));
    fc.assert(
      fc.property(fc.nat(1_000_000_000), weights, (total, all) => {
        const parts = share(total, all);
        const sum = all.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, index) => {
          const off = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(all[index] ?? 0);
          expect(off > -BigInt(sum) && off < BigInt(sum)).toBe(true);
          if (all[index] === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  test('nobody has the one over while someone else was owed a larger part of it', () => {
    expect(share(5, [3, 5, 4])).toEqual([1, 2, 2]);
    const weights = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, all) => {
        const sum = all.reduce((a, b) => a + b, 0);
        const owed = share(total, all).map((part, index) => {
          const exact = total * (all[index] ?? 0);
          return { rounded: part > Math.floor(exact / sum), remainder: exact % sum };
        });
        const smallestUp = Math.min(...owed.filter((one) => one.rounded).map((one) => one.remainder));
        const largestDown = Math.max(...owed.filter((one) => !one.rounded).map((one) => one.remainder));
        expect(smallestUp).toBeGreaterThanOrEqual(largestDown);
      }),
    );
  });

  test('with nobody to give it to, money is not split', () => {
    expect(() => share(100, [0, 0])).toThrow(/^weights: /);
    expect(() => share(100, [])).toThrow(/^weights: /);
    expect(() => share(100, [1, -1])).toThrow(/^weights\[1\]: /);
    expect(share(0, [0, 0])).toEqual([0, 0]);
  });
});
