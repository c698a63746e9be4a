import { addDays } from '@chophien/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateStateOn, decisionsFrom, holdsOn, monthsLater, numberKey } from './certificate.rules.ts';

const stars = { decision: 'verified' as const, validTo: '2026-12-10', warnDays: 90 };

test('36 months from 10 December 2023 end with 10 December 2026; a month too short ends with its last day', () => {
  expect(monthsLater('2023-12-10', 36)).toBe('2026-12-10');
  expect(monthsLater('2024-02-29', 36)).toBe('2027-02-28');
  expect(monthsLater('2023-10-31', 1)).toBe('2023-11-30');
});

test('stars are valid, then about to end, then over the day after their last', () => {
  expect(certificateStateOn('2026-09-10', stars)).toBe('valid');
  expect(certificateStateOn('2026-09-11', stars)).toBe('expiring');
  expect(certificateStateOn('2026-12-10', stars)).toBe('expiring');
  expect(certificateStateOn('2026-12-11', stars)).toBe('expired');
  expect(certificateStateOn('2090-01-01', { ...stars, validTo: null })).toBe('valid');
});

const day = fc.integer({ min: 0, max: 6_000 }).map((days) => addDays('2020-01-01', days));

test('what nobody found true never counts, on whatever day', () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom('claimed', 'refused', 'revoked'), (at, validTo, decision) => {
      expect(holdsOn(at, { decision, validTo, warnDays: 90 })).toBe(false);
    }),
  );
});

test('it counts from its check to its last day and never again', () => {
  fc.assert(
    fc.property(day, day, fc.nat(200), (at, validTo, warnDays) => {
      const found = { decision: 'verified' as const, validTo, warnDays };
      expect(holdsOn(at, found)).toBe(at <= validTo);
      if (!holdsOn(at, found)) expect(holdsOn(addDays(at, 1), found)).toBe(false);
    }),
  );
});

test('months later is a day of that month, and never a later day of the month', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 120 }), (from, months) => {
      const to = monthsLater(from, months);
      const count = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
      expect(count(to) - count(from)).toBe(months);
      expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
    }),
  );
});

test('a number is one however it was typed, and a decision is taken once', () => {
  expect(numberKey('12/QĐ-UBND')).toBe(numberKey(' 12 / qđ–ubnd '));
  expect(numberKey('12/QĐ-UBND')).not.toBe(numberKey('12/QD-UBND'));
  expect(decisionsFrom('claimed')).toEqual(['verified', 'refused']);
  expect(decisionsFrom('verified')).toEqual(['revoked']);
  expect(decisionsFrom('refused')).toEqual([]);
});
