import { expect, test } from 'vitest';
import { orderOf, sorted } from './headline.tsx';

const communes = [
  { code: '00001', fullName: 'Xã Ân Hòa', shops: 1, households: 3, sales: 50_000 },
  { code: '00002', fullName: 'Xã An Bình', shops: 4, households: 2, sales: 50_000 },
  { code: '00003', fullName: 'Xã Đông Sơn', shops: 2, households: 9, sales: 90_000 },
];
const codes = (query: string) => sorted(communes, orderOf(new URLSearchParams(query))).map(({ code }) => code);

test('the commune that sells most comes first, equal ones by name', () => {
  expect(codes('')).toEqual(['00003', '00002', '00001']);
});

test('names are in Vietnamese order and can be turned round', () => {
  expect(codes('xep=ten')).toEqual(['00002', '00001', '00003']);
  expect(codes('xep=ten&nguoc=1')).toEqual(['00003', '00001', '00002']);
});

test('an order nobody offers is the usual one', () => {
  expect(codes('xep=constructor')).toEqual(codes(''));
});
