import { expect, test } from 'vitest';
import { digitsOf, isOpen, mustBeOpen, stateOf, windowAt, windowEnds } from './training.rules.ts';

const session = {
  startsAt: new Date('2026-11-23T02:00:00Z'),
  endsAt: new Date('2026-11-23T06:00:00Z'),
  cancelledAt: null,
};
const limits = { codeMinutes: 5, correctDays: 7 };
const at = (text: string) => new Date(text);

test.each([
  ['2026-11-23T01:29:59Z', false],
  ['2026-11-23T01:30:00Z', true],
  ['2026-11-30T06:00:00Z', true],
  ['2026-11-30T06:00:01Z', false],
])('at %s who was there can be entered: %s', (now, open) => expect(isOpen(session, limits, at(now))).toBe(open));

test('a session called off is over for good, and says so', () => {
  const off = { ...session, cancelledAt: at('2026-11-20T00:00:00Z') };
  expect(() => mustBeOpen(off, limits, at('2026-11-22T00:00:00Z'))).toThrow('training.ended');
  expect(() => mustBeOpen(session, limits, at('2026-11-22T00:00:00Z'))).toThrow('training.too-early');
  expect(stateOf(off, at('2026-11-24T00:00:00Z'))).toBe('cancelled');
  expect(stateOf(session, at('2026-11-23T02:00:00Z'))).toBe('held');
});

test('a code holds for its five minutes and not for the next', () => {
  const now = at('2026-11-23T02:03:00Z');
  expect(windowEnds(now, limits)).toEqual(at('2026-11-23T02:05:00Z'));
  expect(windowAt(at('2026-11-23T02:04:59Z'), limits)).toBe(windowAt(now, limits));
  expect(windowAt(at('2026-11-23T02:05:00Z'), limits)).toBe(windowAt(now, limits) + 1);
});

test('a code is always six digits', () => {
  for (const hash of ['000000000000000', 'fffffffffffffff', '123456789abcdef'])
    expect(digitsOf(hash)).toMatch(/^\d{6}$/);
});
