import { producersOf } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { type AskedLine, deliveredTo, sale, slugOf } from './listing.rules.ts';

const id = '0197a000-0000-7000-8000-000000000001';
const listing: NonNullable<AskedLine['listing']> = {
  name: 'Vải thiều',
  slug: 'vai-thieu-1',
  commodity: 'lychee',
  unit: 'kg',
  price: 45_500,
  storage: 'chilled',
  delivery: 'country',
  kind: 'goods',
  window: 'open',
  sellFrom: null,
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

test('what is not on sale yet says from when, and what is a service is not put into a parcel', () => {
  const upcoming = { ...listing, window: 'upcoming' as const, sellFrom: '2027-06-01' };
  expect(() => sale({ offer: id, quantity: 1_000, listing: upcoming })).toThrow('catalogue.not-yet-on-sale');
  const visit = { ...listing, kind: 'service' as const };
  expect(() => sale({ offer: id, quantity: 1_000, listing: visit })).toThrow('catalogue.service-not-orderable');
});

test('what stays in its province is sent nowhere else, and what is fetched is sent nowhere', () => {
  const line = (delivery: 'country' | 'province' | 'pickup') => ({ offer: id, delivery, producer: listing.producer });
  expect(() => deliveredTo('01', [line('country')])).not.toThrow();
  expect(() => deliveredTo('24', [line('country'), line('province')])).not.toThrow();
  expect(() => deliveredTo('01', [line('country'), line('province')])).toThrow('catalogue.not-delivered-there');
  expect(() => deliveredTo('24', [line('pickup')])).toThrow('catalogue.not-delivered-there');
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
