import { expect, test } from 'vitest';
import { instantOf, leftWords, roughly } from './times.ts';

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

test('an hour is understood however it is written in Vietnam', () => {
  for (const hours of ['8:30', '08:30', '8h30', '8.30', '8g30', ' 8 giờ 30 ']) {
    expect(instantOf('2026-11-23', hours)).toBe('2026-11-23T01:30:00.000Z');
  }
  expect(instantOf('2026-11-23', '14')).toBe('2026-11-23T07:00:00.000Z');
  expect(instantOf('2026-11-23', '6 giờ')).toBe('2026-11-22T23:00:00.000Z');
});

test('what is no hour of a day is refused', () => {
  for (const hours of ['', '24:00', '8:75', 'sáng']) expect(instantOf('2026-11-23', hours)).toBeUndefined();
  expect(instantOf('', '8:30')).toBeUndefined();
  expect(instantOf('2026-13-40', '8:30')).toBeUndefined();
});
