import { expect, test } from 'vitest';
import { sightClause, sightOf, stuckAt } from './board.rules.ts';

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

test('a helper of two hamlets sees these, a helper of the commune all of it, an officer her area, others nothing', () => {
  const helper = sightOf({ grants: [{ role: 'helper', commune: '07330', hamlets: ['thon-1', 'thon-2'] }] });
  expect(helper).toEqual({
    area: { communes: [], provinces: [], everywhere: false },
    hamlets: ['07330 thon-1', '07330 thon-2'],
  });
  expect(sightClause(helper, [])).toEqual({
    by: 'mixed',
    values: [['07330'], [], ['07330 thon-1', '07330 thon-2']],
  });
  const nobody = sightOf({ grants: [] });
  expect(sightClause(nobody, [])).toEqual({ by: 'provinces', values: [[], [], []] });
  expect(sightOf({ grants: [{ role: 'helper', commune: '07330', hamlets: null }] }).area.communes).toEqual(['07330']);
  expect(sightOf({ grants: [{ role: 'province-officer', province: '24' }] }).area.provinces).toEqual(['24']);
  expect(sightOf({ grants: [{ role: 'central-viewer' }, { role: 'producer', producer: 'x' }] })).toEqual({
    area: { communes: [], provinces: [], everywhere: false },
    hamlets: [],
  });
});
