import type { Grant } from '@chophien/contracts';
import { expect, test } from 'vitest';
import { narrowed } from './acting.ts';

const grants: Grant[] = [
  { role: 'cooperative-manager', producer: 'coop' },
  { role: 'delegate', producer: 'a', rights: ['listing.publish'] },
  { role: 'delegate', producer: 'b', rights: ['listing.publish'] },
  { role: 'helper', commune: '07330' },
];

test('who acts for one household does not touch another, nor her own', () => {
  expect(narrowed(grants, 'a').map(({ producer }) => producer)).toEqual(['a']);
  expect(narrowed(grants, 'self').map(({ role }) => role)).toEqual(['cooperative-manager', 'helper']);
});

test('saying for whom one acts never gives anything', () => {
  for (const said of ['c', '', 'null', 'undefined', '*', 'SELF']) expect(narrowed(grants, said)).toEqual([]);
  expect(narrowed(grants, ['a', 'b'])).toEqual([]);
  expect(narrowed(grants, undefined)).toBe(grants);
});
