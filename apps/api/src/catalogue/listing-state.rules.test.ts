import type { ListingState } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { backOnSale, decision, mayStep, step } from './listing-state.rules.ts';

const states: ListingState[] = ['in_review', 'returned', 'published', 'withdrawn'];

describe('the states of a listing', () => {
  test('lead to being shown only past an official, and nowhere else than the map says', () => {
    const steps = states.flatMap((from) => states.filter((to) => mayStep(from, to)).map((to) => `${from} → ${to}`));
    expect(steps).toEqual([
      'in_review → returned',
      'in_review → published',
      'in_review → withdrawn',
      'returned → in_review',
      'returned → published',
      'returned → withdrawn',
      'published → returned',
      'published → withdrawn',
      'withdrawn → in_review',
      'withdrawn → published',
    ]);
    expect(() => step('published', 'in_review')).toThrow('catalogue.illegal-step');
  });

  test('what was never let be shown goes back to the officials, not on sale', () => {
    expect(backOnSale(null)).toBe('in_review');
    expect(backOnSale(new Date())).toBe('published');
  });
});

describe('a decision', () => {
  const waits = { kind: 'listing', state: 'in_review', remarks: [] as never[], decidedBy: null } as const;
  const asked = { what: 'approve', by: 'hoa', seen: 1 } as const;

  test('is made about the version that was looked at', () => {
    expect(decision({ state: 'in_review', version: 1 }, waits, asked)).toBe('decide');
    expect(() => decision({ state: 'in_review', version: 2 }, waits, asked)).toThrow('catalogue.edited-meanwhile');
  });

  test('that a colleague made first is told, and the own one again is no other', () => {
    const over = { ...waits, state: 'approved', decidedBy: 'hoa' } as const;
    const now = { state: 'published', version: 2 } as const;
    expect(decision(now, over, asked)).toBe('again');
    expect(() => decision(now, over, { ...asked, by: 'lan' })).toThrow('catalogue.already-decided');
    expect(() => decision(now, over, { ...asked, what: 'return' })).toThrow('catalogue.already-decided');
  });
});
