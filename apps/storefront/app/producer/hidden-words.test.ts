import { expect, test } from 'vitest';
import { hiddenWords } from './hidden-words.ts';

test('a household reads which paper hides its goods, and since which day in Vietnam', () => {
  expect(hiddenWords({ requirement: 'food-safety', since: '2026-11-23T17:05:00.000Z' })).toBe(
    'giấy an toàn thực phẩm hết hiệu lực từ ngày 24/11/2026',
  );
  expect(hiddenWords({ requirement: 'of-next-year', since: '2026-11-23T02:00:00.000Z' })).toMatch(/^một điều kiện/);
});
