import { expect, test } from 'vitest';
import { leftWords, roughly } from './times.ts';

const now = new Date('2026-11-23T02:00:00Z');

test('how much time is left is said in the unit one thinks in', () => {
  expect(leftWords('2026-11-23T02:20:00Z', now)).toBe('còn 20 phút');
  expect(leftWords('2026-11-23T07:30:00Z', now)).toBe('còn 5 giờ');
  expect(leftWords('2026-11-27T02:00:00Z', now)).toBe('còn 4 ngày');
});

test('what is late says so in words, from the first minute on', () => {
  expect(leftWords('2026-11-23T01:59:59Z', now)).toBe('trễ 1 phút');
  expect(leftWords('2026-11-21T00:00:00Z', now)).toBe('trễ 2 ngày');
  expect(roughly(0)).toBe('1 phút');
});
