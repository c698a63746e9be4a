import { expect, test } from 'vitest';
import { changeWords, factWords, indicatorWords, statusWords, valueWords } from './indicator-words.ts';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

test('a share, a count and money are each written in their unit', () => {
  expect(plain(valueWords('percent', 12.5))).toBe('12,5 %');
  expect(valueWords('shops', 1_204)).toBe('1.204 gian hàng');
  expect(plain(valueWords('dong', 1_250_000))).toBe('1.250.000 ₫');
});

test('what cannot be told is no number, and zero is one', () => {
  expect(valueWords('percent', null)).toBe('Chưa có số liệu');
  expect(valueWords('shops', 0)).toBe('0 gian hàng');
});

test('a share changes by points, a count by its unit, and January looks back to December', () => {
  expect(changeWords({ unit: 'percent', value: 12.5, previous: 10 }, '2026-11')).toBe(
    'Tăng 2,5 điểm phần trăm so với tháng 10/2026',
  );
  expect(changeWords({ unit: 'shops', value: 3, previous: 5 }, '2026-01')).toBe(
    'Giảm 2 gian hàng so với tháng 12/2025',
  );
  expect(changeWords({ unit: 'dong', value: 5, previous: 5 }, '2026-11')).toBe('Không đổi so với tháng 10/2026');
});

test('without a number in the month before nothing is compared', () => {
  expect(changeWords({ unit: 'dong', value: 5, previous: null }, '2026-11')).toBe('Chưa so được với tháng 10/2026');
});

test('every status has words of its own, so that no colour is needed', () => {
  const words = Object.values(statusWords).map(({ word }) => word);
  expect(new Set(words).size).toBe(4);
});

test('money that goes back is told as such', () => {
  expect(factWords({ kind: 'sale', amount: 90_000 })).toBe('Bán hàng');
  expect(factWords({ kind: 'sale', amount: -90_000 })).toBe('Hàng hoàn, trừ doanh số');
  expect(factWords({ kind: 'skills.open', amount: 0 })).toBe('Ký bảng kỹ năng: còn thiếu');
  expect(factWords({ kind: 'something.new', amount: 0 })).toBe('something.new');
});

test('one household in six thousand is not told as nobody', () => {
  expect(plain(indicatorWords({ unit: 'percent', value: 0, numerator: 1 }))).toBe('Dưới 0,1 %');
  expect(plain(indicatorWords({ unit: 'percent', value: 0, numerator: 0 }))).toBe('0 %');
});
