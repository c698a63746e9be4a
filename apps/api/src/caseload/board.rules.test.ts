import { expect, test } from 'vitest';
import { sightOf, stuckAt } from './board.rules.ts';

test('a household is stuck at the first task of the list with something missing', () => {
  const tasks = new Map([
    ['food-safety', 'food-safety' as const],
    ['bank', 'money' as const],
    ['consent-selling', 'stall' as const],
  ]);
  expect(stuckAt(['bank', 'food-safety', 'address'], tasks)).toBe('place');
  expect(stuckAt(['bank', 'food-safety'], tasks)).toBe('food-safety');
  expect(stuckAt([], tasks)).toBeNull();
  expect(stuckAt(['consent-selling'], tasks)).toBeNull();
});

test('a helper of two hamlets sees these, a helper of the commune all of it, an officer her area', () => {
  const helper = sightOf({ grants: [{ role: 'helper', commune: '07330', hamlets: ['thon-1', 'thon-2'] }] });
  expect(helper).toMatchObject({
    communes: [],
    provinces: [],
    everywhere: false,
    hamlets: ['07330 thon-1', '07330 thon-2'],
  });
  expect(sightOf({ grants: [{ role: 'helper', commune: '07330', hamlets: null }] }).communes).toEqual(['07330']);
  expect(sightOf({ grants: [{ role: 'province-officer', province: '24' }] }).provinces).toEqual(['24']);
  expect(sightOf({ grants: [{ role: 'central-viewer' }, { role: 'producer', producer: 'x' }] })).toEqual({
    everywhere: false,
    communes: [],
    provinces: [],
    hamlets: [],
  });
});
