import type { TaxRule } from './sale.rules.ts';

/** What is withheld of each kind in tests: hundredths of a per cent of VAT and PIT, as the law has them from 1 July 2025. */
export const taxRules: TaxRule[] = (
  [
    ['own-farm-goods', 0, 0],
    ['goods', 100, 50],
    ['services', 500, 200],
    ['transport', 300, 150],
    ['unknown', 500, 200],
  ] as const
).map(([kind, vatBp, pitBp]) => ({ id: kind, kind, vatBp, pitBp, legalRef: 'x' }));
