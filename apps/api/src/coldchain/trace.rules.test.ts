import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { held } from './detector.rules.ts';
import { judged, known, type Measured, thin } from './trace.rules.ts';

const minute = 60_000;
const reading = (at: number, celsius: number, given: Partial<Measured> = {}): Measured => ({
  at: at * minute,
  celsius,
  channel: 'air',
  flagged: false,
  ...given,
});

describe('a curve for a small screen', () => {
  test('loses no peak, keeps its order and its size', () => {
    const measured = fc
      .array(fc.record({ celsius: fc.integer({ min: -30, max: 40 }), flagged: fc.boolean() }), {
        maxLength: 300,
        size: 'max',
      })
      .map((list) => list.map(({ celsius, flagged }, index) => reading(index * 5, celsius, { flagged })));
    fc.assert(
      fc.property(measured, fc.integer({ min: 4, max: 50 }), (readings, most) => {
        const shown = thin(readings, most);
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown).toEqual(shown.toSorted((a, b) => a.at - b.at));
        const good = (list: Measured[]) => list.filter(({ flagged }) => !flagged).map(({ celsius }) => celsius);
        expect(Math.max(...good(shown))).toBe(Math.max(...good(readings)));
        expect(Math.min(...good(shown))).toBe(Math.min(...good(readings)));
      }),
    );
  });
});

describe('which probe is believed', () => {
  test('the one in the goods, then the one in the air, then whatever there is', () => {
    const air = reading(0, 8);
    const product = reading(0, 3, { channel: 'product' });
    const ambient = reading(0, 30, { channel: 'ambient' });
    expect(judged([ambient, air, product])).toEqual([product]);
    expect(judged([ambient, air])).toEqual([air]);
    expect(judged([ambient])).toEqual([ambient]);
    expect(judged([])).toEqual([]);
  });

  test('a dead probe in the goods leaves the air to speak', () => {
    const air = reading(0, 8);
    expect(judged([reading(0, -127, { channel: 'product', flagged: true }), air])).toEqual([air]);
  });
});

describe('what can be said of a journey', () => {
  const span = { from: 0, until: 60 * minute };
  const limits = { low: 0, high: 4 };
  const at5 = (celsius: (index: number) => number) =>
    Array.from({ length: 12 }, (_, index) => reading(index * 5, celsius(index)));

  test('the kinetic mean lies between the coldest and the warmest, above the plain mean', () => {
    const readings = at5((index) => (index < 6 ? 2 : 12));
    const facts = known(readings, held(readings, 750_000, span), limits, 'chilled');
    expect(facts).toMatchObject({ minimum: 2, maximum: 12, insideSeconds: 1_800, outsideSeconds: 1_800 });
    expect(facts.meanKinetic).toBeGreaterThan(7);
    expect(facts.meanKinetic).toBeLessThan(12);
  });

  test('of frozen goods there is none, and of silence nothing is known', () => {
    const frozen = at5(() => -19);
    expect(known(frozen, held(frozen, 750_000, span), { low: null, high: -18 }, 'frozen').meanKinetic).toBeNull();
    expect(known([], held([], 750_000, span), limits, 'chilled')).toEqual({
      minimum: null,
      maximum: null,
      meanKinetic: null,
      insideSeconds: 0,
      outsideSeconds: 0,
    });
  });
});
