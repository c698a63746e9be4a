import { expect, test } from 'vitest';
import { endOfDayAfter, endOfWorkingDay } from './working-days.rules.ts';

const none = new Set<string>();

test.each([
  ['a Monday', '2026-11-23', 2, none, '2026-11-25T16:59:59.999Z'],
  ['a Friday', '2026-11-27', 2, none, '2026-12-01T16:59:59.999Z'],
  ['a Saturday', '2026-11-28', 1, none, '2026-11-30T16:59:59.999Z'],
  ['the day before a holiday', '2026-08-31', 2, new Set(['2026-09-01', '2026-09-02']), '2026-09-04T16:59:59.999Z'],
])('from %s only working days count', (_, from, count, holidays, end) =>
  expect(endOfWorkingDay(from, count, holidays).toISOString()).toBe(end),
);

test('other days are days of the calendar', () =>
  expect(endOfDayAfter('2026-12-25', 10).toISOString()).toBe('2027-01-04T16:59:59.999Z'));
