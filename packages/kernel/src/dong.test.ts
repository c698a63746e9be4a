import { expect, test } from 'vitest';
import { parseDong } from './money.ts';

test.each([
  ['25000', 25_000],
  ['25.000', 25_000],
  ['25 000 ₫', 25_000],
  ['25.000đ', 25_000],
  ['25k', 25_000],
  ['25 nghìn', 25_000],
  ['1,2 triệu', 1_200_000],
  ['1.250.000 đồng', 1_250_000],
  ['0', 0],
])('%s is read as %d đồng', (typed, amount) => expect(parseDong(typed)).toBe(amount));

test.each(['', 'hai mươi', '25.00', '-5', '1e9', '25,5', '99tr9'])('%j is not guessed at', (typed) => {
  expect(parseDong(typed)).toBeNaN();
});
