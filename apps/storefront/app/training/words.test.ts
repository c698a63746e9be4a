import { expect, test } from 'vitest';
import { hoursOf, sessionState, span, spokenCode, stillToShow } from './words.ts';

const skill = (id: string, shownAt: string | null) => ({ id, title: id, hint: '', shownAt, shownTo: null });

test('a session in the morning is said with its hours and its day once', () => {
  expect(span('2026-11-23T01:00:00.000Z', '2026-11-23T04:30:00.000Z')).toBe('08:00 đến 11:30, ngày 23/11/2026');
});

test('a session over two days says both days', () => {
  expect(span('2026-11-23T01:00:00.000Z', '2026-11-24T04:00:00.000Z')).toBe('08:00 23/11/2026 đến 11:00 24/11/2026');
});

test('half an hour is written with a comma', () => {
  expect(hoursOf(1.5)).toBe('1,5 giờ');
  expect(hoursOf(8)).toBe('8 giờ');
});

test('a household reads how many things it still has to show', () => {
  const skills = [skill('photo', '2026-11-20T02:00:00.000Z'), skill('price', null), skill('order', null)];
  expect(stillToShow({ skills, complete: false })).toContain('Còn 2 trên 3 việc');
  expect(stillToShow({ skills: [], complete: true })).toBe('Chưa có bảng kỹ năng nào.');
});

test('the code on the wall is read in two halves', () => {
  expect(spokenCode('042917')).toBe('042 917');
});

test('a session is coming, being held, held or called off, by the clock', () => {
  const times = { startsAt: '2026-11-23T01:00:00.000Z', endsAt: '2026-11-23T04:00:00.000Z' };
  const words = (state: 'planned' | 'held' | 'cancelled', now: string) => sessionState({ ...times, state }, now).word;
  expect(words('planned', '2026-11-23T00:59:59.000Z')).toBe('Sắp tới');
  expect(words('held', '2026-11-23T04:00:00.000Z')).toBe('Đang học');
  expect(words('held', '2026-11-23T04:00:01.000Z')).toBe('Đã học');
  expect(words('cancelled', '2026-11-23T02:00:00.000Z')).toBe('Đã hủy');
});
