import { expect, test } from 'vitest';
import { obstacleWords } from './request-words.ts';

test('what stands in the way of erasing is told with what to do about it', () => {
  expect(obstacleWords('stalls-open:2')).toBe('Còn 2 gian hàng chưa đóng. Đóng gian hàng trước đã.');
  expect(obstacleWords('parcels-under-way:1')).toContain('1 kiện hàng chưa giao xong');
});

test('an obstacle without words is still shown', () => {
  expect(obstacleWords('another-owner')).toContain('another-owner');
});
