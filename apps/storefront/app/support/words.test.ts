import { expect, test } from 'vitest';
import { untilWhen, within } from './words.ts';

const request = { state: 'open', dueAt: '2026-11-23T10:00:00.000Z', late: false, closedAt: null } as const;

test('how soon an answer comes is said in hours, or in whole days', () => {
  expect(within(8)).toBe('Trả lời trong 8 giờ');
  expect(within(24)).toBe('Trả lời trong 1 ngày');
  expect(within(72)).toBe('Trả lời trong 3 ngày');
});

test('who asked reads until when somebody answers, by the clock in Vietnam', () => {
  expect(untilWhen(request)).toBe('Có người trả lời trước 17:00 23/11/2026.');
});

test('a late answer is owned up to, with a way on', () => {
  expect(untilWhen({ ...request, late: true })).toContain('quá hẹn');
  expect(untilWhen({ ...request, late: true })).toContain('gọi điện');
});

test('what was answered or closed promises nothing more', () => {
  expect(untilWhen({ ...request, state: 'answered', late: true })).not.toContain('quá hẹn');
  expect(untilWhen({ ...request, state: 'closed', closedAt: '2026-11-22T02:00:00.000Z' })).toBe(
    'Xong ngày 22/11/2026.',
  );
});
