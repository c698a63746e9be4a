import { QueueId, type QueueView } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { countBeside, inOrder, oldestWords, queueWords } from './queue-words.ts';

const queue = (id: QueueView['id'], total: number, late = 0, oldestDays: number | null = null): QueueView => ({
  id,
  total,
  late,
  oldestDays,
});

test('every queue has its words and a place where it is worked on', () => {
  for (const id of QueueId.options) expect(queueWords[id].href).toMatch(/^\/[a-z-]+/);
});

test('the number in the menu counts what an official can act on, not what waits for a household', () => {
  const queues = [queue('applications-submitted', 3), queue('applications-mine', 1), queue('applications-returned', 9)];
  expect(countBeside('/ho-so', queues)).toBe(4);
  expect(countBeside('/giay-to', queues)).toBeUndefined();
  expect(countBeside('/nhat-ky', queues)).toBeUndefined();
});

test('what is late stands first, then what has waited longest, and what is empty last', () => {
  const sorted = inOrder([
    queue('papers-waiting', 0),
    queue('applications-submitted', 2, 0, 6),
    queue('support-open', 1, 1, 2),
    queue('messages-failed', 4, 0, 9),
  ]);
  expect(sorted.map(({ id }) => id)).toEqual([
    'support-open',
    'messages-failed',
    'applications-submitted',
    'papers-waiting',
  ]);
  expect(oldestWords(6)).toBe('lâu nhất 6 ngày');
  expect(oldestWords(0)).toBe('lâu nhất từ hôm nay');
  expect(oldestWords(null)).toBe('');
});
