import { producersOf } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { type AskedLine, sale, slugOf } from './listing.rules.ts';

const id = '0197a000-0000-7000-8000-000000000001';
const listing: AskedLine['listing'] = {
  name: 'Vải thiều',
  slug: 'vai-thieu-1',
  commodity: 'lychee',
  unit: 'kg',
  price: 45_500,
  storage: 'chilled',
  increment: 500,
  minimum: 1_000,
  producer: { id, name: 'Hộ bà Tư', kind: 'household', commune: '07330', province: '24', subArea: null },
};

describe('a line of a basket', () => {
  test('costs price times quantity in whole đồng', () => {
    expect(sale({ offer: id, quantity: 1_500, listing })).toMatchObject({ quantity: 1_500, amount: 68_250 });
  });
  test.each([500, 1_200, 0])('of %i thousandths is refused where it goes in halves from one', (quantity) => {
    expect(() => sale({ offer: id, quantity, listing })).toThrow('catalogue.quantity-step');
  });
  test('of what nobody sees is not for sale', () => {
    expect(() => sale({ offer: id, quantity: 1_000, listing: null })).toThrow('catalogue.not-for-sale');
  });
});

describe('an address', () => {
  test('is the name without accents and the beginning of a hash', () => {
    expect(slugOf('Đường phèn Quảng Ngãi', '0123456789abcdef')).toBe('duong-phen-quang-ngai-01234567');
  });
  test('is there for a name without a Latin letter', () =>
    expect(slugOf('荔枝', '0123456789abcdef')).toBe('san-pham-01234567'));
});

test('a person acts for the producers she was given, and for no commune or empty grant', () => {
  const grants = [
    { role: 'producer', producer: id },
    { role: 'producer', producer: null },
    { role: 'commune-officer', commune: '07330' },
  ] as const;
  expect(producersOf({ grants }, 'listing.publish')).toEqual([id]);
});
