import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DetectorRule,
  detect,
  type Excursion,
  held,
  type Sample,
  timeKnown,
  timeOutside,
} from './detector.rules.ts';

const minute = 60_000;
// Whole minutes and half degrees, so that a plain minute-by-minute reading of the same rule can be held against it.
const minutes = 120;
const window = { from: 0, until: minutes * minute };
const aSample = fc.record({
  at: fc.integer({ min: -15, max: minutes + 10 }).map((at) => at * minute),
  celsius: fc.integer({ min: 0, max: 16 }).map((half) => half / 2),
  flagged: fc.boolean(),
});
const samples = fc.array(
  fc.oneof({ weight: 5, arbitrary: aSample.map((one) => ({ ...one, flagged: false })) }, aSample),
  {
    maxLength: 60,
    size: 'max',
  },
);
const aRule: fc.Arbitrary<DetectorRule> = fc.record({
  side: fc.constantFrom('high' as const, 'low' as const),
  limit: fc.constant(4),
  delay: fc.integer({ min: 1, max: 20 }).map((length) => length * minute),
  hysteresis: fc.constantFrom(0, 0.5, 1.5),
  recover: fc.integer({ min: 1, max: 12 }).map((length) => length * minute),
});
const aHold = fc.integer({ min: 1, max: 12 }).map((length) => length * minute);

/** Each minute by itself: which good reading it stands under, and what that means. */
const letters = (given: Sample[], hold: number, { side, limit, hysteresis }: DetectorRule): string =>
  Array.from({ length: minutes }, (_, index) => {
    const now = index * minute;
    const before = given.filter((sample) => !sample.flagged && sample.at <= now && sample.at > now - hold);
    const last = Math.max(...before.map((sample) => sample.at));
    const values = before.filter((sample) => sample.at === last).map((sample) => sample.celsius);
    if (values.length === 0) return 'G';
    if (side === 'high' ? Math.max(...values) > limit : Math.min(...values) < limit) return 'O';
    const back =
      side === 'high' ? Math.max(...values) <= limit - hysteresis : Math.min(...values) >= limit + hysteresis;
    return back ? 'B' : 'D';
  }).join('');

/** The same rule as two patterns over those minutes. */
const oracle = (line: string, { delay, recover }: DetectorRule) => {
  const opens = new RegExp(`O(?:[DG]*O){${delay / minute - 1}}`, 'g');
  const ends = new RegExp(`B(?:D*B){${recover / minute - 1}}`, 'g');
  const excursions: { from: number; confirmed: number; until: number | null; outside: number }[] = [];
  let position = 0;
  while (position < line.length) {
    opens.lastIndex = position;
    const opened = opens.exec(line);
    if (!opened) break;
    const confirmed = opened.index + opened[0].length;
    ends.lastIndex = confirmed;
    const ended = ends.exec(line);
    const until = ended ? ended.index : null;
    const outside = line.slice(opened.index, until ?? line.length).replaceAll(/[^O]/g, '').length;
    excursions.push({
      from: opened.index * minute,
      confirmed: confirmed * minute,
      until: until === null ? null : until * minute,
      outside: outside * minute,
    });
    position = ended ? ended.index + ended[0].length : line.length;
  }
  return excursions;
};

const total = (excursions: Excursion[]) => excursions.reduce((sum, one) => sum + one.outside, 0);

describe('whatever the readings', () => {
  test('it is what a minute-by-minute look says', () => {
    fc.assert(
      fc.property(samples, aHold, aRule, (given, hold, one) => {
        const told = detect(held(given, hold, window), one).map(({ from, confirmed, until, outside }) => ({
          from,
          confirmed,
          until,
          outside,
        }));
        expect(told).toEqual(oracle(letters(given, hold, one), one));
      }),
    );
  });

  test('their order and their repetition change nothing', () => {
    const shuffled = samples.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray([...given, ...given], { minLength: given.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, aHold, aRule, ([given, mixed], hold, one) => {
        expect(detect(held(mixed, hold, window), one)).toEqual(detect(held(given, hold, window), one));
      }),
    );
  });

  test('what is known and what is not make up the whole time, and no more is outside than is known', () => {
    fc.assert(
      fc.property(samples, aHold, aRule, (given, hold, one) => {
        const stretches = held(given, hold, window);
        const gaps = stretches.filter((stretch) => !stretch.known);
        const unknown = gaps.reduce((sum, gap) => sum + gap.until - gap.from, 0);
        expect(timeKnown(stretches) + unknown).toBe(window.until);
        const outside = timeOutside(stretches, one.side === 'low' ? 4 : null, one.side === 'high' ? 4 : null);
        expect(outside).toBeLessThanOrEqual(timeKnown(stretches));
        expect(total(detect(stretches, one))).toBeLessThanOrEqual(outside);
      }),
    );
  });

  test('an excursion was seen for at least the delay, and confirmed no sooner', () => {
    fc.assert(
      fc.property(samples, aHold, aRule, (given, hold, one) => {
        for (const { from, confirmed, outside } of detect(held(given, hold, window), one)) {
          expect(outside).toBeGreaterThanOrEqual(one.delay);
          expect(confirmed).toBeGreaterThanOrEqual(from + one.delay);
        }
      }),
    );
  });

  test('goods that were never outside have no excursion', () => {
    const inside = samples.map((given) => given.map((one) => ({ ...one, celsius: Math.min(one.celsius, 4) })));
    fc.assert(
      fc.property(inside, aHold, aRule, (given, hold, one) => {
        expect(detect(held(given, hold, window), { ...one, side: 'high' })).toEqual([]);
      }),
    );
  });

  test('excursions follow one another, with the recovery between them', () => {
    fc.assert(
      fc.property(samples, aHold, aRule, (given, hold, one) => {
        const excursions = detect(held(given, hold, window), one);
        for (const [index, next] of excursions.slice(1).entries()) {
          const before = excursions[index] as Excursion;
          expect(before.until).not.toBeNull();
          expect(next.from).toBeGreaterThanOrEqual((before.until ?? 0) + one.recover);
        }
      }),
    );
  });

  test('warmer goods are never longer too cold, nor shorter too warm', () => {
    fc.assert(
      fc.property(samples, aHold, fc.integer({ min: 0, max: 10 }), (given, hold, more) => {
        const warmer = given.map((one) => ({ ...one, celsius: one.celsius + more / 2 }));
        const before = held(given, hold, window);
        const after = held(warmer, hold, window);
        expect(timeOutside(after, null, 4)).toBeGreaterThanOrEqual(timeOutside(before, null, 4));
        expect(timeOutside(after, 4, null)).toBeLessThanOrEqual(timeOutside(before, 4, null));
      }),
    );
  });

  test('the same journey on another day is judged the same', () => {
    fc.assert(
      fc.property(samples, aHold, aRule, fc.integer({ min: -1e12, max: 1e12 }), (given, hold, one, shift) => {
        const moved = given.map((sample) => ({ ...sample, at: sample.at + shift }));
        const later = detect(held(moved, hold, { from: shift, until: window.until + shift }), one);
        const back = later.map((excursion) => ({
          ...excursion,
          from: excursion.from - shift,
          confirmed: excursion.confirmed - shift,
          until: excursion.until === null ? null : excursion.until - shift,
        }));
        expect(back).toEqual(detect(held(given, hold, window), one));
      }),
    );
  });

  test('what came later does not change what could be said before', () => {
    fc.assert(
      fc.property(samples, aHold, aRule, fc.integer({ min: 1, max: minutes }), (given, hold, one, then) => {
        const asOf = { from: 0, until: then * minute };
        const known = given.filter((sample) => sample.at <= asOf.until);
        expect(detect(held(given, hold, asOf), one)).toEqual(detect(held(known, hold, asOf), one));
      }),
    );
  });

  test('more patience never finds more', () => {
    fc.assert(
      fc.property(samples, aHold, aRule, fc.integer({ min: 1, max: 20 }), (given, hold, one, more) => {
        const stretches = held(given, hold, window);
        const patient = detect(stretches, { ...one, delay: one.delay + more * minute });
        expect(total(patient)).toBeLessThanOrEqual(total(detect(stretches, one)));
      }),
    );
  });
});
