import { expect, test } from 'vitest';
import { leftWords, tabOf, turnOf } from './paper-queue.ts';

test('the queue opens with what waits, and nonsense in the address does the same', () => {
  expect([tabOf(null).show, tabOf('sap-het-han').show, tabOf('het-han').show, tabOf('gì đó').show]).toEqual([
    'waiting',
    'expiring',
    'expired',
    'waiting',
  ]);
});

test('an officer reads how long a paper holds', () => {
  expect([null, 30, 0, -4].map(leftWords)).toEqual([
    'Không ghi hạn',
    'Còn 30 ngày',
    'Hết hạn hôm nay',
    'Hết hạn 4 ngày trước',
  ]);
});

test('a picture is turned by quarters only', () => {
  expect(['90', '180', '270', '45', 'x', null].map(turnOf)).toEqual([90, 180, 270, 0, 0, 0]);
});
