import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf, needsLook, type Patch, planOf, type Said, saidAfter, type Staged, valuesOf } from './edit.rules.ts';

const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
const said: Said = {
  commodity: 'lychee',
  name: 'Vải thiều',
  description: 'Hái sáng.',
  unit: 'kg',
  price: 45_000,
  increment: 500,
  minimum: 1_000,
  storage: 'chilled',
  origin: 'self_produced',
  pictures: [one],
  kind: 'goods',
  process: 'fresh',
  label: { a: 'x', b: 'y' },
  attributes: {},
  certificates: [],
  catchWeight: false,
  repeatsYearly: false,
  delivery: 'country',
};

describe('an edit', () => {
  test('that says the same again, in another order too, is no change', () => {
    expect(changesOf(said, { name: 'Vải thiều', label: { b: 'y', a: 'x' }, variety: null })).toEqual([]);
  });

  test('waits where a buyer relies on it, and shows at once where not', () => {
    const waits = (patch: Patch) => changesOf(said, patch).map(needsLook);
    expect(waits({ name: 'Vải' })).toEqual([true]);
    expect(waits({ storage: 'ambient' })).toEqual([true]);
    expect(waits({ pictures: [one, two] })).toEqual([true]);
    expect(waits({ pictures: [] })).toEqual([false]);
    expect(waits({ description: 'Hái chiều.' })).toEqual([false]);
    expect(waits({ description: 'Gọi 0912345678' })).toEqual([true]);
    expect(waits({ delivery: 'province' })).toEqual([false]);
  });

  test('is refused by the answer that cannot be beside the others', () => {
    expect(() => saidAfter(said, { minimum: 700 })).toThrow('platform.invalid-input');
    expect(() => saidAfter(said, { catchTolerance: 5 })).toThrow('platform.invalid-input');
    expect(saidAfter(said, { harvestFrom: '2026-05-01' })).toMatchObject({ harvestFrom: '2026-05-01' });
    expect(saidAfter({ ...said, variety: 'u hồng' }, { variety: null }).variety).toBeUndefined();
  });
});

const patch = fc.record(
  {
    name: fc.constantFrom('Vải thiều', 'Vải u hồng', 'Vải sớm'),
    origin: fc.constantFrom('self_produced' as const, 'bought_in' as const),
    description: fc.constantFrom('Hái sáng.', 'Hái chiều.', 'Gọi 0912345678'),
    variety: fc.constantFrom(null, 'u hồng'),
    delivery: fc.constantFrom('country' as const, 'province' as const),
  },
  { requiredKeys: [] },
);

test('whatever is edited in whatever order: buyers read nothing that waits, and in the end it says what was said last', () => {
  fc.assert(
    fc.property(fc.array(patch, { maxLength: 6 }), (patches) => {
      let live: Said = said;
      let waiting: Staged | null = null;
      const last: Patch = {};
      for (const each of patches) {
        const plan = planOf(live, waiting, each);
        for (const change of plan.atOnce) expect(needsLook(change)).toBe(false);
        live = saidAfter(live, valuesOf(plan.atOnce));
        waiting = plan.staged.length > 0 ? valuesOf(plan.staged) : null;
        Object.assign(last, each);
      }
      const shown = saidAfter(live, waiting ?? {});
      expect(shown).toEqual(saidAfter(said, last));
    }),
  );
});
