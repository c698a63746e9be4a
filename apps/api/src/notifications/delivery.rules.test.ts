import { describe, expect, test } from 'vitest';
import { judge, mostAttempts } from './delivery.rules.ts';

const now = new Date('2026-11-23T02:00:00Z');
const seconds = (at: Date) => (at.getTime() - now.getTime()) / 1_000;

describe('a message', () => {
  test('whose answer was lost is tried again, later and later, and then given up', () => {
    const waits = Array.from({ length: mostAttempts }, (_, index) =>
      judge({ kind: 'lost', answer: '500' }, index + 1, now),
    );
    expect(waits.map(({ at }) => seconds(at))).toEqual([5, 10, 20, 40, 80, 160, 320, 0]);
    expect(waits.map(({ state }) => state)).toEqual([...Array.from({ length: 7 }, () => 'unknown'), 'failed']);
  });

  test('that never reached anybody waits as what it was', () => {
    expect(judge({ kind: 'away' }, 1, now)).toMatchObject({ state: 'pending', attempts: 1 });
  });

  test('that came at a busy moment comes again when it was told to, and that is not counted against it', () => {
    const verdict = judge({ kind: 'later', seconds: 7 }, 8, now);
    expect(verdict).toMatchObject({ state: 'pending', attempts: 7 });
    expect(seconds(verdict.at)).toBe(7);
  });

  test('that was refused is not sent again', () => {
    expect(judge({ kind: 'refused', answer: '99' }, 1, now)).toMatchObject({ state: 'failed', answer: '99' });
  });
});
