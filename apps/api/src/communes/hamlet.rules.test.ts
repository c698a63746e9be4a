import { expect, test } from 'vitest';
import { formerKey, hamletKey, hamletSlug } from './hamlet.rules.ts';

test('one hamlet is one, however it is written', () => {
  const writings = [
    'Thôn Quất Du 1',
    'thon quat du 1',
    'T. Quất Du 01',
    'Quất  Du 1',
    'Thôn Quất Du 1'.normalize('NFD'),
  ];
  expect(new Set(writings.map(hamletKey))).toEqual(new Set(['quat du 1']));
});

test('hamlets that are called differently stay two', () => {
  expect(hamletKey('Thôn 1')).not.toBe(hamletKey('Thôn 10'));
  expect(hamletKey('Tổ dân phố 3')).toBe('3');
  expect(hamletKey('Ấp')).toBe('ap');
  expect(hamletKey('Tân Lập')).toBe('tan lap');
  expect(hamletKey('Bản Áng')).toBe('ang');
});

test('a former commune is known with and without its kind, and none is none', () => {
  expect(formerKey('Xã Hợp Đức')).toBe(formerKey('hợp đức'));
  expect(formerKey(null)).toBe('');
});

test('an address is made of letters, and of something even when there are none', () => {
  expect(hamletSlug('Thôn Quất Du 1')).toBe('thon-quat-du-1');
  expect(hamletSlug('Thôn 1', 'Xã Hợp Đức')).toBe('thon-1-xa-hop-duc');
  expect(hamletSlug('…')).toBe('thon');
});
