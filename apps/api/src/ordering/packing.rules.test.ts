import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLost, type OrderedLine, pack, repriced, settledFor } from './packing.rules.ts';

const fish = { offer: 'ca', unit: 'kg', quantity: 2_000, price: 120_000, amount: 240_000 };
const eggs = { offer: 'trung', unit: 'hop', quantity: 3_000, price: 35_000, amount: 105_000 };
const code = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('what nobody spoke of is packed as it was ordered', () => {
  expect(pack([fish, eggs], [], 500)).toEqual([
    { offer: 'ca', packed: 2_000, settled: 240_000, reason: null },
    { offer: 'trung', packed: 3_000, settled: 105_000, reason: null },
  ]);
});

test('a fish of 1,93 kg instead of 2 kg needs no reason, and is paid as it weighs', () => {
  expect(pack([fish], [{ offer: 'ca', packed: 1_930 }], 500)).toEqual([
    { offer: 'ca', packed: 1_930, settled: 231_600, reason: 'weighed' },
  ]);
});

test('a fish of 2,08 kg instead of 2 kg is the buyer’s at the price she agreed to', () => {
  expect(pack([fish], [{ offer: 'ca', packed: 2_080 }], 500)).toMatchObject([{ packed: 2_080, settled: 240_000 }]);
});

test('beyond the scales more is refused and less needs a reason', () => {
  expect(code(() => pack([fish], [{ offer: 'ca', packed: 2_101 }], 500))).toBe('ordering.packed-too-much');
  expect(code(() => pack([fish], [{ offer: 'ca', packed: 1_899 }], 500))).toBe('ordering.short-without-reason');
  expect(pack([fish], [{ offer: 'ca', packed: 1_500, reason: 'not-enough' }], 500)).toMatchObject([
    { settled: 180_000, reason: 'not-enough' },
  ]);
});

test('boxes are counted: none over, whole ones, and each that is missing has its reason', () => {
  expect(code(() => pack([eggs], [{ offer: 'trung', packed: 3_100 }], 500))).toBe('ordering.packed-too-much');
  expect(code(() => pack([eggs], [{ offer: 'trung', packed: 1_500 }], 500))).toBe('platform.invalid-input');
  expect(code(() => pack([eggs], [{ offer: 'trung', packed: 2_000 }], 500))).toBe('ordering.short-without-reason');
});

test('a parcel with nothing in it is refused, and so is a line that is not in it', () => {
  expect(code(() => pack([fish], [{ offer: 'ca', packed: 0, reason: 'spoiled' }], 500))).toBe(
    'ordering.nothing-packed',
  );
  expect(code(() => pack([fish], [{ offer: 'cua', packed: 1 }], 500))).toBe('platform.invalid-input');
  expect(pack([fish, eggs], [{ offer: 'ca', packed: 0, reason: 'spoiled' }], 500)).toMatchObject([
    { packed: 0, settled: 0 },
    { packed: 3_000 },
  ]);
});

test('what the scales or the buyer left out is there to be sold; spoiled goods are not', () => {
  expect(
    [null, 'weighed', 'agreed', 'not-enough', 'spoiled', 'below-standard'].filter((it) => isLost(it as never)),
  ).toEqual(['not-enough', 'spoiled', 'below-standard']);
});

const line = fc
  .record({ quantity: fc.integer({ min: 1, max: 1_000_000 }), price: fc.integer({ min: 1, max: 10_000_000 }) })
  .map(({ quantity, price }): OrderedLine => {
    const amount = Math.round((price * quantity) / 1_000);
    return { offer: 'x', unit: 'kg', quantity, price, amount };
  });

test('whatever is packed, nobody pays more than was agreed, and more packed is never less paid', () => {
  fc.assert(
    fc.property(line, fc.nat(1_200_000), fc.nat(1_200_000), (ordered, one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      expect(settledFor(ordered, more)).toBeLessThanOrEqual(ordered.amount);
      expect(settledFor(ordered, less)).toBeLessThanOrEqual(settledFor(ordered, more));
      expect(settledFor(ordered, 0)).toBe(0);
      expect(repriced({ shipping: 15_000 }, [{ settled: 1 }, { settled: 2 }])).toEqual({ goods: 3, shipping: 15_000 });
    }),
  );
});
