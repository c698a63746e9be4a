import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossed, lowAt } from './stock.rules.ts';

test.each([
  [100_000, 10_000],
  [5_000, 1_000],
  [1_000, 999],
  [1, 0],
])('of %i at the opening the mark is %i', (opening, mark) => {
  expect(lowAt(opening)).toBe(mark);
});

test('selling an opening out passes the mark exactly once, in whatever steps', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.integer({ min: 1, max: 200_000 })),
      (opening, steps) => {
        let available = opening;
        let said = 0;
        for (const step of [...steps, opening]) {
          const taken = Math.min(step, available);
          if (taken === 0) break;
          available -= taken;
          if (crossed({ available, taken, lowAt: lowAt(opening) })) said += 1;
        }
        expect(said).toBe(available <= lowAt(opening) ? 1 : 0);
      },
    ),
  );
});
