import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soldByOf, unitPriceOf } from './unit-price.ts';
import { unitOf, units } from './units.ts';

test('half a kilo for 60.000 ₫ is 120.000 ₫ a kilo', () => {
  const pack = { quantity: 500, unit: 'kg' };
  expect(unitPriceOf({ price: 60_000, unit: 'hop', pack })).toEqual({ price: 120_000, unit: 'kg' });
});

test('a yến for 250.000 ₫ is 25.000 ₫ a kilo, and a kilo is what it says', () => {
  expect(unitPriceOf({ price: 250_000, unit: 'yen', pack: null })).toEqual({ price: 25_000, unit: 'kg' });
  expect(unitPriceOf({ price: 25_000, unit: 'kg', pack: null })).toEqual({ price: 25_000, unit: 'kg' });
});

test('ten eggs for 35.000 ₫ are 3.500 ₫ apiece, three quarters of a litre are told by the litre', () => {
  const eggs = { quantity: 10_000, unit: 'trai' };
  expect(unitPriceOf({ price: 35_000, unit: 'hop', pack: eggs })).toEqual({ price: 3_500, unit: 'trai' });
  const sauce = { quantity: 750, unit: 'lit' };
  expect(unitPriceOf({ price: 100_000, unit: 'chai', pack: sauce })).toEqual({ price: 133_333, unit: 'lit' });
});

test('a bunch of no stated weight has nothing to be compared by, and an empty pack is refused', () => {
  expect(unitPriceOf({ price: 10_000, unit: 'bo', pack: null })).toBeNull();
  expect(() => unitPriceOf({ price: 10_000, unit: 'hop', pack: { quantity: 0, unit: 'kg' } })).toThrow(/^quantity: /);
});

const amount = fc.integer({ min: 1_000, max: 1_000_000_000 });
const anyUnit = fc.constantFrom(...units.map(({ id }) => id as string));

test('the unit price times what the pack holds is the price, to half a đồng a unit', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 1_000_000 }), anyUnit, (price, quantity, unit) => {
      const found = unitPriceOf({ price, unit: 'hop', pack: { quantity, unit } });
      expect(found).not.toBeNull();
      const holds = BigInt(quantity) * BigInt(unitOf(unit).kilogramThousandths ?? 1_000);
      const off = BigInt(found?.price ?? 0) * holds - BigInt(price) * 1_000_000n;
      expect((off < 0n ? -off : off) * 2n <= holds).toBe(true);
    }),
  );
});

test('a dearer pack is never cheaper by the unit, and a fuller one never dearer', () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (a, b, quantity, more) => {
      const of = (price: number, holds: number) =>
        unitPriceOf({ price, unit: 'goi', pack: { quantity: holds, unit: 'kg' } })?.price ?? 0;
      expect(of(Math.max(a, b), quantity)).toBeGreaterThanOrEqual(of(Math.min(a, b), quantity));
      expect(of(a, quantity + more)).toBeLessThanOrEqual(of(a, quantity));
    }),
  );
});

test('what is weighed is sold by weight, what says its content by the pack', () => {
  fc.assert(
    fc.property(anyUnit, fc.boolean(), (unit, packed) => {
      const pack = packed ? { quantity: 500, unit: 'kg' } : null;
      const weighed = unit === 'kg' || unit === 'yen' || unit === 'ta';
      expect(soldByOf({ unit, pack })).toBe(weighed ? 'weight' : packed ? 'pack' : 'piece');
    }),
  );
});
