import { expect, test } from 'vitest';
import { againIn, spanWords, spokenCode } from './training-words.ts';

test('a session is told by its hours and its day in Vietnam', () => {
  expect(spanWords('2026-11-23T01:00:00Z', '2026-11-23T04:00:00Z')).toBe('08:00 – 11:00 23/11/2026');
  expect(spanWords('2026-11-23T15:00:00Z', '2026-11-23T18:00:00Z')).toBe('22:00 23/11/2026 – 01:00 24/11/2026');
});

test('the wall shows the next code as soon as the old one has ended, and never hurries', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  expect(againIn('2026-11-23T02:04:00Z', now)).toBe(241);
  expect(againIn('2026-11-23T01:59:00Z', now)).toBe(3);
  expect(spokenCode('042137')).toBe('042 137');
});
