import { areaOf } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { notOwn, same, step, stepStanding } from './application.rules.ts';

const states = ['submitted', 'returned', 'approved'] as const;
const standings = ['approved', 'suspended', 'closed'] as const;
const allowed = <S extends string>(all: readonly S[], go: (from: S, to: S) => S) =>
  all.flatMap((from) =>
    all.flatMap((to) => {
      try {
        return [`${from} → ${go(from, to)}`];
      } catch {
        return [];
      }
    }),
  );

test('an application goes only these ways', () => {
  expect(allowed(states, step)).toEqual(['submitted → returned', 'submitted → approved', 'returned → submitted']);
});
test('a producer goes only these ways, and one never approved goes none', () => {
  expect(allowed(standings, stepStanding)).toEqual(['approved → suspended', 'suspended → approved']);
  expect(() => stepStanding(null, 'approved')).toThrow('onboarding.illegal-step');
});

describe('where an officer decides', () => {
  test('comes from her grants of that role alone', () => {
    const grants = [
      { role: 'commune-officer', commune: '07330' },
      { role: 'province-officer', province: '87' },
      { role: 'producer', producer: 'x', commune: '00001', province: '01' },
      { role: 'commune-officer', commune: null },
      { role: 'operator', province: '02' },
    ] as const;
    expect(areaOf({ grants }, 'application.decide')).toEqual({
      communes: ['07330'],
      provinces: ['87'],
      everywhere: false,
    });
  });
  test('is nowhere without a grant', () =>
    expect(areaOf({ grants: [] }, 'application.decide')).toEqual({ communes: [], provinces: [], everywhere: false }));
});

describe('nobody decides on her own application', () => {
  test.each([
    ['the same person', { id: 'a', phone: undefined }],
    ['the same number', { id: 'b', phone: '+84900000001' }],
  ])('%s', (_, officer) => {
    expect(() => notOwn(officer, { id: 'a', phone: '+84900000001' })).toThrow('onboarding.own-application');
  });
  test('two without a number are not the same', () => {
    expect(() => notOwn({ id: 'b', phone: undefined }, { id: 'a', phone: undefined })).not.toThrow();
  });
});

test('two applications that say the same are the same, whatever the order of the crops', () => {
  const one = { kind: 'household', name: 'Hộ bà Tư', commune: '07330', crops: ['lychee', 'longan'] } as const;
  const crops = [...one.crops];
  expect(same({ ...one, crops: ['longan', 'lychee', 'lychee'], subArea: null }, { ...one, crops })).toBe(true);
  expect(same({ ...one, crops, note: 'x' }, { ...one, crops })).toBe(false);
});
