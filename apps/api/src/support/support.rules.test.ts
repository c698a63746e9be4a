import { expect, test } from 'vitest';
import { isLate, mustNotBeClosed, numberOf, stateAfter } from './support.rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));

test('a number names its month and can be read aloud', () => {
  expect(numberOf('HT', 42, '2026-11-23')).toBe('HT-2611-0042');
  expect(numberOf('DL', 12_345, '2026-11-23')).toBe('DL-2611-12345');
});

test.each([
  [null, 9, false],
  [null, 11, true],
  [9, 23, false],
  [11, 23, true],
])('due at 10, closed at %s, looked at %s: late is %s', (closed, now, late) =>
  expect(isLate({ dueAt: at(10), closedAt: closed === null ? null : at(closed) }, at(now))).toBe(late),
);

test('an answer waits for the asker, a question for the office; a closed one for nobody', () => {
  expect([stateAfter('asker'), stateAfter('office')]).toEqual(['open', 'answered']);
  expect(() => mustNotBeClosed('closed')).toThrow('support.closed');
});
