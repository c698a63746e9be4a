import { expect, test } from 'vitest';
import { isLate, mayReopen, mustBeOpen, numberOf } from './complaint.rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));

test('a number names its month and can be read aloud', () =>
  expect([numberOf(7, '2026-11-23'), numberOf(12_345, '2026-11-23')]).toEqual(['KN-2611-0007', 'KN-2611-12345']));

test.each([
  [null, 9, false],
  [null, 11, true],
  [9, 23, false],
  [11, 23, true],
])('due at 10, decided at %s, looked at %s: late is %s', (decided, now, late) =>
  expect(isLate({ dueAt: at(10), decidedAt: decided === null ? null : at(decided) }, at(now))).toBe(late),
);

test('what is decided can be opened anew once', () => {
  expect(mayReopen({ state: 'open', reopenedAt: null })).toBe(false);
  expect(mayReopen({ state: 'decided', reopenedAt: null })).toBe(true);
  expect(mayReopen({ state: 'decided', reopenedAt: at(1) })).toBe(false);
});

test('nobody writes on what is decided', () => expect(() => mustBeOpen('decided')).toThrow('complaints.decided'));
