import { expect, test } from 'vitest';
import { instantOf } from './authority-words.ts';

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
