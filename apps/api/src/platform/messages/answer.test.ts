import { expect, test } from 'vitest';
import { retryAfter } from './answer.ts';

const now = new Date('2026-11-23T02:00:00Z');

test('“come back in …” is read as seconds or as a date, and never for ever', () => {
  expect(retryAfter('12', now)).toBe(12);
  expect(retryAfter('0', now)).toBe(1);
  expect(retryAfter('Mon, 23 Nov 2026 02:00:20 GMT', now)).toBe(20);
  expect(retryAfter('999999', now)).toBe(3_600);
  expect(retryAfter('soon', now)).toBe(30);
  expect(retryAfter(null, now)).toBe(30);
});
