import { type ParcelState, ParcelState as ParcelStates, type StorageClass } from '@chophien/contracts';
import { priceOf } from '@chophien/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  before,
  canBeCancelled,
  cashToCollect,
  hasEnded,
  isPaid,
  orderState,
  refundOf,
  split,
  step,
  total,
  waits,
} from './order.rules.ts';

const line = fc
  .record({
    offer: fc.uuid(),
    producer: fc.constantFrom({ id: 'a' }, { id: 'b' }, { id: 'c' }),
    storage: fc.constantFrom<StorageClass>('ambient', 'cool', 'chilled', 'frozen'),
    price: fc.integer({ min: 1_000, max: 1_000_000_000 }),
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map((one) => ({ ...one, amount: priceOf(one.price, one.quantity) }));

describe('a basket falls into parcels', () => {
  test('no line is lost, doubled or put beside another producer’s or another way of keeping', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), (lines) => {
        const parcels = split(lines);
        expect(parcels.flatMap((parcel) => parcel.lines).toSorted(byOffer)).toEqual(lines.toSorted(byOffer));
        for (const { producer, storage, lines: together } of parcels) {
          expect(together.every((one) => one.producer.id === producer.id && one.storage === storage)).toBe(true);
        }
        expect(new Set(parcels.map((parcel) => `${parcel.producer.id} ${parcel.storage}`)).size).toBe(parcels.length);
      }),
    );
  });

  test('what the buyer pays is exactly the sum of the lines and of the carrying, to the đồng', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), fc.nat(100_000), (lines, fee) => {
        const parcels = split(lines).map((parcel, index) => ({ ...parcel, shipping: fee + index }));
        const sums = total(parcels);
        const goods = lines.reduce((sum, one) => sum + BigInt(one.amount), 0n);
        const shipping = parcels.reduce((sum, one) => sum + BigInt(one.shipping), 0n);
        expect([BigInt(sums.goods), BigInt(sums.shipping), BigInt(sums.total)]).toEqual([
          goods,
          shipping,
          goods + shipping,
        ]);
      }),
    );
  });
});

const byOffer = (a: { offer: string; quantity: number }, b: { offer: string; quantity: number }) =>
  a.offer < b.offer ? -1 : a.offer > b.offer ? 1 : a.quantity - b.quantity;

const states = ParcelStates.options;
const tried = (from: ParcelState, to: ParcelState): boolean => {
  try {
    return step(from, to) === to;
  } catch {
    return false;
  }
};

describe('a parcel', () => {
  test('goes these ways and no other', () => {
    const ways = states.flatMap((from) => states.filter((to) => tried(from, to)).map((to) => `${from} → ${to}`));
    expect(ways).toEqual([
      'waiting → confirmed',
      'waiting → cancelled',
      'confirmed → packed',
      'confirmed → cancelled',
      'packed → shipped',
      'packed → delivered',
      'packed → returned',
      'shipped → delivered',
      'shipped → returned',
    ]);
  });

  test('that has ended goes nowhere, and every way ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 40 }), (wishes) => {
        let state: ParcelState = 'waiting';
        let steps = 0;
        for (const wish of wishes) {
          const ended = hasEnded(state);
          if (!tried(state, wish)) continue;
          expect(ended).toBe(false);
          state = wish;
          steps += 1;
        }
        expect(steps).toBeLessThanOrEqual(4);
      }),
    );
  });

  test('can be taken back until it is packed', () => {
    expect(states.filter(canBeCancelled)).toEqual(['waiting', 'confirmed']);
    expect(before('cancelled')).toEqual(['waiting', 'confirmed']);
    expect(before('delivered')).toEqual(['packed', 'shipped']);
  });
});

const cod = { payment: 'cod', finalised: true, paid: false, cancelled: false } as const;
const vnpay = { payment: 'vnpay', finalised: true, paid: true, cancelled: false } as const;

describe('an order stands where its parcels stand', () => {
  test.each<[ParcelState[], string]>([
    [['waiting', 'waiting'], 'placed'],
    [['waiting', 'cancelled'], 'placed'],
    [['confirmed', 'waiting'], 'in-progress'],
    [['delivered', 'waiting'], 'in-progress'],
    [['shipped', 'cancelled'], 'in-progress'],
    [['delivered', 'cancelled'], 'completed'],
    [['delivered', 'returned'], 'completed'],
    [['returned', 'cancelled'], 'cancelled'],
    [['cancelled'], 'cancelled'],
  ])('%j is %s', (parcels, state) => {
    expect(orderState(cod, parcels)).toBe(state);
  });

  test('one that waits for its money says so, and a cancelled one stays cancelled', () => {
    expect(orderState({ ...vnpay, finalised: false, paid: false }, ['waiting'])).toBe('awaiting-payment');
    expect(orderState({ ...cod, cancelled: true }, ['delivered'])).toBe('cancelled');
  });

  test('it is over exactly when every parcel is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 12 }), (parcels) => {
        const over = ['completed', 'cancelled'].includes(orderState(cod, parcels));
        expect(over).toBe(parcels.every(hasEnded));
      }),
    );
  });
});

describe('money', () => {
  const parcel = { goods: 95_000, shipping: 15_000 };

  test('cash is collected at the door for what was not paid before', () => {
    expect(cashToCollect(cod, parcel)).toBe(110_000);
    expect(cashToCollect(vnpay, parcel)).toBe(0);
  });

  test('only what was paid goes back', () => {
    expect(refundOf(vnpay, parcel)).toBe(110_000);
    expect(refundOf(cod, parcel)).toBe(0);
  });

  test('cash on delivery is paid when the last parcel has come', () => {
    expect(isPaid(cod, ['delivered', 'shipped'])).toBe(false);
    expect(isPaid(cod, ['delivered', 'cancelled'])).toBe(true);
    expect(isPaid(cod, ['cancelled'])).toBe(false);
    expect(isPaid(vnpay, ['waiting'])).toBe(true);
  });

  test('a buyer has a quarter of an hour, and the goods wait ten minutes longer', () => {
    const { payBy, holdUntil } = waits(new Date('2026-11-23T02:00:00Z'));
    expect([payBy.toISOString(), holdUntil.toISOString()]).toEqual([
      '2026-11-23T02:15:00.000Z',
      '2026-11-23T02:25:00.000Z',
    ]);
  });
});
