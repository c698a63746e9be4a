import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  dayBounds,
  daysBetween,
  formatDay,
  formatInstant,
  fromVnpayStamp,
  monthBounds,
  vietnamDay,
  vietnamMonth,
  vnpayStamp,
} from './time.ts';

const before = process.env.TZ;
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

const instant = fc.date({ min: new Date('1976-01-01Z'), max: new Date('9999-12-30Z'), noInvalidDate: true });

// Offsets on 1 January, in minutes west of Greenwich: proof that the zone took hold.
describe.each([
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', -420],
  ['America/New_York', 300],
])('on a machine that lives in %s', (zone, offset) => {
  const here = (then: () => void) => {
    process.env.TZ = zone;
    expect(new Date('2026-01-01T12:00:00Z').getTimezoneOffset()).toBe(offset);
    then();
  };

  test('the day in Vietnam begins at 17:00 in Greenwich', () => {
    here(() => {
      expect(vietnamDay(new Date('2026-11-23T16:59:59.999Z'))).toBe('2026-11-23');
      expect(vietnamDay(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
      expect(vietnamMonth(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01');
    });
  });

  test('midnight is 00, not 24', () => {
    here(() => {
      expect(vnpayStamp(new Date('2026-11-23T17:00:00Z'))).toBe('20261124000000');
      expect(formatInstant(new Date('2026-11-23T17:00:00Z'))).toBe('00:00 24/11/2026');
      expect(formatInstant(new Date('2026-11-23T01:05:59Z'))).toBe('08:05 23/11/2026');
    });
  });

  test('what is sent to VNPay comes back as the same second', () => {
    here(() => {
      expect(fromVnpayStamp('20261124025727')?.toISOString()).toBe('2026-11-23T19:57:27.000Z');
      fc.assert(
        fc.property(instant, (date) => {
          const second = Math.floor(date.getTime() / 1000) * 1000;
          expect(fromVnpayStamp(vnpayStamp(date))?.getTime()).toBe(second);
        }),
      );
    });
  });

  test('every moment lies in its own day and its own month', () => {
    here(() => {
      fc.assert(
        fc.property(instant, (date) => {
          for (const { from, to } of [dayBounds(vietnamDay(date)), monthBounds(vietnamMonth(date))]) {
            expect(from <= date && date < to).toBe(true);
          }
        }),
      );
    });
  });

  test('days are 24 hours long and follow each other without a gap', () => {
    here(() => {
      fc.assert(
        fc.property(instant, fc.integer({ min: -3_000, max: 1 }), (date, count) => {
          const day = vietnamDay(date);
          const { from, to } = dayBounds(day);
          expect(to.getTime() - from.getTime()).toBe(86_400_000);
          expect(dayBounds(addDays(day, 1)).from).toEqual(to);
          expect(addDays(addDays(day, count), -count)).toBe(day);
        }),
      );
    });
  });
});

describe('days and months', () => {
  test('a month goes from its first midnight to the next month’s', () => {
    expect(monthBounds('2026-12')).toEqual({
      from: new Date('2026-11-30T17:00:00Z'),
      to: new Date('2026-12-31T17:00:00Z'),
    });
  });

  test('the last day four digits can say has an end too', () => {
    expect(dayBounds('9999-12-31').to).toEqual(monthBounds('9999-12').to);
  });

  test('February has its leap day', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('days are counted by the calendar', () => {
    expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
  });

  test('a day is written day first', () => {
    expect(formatDay('2026-11-03')).toBe('03/11/2026');
  });

  test.each(['2026-02-30', '2026-13-01', '2026-1-1', '23/11/2026', '', '2026-11-23T00:00:00Z'])(
    '“%s” is not a day',
    (day) => {
      expect(() => dayBounds(day)).toThrow(/^day: /);
      expect(() => addDays(day, 1)).toThrow(/^day: /);
      expect(() => formatDay(day)).toThrow(/^day: /);
    },
  );

  test('what is not a month, a count or a moment is refused by name', () => {
    expect(() => monthBounds('2026-13')).toThrow(/^month: /);
    expect(() => addDays('2026-11-23', 0.5)).toThrow(/^count: /);
    expect(() => addDays('9999-12-31', 1)).toThrow(/^count: /);
    expect(() => vietnamDay(new Date(Number.NaN))).toThrow(/^instant: /);
    expect(() => vnpayStamp(new Date(8.64e15))).toThrow(/^instant: /);
  });

  test.each([
    '20260230000000',
    '00000101000000',
    '20261124240000',
    '20261124006000',
    '2026112402572',
    '2026-11-24',
    '',
    'x',
  ])('VNPay’s “%s” is no time', (stamp) => {
    expect(fromVnpayStamp(stamp)).toBeUndefined();
  });
});
