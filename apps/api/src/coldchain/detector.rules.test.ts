import { describe, expect, test } from 'vitest';
import { type DetectorRule, detect, type Excursion, held, type Sample, settled, timeKnown } from './detector.rules.ts';

const minute = 60_000;
const span = { from: 0, until: 240 * minute };
const holdMax = 12 * minute;
const rule: DetectorRule = { side: 'high', limit: 4, delay: 30 * minute, hysteresis: 0.5, recover: 15 * minute };

/** One reading every five minutes. */
const every5 = (celsius: (minute: number) => number | undefined): Sample[] =>
  Array.from({ length: 48 }, (_, index) => index * 5).flatMap((at) => {
    const value = celsius(at);
    return value === undefined ? [] : [{ at: at * minute, celsius: value }];
  });
const found = (samples: Sample[], given: DetectorRule = rule): Excursion[] =>
  detect(held(samples, holdMax, span), given);

describe('what the goods went through', () => {
  test('the limit itself is fine, however long', () => {
    expect(found(every5(() => 4))).toEqual([]);
  });

  test('zero is a temperature like any other', () => {
    const frost: DetectorRule = { ...rule, side: 'low', limit: 0 };
    expect(
      found(
        every5(() => 0),
        frost,
      ),
    ).toEqual([]);
    expect(
      found(
        every5(() => -0),
        frost,
      ),
    ).toEqual([]);
    expect(
      found(
        every5(() => -0.1),
        frost,
      ),
    ).toMatchObject([{ from: 0, confirmed: 30 * minute, peak: -0.1 }]);
    expect(
      found(
        every5(() => 0.1),
        { ...rule, limit: 0 },
      ),
    ).toMatchObject([{ from: 0, peak: 0.1 }]);
  });

  test('half an hour too warm is an excursion from its first minute, and ends where the cold came back', () => {
    const samples = every5((at) => (at >= 60 && at < 120 ? 9 : 3));
    expect(found(samples)).toEqual([
      {
        side: 'high',
        from: 60 * minute,
        confirmed: 90 * minute,
        until: 120 * minute,
        peak: 9,
        outside: 60 * minute,
        state: 'ended',
      },
    ]);
  });

  test('a door open for a quarter of an hour is none', () => {
    expect(found(every5((at) => (at >= 60 && at < 75 ? 12 : 3)))).toEqual([]);
  });

  test('a temperature that dances around the limit is one excursion, not sixty', () => {
    const samples = Array.from({ length: 240 }, (_, at) => ({ at: at * minute, celsius: at % 2 ? 3.9 : 4.1 }));
    expect(found(samples)).toHaveLength(1);
  });

  test('silence after a warm reading does not make an excursion, silence in one does not end it', () => {
    expect(found(every5((at) => (at === 60 ? 9 : at < 60 ? 3 : undefined)))).toEqual([]);
    const [one] = found(every5((at) => (at < 60 ? 9 : at < 180 ? undefined : 3)));
    expect(one).toMatchObject({ outside: 67 * minute, until: 180 * minute, state: 'ended' });
  });

  test('a broken probe is not a warm box', () => {
    const broken = every5((at) => (at >= 60 ? (at % 10 ? 85 : -127) : 3)).map((sample) => ({
      ...sample,
      flagged: sample.celsius > 60 || sample.celsius < -60,
    }));
    const stretches = held(broken, holdMax, span);
    expect(detect(stretches, rule)).toEqual([]);
    expect(detect(stretches, { ...rule, side: 'low', limit: 0 })).toEqual([]);
    expect(timeKnown(stretches)).toBe(67 * minute); // the last good reading held its twelve minutes
  });

  test('two different readings of one instant count as the worse', () => {
    const twice = [...every5(() => 3), ...every5((at) => (at >= 60 && at < 120 ? 9 : 3))];
    expect(found(twice)).toHaveLength(1);
  });

  test('after the hand-over nothing stays open', () => {
    const open = found(every5((at) => (at >= 60 ? 9 : 3)));
    expect(open).toMatchObject([{ until: null, state: 'open' }]);
    expect(settled(open, span.until)).toMatchObject([{ until: span.until, state: 'ended' }]);
  });
});
