import { expect, test } from 'vitest';
import { daysOf, monthOf, monthsOn, monthsToChoose, monthWords } from './month.ts';

const asked = (query: string) => new Request(`http://127.0.0.1/so-lieu${query}`);
// Already December in Vietnam.
const now = new Date('2026-11-30T18:00:00Z');

test('without a choice the month is the one it is in Vietnam', () => {
  expect(monthOf(asked(''), now)).toBe('2026-12');
});

test('nonsense and the future are this month, the past is itself', () => {
  expect(monthOf(asked('?thang=2026-13'), now)).toBe('2026-12');
  expect(monthOf(asked('?thang=2027-01'), now)).toBe('2026-12');
  expect(monthOf(asked('?thang=2025-02'), now)).toBe('2025-02');
});

test('months go on over the turn of the year', () => {
  expect(monthsOn('2026-01', -1)).toBe('2025-12');
  expect(monthsOn('2026-12', 1)).toBe('2027-01');
  expect(monthWords('2026-01')).toBe('tháng 1/2026');
});

test('a month older than the list can still be shown in it', () => {
  expect(monthsToChoose('2023-05', now)).toContain('2023-05');
  expect(monthsToChoose('2026-12', now)).toHaveLength(24);
});

test('a month under way has the days until today, a past one has all', () => {
  expect(daysOf('2026-11', '2026-11-03')).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  expect(daysOf('2024-02', '2026-11-03')).toHaveLength(29);
});
