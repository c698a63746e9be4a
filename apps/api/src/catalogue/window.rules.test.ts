import { addDays } from '@chophien/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inSeasonOn } from './season.rules.ts';
import { comesUpDays, windowOn, yearsLater, yearsToMove } from './window.rules.ts';

const day = fc.integer({ min: 0, max: 3_650 }).map((days) => addDays('2026-01-01', days));

describe('the days on which a thing is sold', () => {
  test('both ends are counted in, and a side left open never ends', () => {
    const lychee = { sellFrom: '2026-06-01', sellTo: '2026-07-15' };
    expect(windowOn('2026-05-31', lychee)).toBe('upcoming');
    expect(windowOn('2026-06-01', lychee)).toBe('open');
    expect(windowOn('2026-07-15', lychee)).toBe('open');
    expect(windowOn('2026-07-16', lychee)).toBe('ended');
    expect(windowOn('2026-07-16', { sellFrom: null, sellTo: null })).toBe('open');
    expect(windowOn('2030-01-01', { sellFrom: '2026-06-01', sellTo: null })).toBe('open');
  });

  test('a thing is upcoming, then open, then ended, and never goes back', () => {
    const order = { upcoming: 0, open: 1, ended: 2 };
    fc.assert(
      fc.property(day, fc.nat(300), day, fc.nat(500), (sellFrom, length, at, later) => {
        const window = { sellFrom, sellTo: addDays(sellFrom, length) };
        expect(order[windowOn(addDays(at, later), window)]).toBeGreaterThanOrEqual(order[windowOn(at, window)]);
      }),
    );
  });
});

describe('a window that comes round each year', () => {
  test('rests after its end, and is shown again a month before it opens', () => {
    const lychee = { sellFrom: '2026-06-01', sellTo: '2026-07-15' };
    expect(yearsToMove('2026-07-15', lychee)).toBe(0);
    expect(yearsToMove('2026-12-24', lychee)).toBe(0);
    expect(yearsToMove('2027-05-01', lychee)).toBe(0);
    expect(yearsToMove('2027-05-02', lychee)).toBe(1);
    expect(yearsToMove('2029-06-20', lychee)).toBe(3);
  });

  test('over the turn of the year', () => {
    const orange = { sellFrom: '2026-11-10', sellTo: '2027-01-31' };
    expect(yearsToMove('2027-02-01', orange)).toBe(0);
    expect(yearsToMove('2027-10-11', orange)).toBe(1);
  });

  test('29 February is kept where there is one', () => {
    expect(yearsLater('2028-02-29', 1)).toBe('2029-02-28');
    expect(yearsLater('2028-02-29', 4)).toBe('2032-02-29');
  });

  test('whoever looks once after years finds what whoever looked each night found', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 363 }), fc.nat(1_500), (sellFrom, length, nights) => {
        const first = { sellFrom, sellTo: addDays(sellFrom, length) };
        let each = first;
        const end = addDays(sellFrom, nights);
        for (let night = sellFrom; night <= end; night = addDays(night, 1)) {
          const years = yearsToMove(night, each);
          if (years) each = { sellFrom: yearsLater(each.sellFrom, years), sellTo: yearsLater(each.sellTo, years) };
        }
        const years = yearsToMove(end, first);
        const once = { sellFrom: yearsLater(first.sellFrom, years), sellTo: yearsLater(first.sellTo, years) };
        // 29 February moved year by year becomes the 28th for good; moved at once it may be kept.
        fc.pre(!first.sellFrom.endsWith('02-29') && !first.sellTo.endsWith('02-29'));
        expect(windowOn(end, once)).toBe(windowOn(end, each));
      }),
      { numRuns: 60 },
    );
  });

  test('what moved is not over, and is near', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 363 }), fc.nat(3_000), (sellFrom, length, after) => {
        const window = { sellFrom, sellTo: addDays(sellFrom, length) };
        const today = addDays(window.sellTo, after);
        const years = yearsToMove(today, window);
        if (years === 0) return;
        expect(yearsLater(window.sellTo, years) >= today).toBe(true);
        expect(yearsLater(sellFrom, years) <= addDays(today, comesUpDays)).toBe(true);
      }),
    );
  });
});

describe('in season', () => {
  const facts = {
    kind: 'goods' as const,
    window: 'open' as const,
    harvestFrom: null,
    harvestTo: null,
    sellsForAWhile: false,
    months: [5, 6, 7],
  };

  test('is what is commonly harvested this month, unless the seller says otherwise', () => {
    expect(inSeasonOn('2026-06-10', facts)).toBe(true);
    expect(inSeasonOn('2026-11-10', facts)).toBe(false);
    expect(inSeasonOn('2026-11-10', { ...facts, harvestFrom: '2026-11-01', harvestTo: '2026-11-30' })).toBe(true);
    expect(inSeasonOn('2026-06-10', { ...facts, harvestFrom: '2026-07-01' })).toBe(false);
    expect(inSeasonOn('2026-11-10', { ...facts, sellsForAWhile: true })).toBe(true);
  });

  test('is never what is not on sale, nor what nobody knows a season of', () => {
    expect(inSeasonOn('2026-06-10', { ...facts, window: 'upcoming' })).toBe(false);
    expect(inSeasonOn('2026-06-10', { ...facts, months: null })).toBe(false);
    expect(inSeasonOn('2026-06-10', { ...facts, kind: 'service' })).toBe(false);
  });
});
