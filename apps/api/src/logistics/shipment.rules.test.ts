import { describe, expect, test } from 'vitest';
import { type Fee, feeOn, needsLogger, step, zoneOf } from './shipment.rules.ts';

const fees: Fee[] = [
  { zone: 'commune', storage: 'ambient', validFrom: '2025-07-01', fee: 15_000 },
  { zone: 'commune', storage: 'ambient', validFrom: '2026-12-01', fee: 18_000 },
  { zone: 'province', storage: 'ambient', validFrom: '2025-07-01', fee: 25_000 },
];

describe('what carrying costs', () => {
  test('goes by how far it is: the commune, the province, elsewhere', () => {
    const here = { commune: '07330', province: '24' };
    expect(zoneOf(here, here)).toBe('commune');
    expect(zoneOf(here, { commune: '07000', province: '24' })).toBe('province');
    expect(zoneOf(here, { commune: '30076', province: '92' })).toBe('elsewhere');
  });

  test('is what the tariff says on that day, whatever is printed for later', () => {
    expect(feeOn(fees, 'commune', 'ambient', '2026-11-30')).toBe(15_000);
    expect(feeOn(fees, 'commune', 'ambient', '2026-12-01')).toBe(18_000);
    expect(feeOn(fees.toReversed(), 'commune', 'ambient', '2027-01-01')).toBe(18_000);
  });

  test('is refused where the tariff knows no way', () => {
    expect(() => feeOn(fees, 'elsewhere', 'ambient', '2026-11-30')).toThrow('logistics.no-route');
    expect(() => feeOn(fees, 'commune', 'ambient', '2025-06-30')).toThrow('logistics.no-route');
  });
});

test('a shipment is made ready, leaves, and arrives or fails; nothing else', () => {
  expect(step('created', 'ready')).toBe('ready');
  expect(step('dispatched', 'failed')).toBe('failed');
  expect(() => step('created', 'dispatched')).toThrow('logistics.illegal-step');
  expect(() => step('delivered', 'failed')).toThrow('logistics.illegal-step');
  expect(() => step('cancelled', 'ready')).toThrow('logistics.illegal-step');
});

test('what must stay cold travels with a logger', () => {
  expect(['ambient', 'cool', 'chilled', 'frozen'].map((storage) => needsLogger(storage as 'cool'))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
