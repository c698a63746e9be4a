import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Account,
  cashCame,
  earned,
  moneyBack,
  moneyCame,
  paidOut,
  type Posting,
  reversed,
  sumOf,
} from './ledger.rules.ts';
import { commissionOf, type Holder, type Line, part, partsOf, ruleFor, taxKindOf, withhold } from './sale.rules.ts';
import { taxRules as rules } from './tax-rules.fixture.ts';

const rule = {
  id: 'r',
  province: null,
  producerKind: null,
  method: null,
  percentBp: 200,
  fixed: 0,
  floor: 0,
  cap: 20_000,
};

test('a household that sells bought goods for 500.000 đ: commission 2 %, VAT 1 %, PIT 0,5 %', () => {
  const withheld = withhold([{ name: 'Mật ong', amount: 500_000, kind: 'goods' }], rules, true);
  expect(partsOf(500_000, commissionOf(rule, 500_000), withheld)).toEqual({
    commission: 10_000,
    vat: 5_000,
    pit: 2_500,
    net: 482_500,
  });
});

test('own unprocessed farm goods, and money that the seller has already, are not withheld from', () => {
  const lines: Line[] = [{ name: 'Vải thiều', amount: 412_000, kind: 'own-farm-goods' }];
  expect(withhold(lines, rules, true)).toMatchObject([{ vat: 0, pit: 0 }]);
  expect(withhold([{ name: 'Trà', amount: 100_000, kind: 'goods' }], rules, false)).toEqual([]);
});

test('what nobody said is taxed as the dearest', () => {
  expect(taxKindOf(undefined)).toBe('unknown');
  expect(taxKindOf({ kind: 'goods', origin: 'self_produced', process: 'fresh' })).toBe('own-farm-goods');
  expect(taxKindOf({ kind: 'goods', origin: 'self_produced', process: 'processed' })).toBe('goods');
  expect(taxKindOf({ kind: 'goods', origin: 'bought_in', process: 'fresh' })).toBe('goods');
  expect(taxKindOf({ kind: 'service', origin: 'self_produced', process: 'fresh' })).toBe('services');
});

test('rules are asked in their order, floor and cap hold, and a commission is never more than the goods', () => {
  const ours = { ...rule, id: 'ours', province: '24' };
  expect(ruleFor([ours, rule], { province: '82', producerKind: 'household', method: 'cod' })?.id).toBe('r');
  expect(ruleFor([ours, rule], { province: '24', producerKind: 'household', method: 'cod' })?.id).toBe('ours');
  expect(commissionOf(rule, 5_000_000)).toBe(20_000);
  expect(commissionOf({ ...rule, floor: 5_000 }, 3_000)).toBe(3_000);
  expect(part(333, 150)).toBe(5);
});

const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const kinds = ['own-farm-goods', 'goods', 'services', 'transport', 'unknown'] as const;
const lines = fc.array(fc.record({ name: fc.constant('x'), amount, kind: fc.constantFrom(...kinds) }), {
  minLength: 1,
  maxLength: 12,
});

test('no đồng appears or vanishes when a parcel is divided', () => {
  const bp = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.tuple(bp, bp), { minLength: 5, maxLength: 5 }),
      bp,
      amount,
      (sold, rates, percentBp, floor) => {
        const dated = rules.map((one, index) => ({
          ...one,
          vatBp: rates[index]?.[0] ?? 0,
          pitBp: rates[index]?.[1] ?? 0,
        }));
        const goods = sold.reduce((sum, line) => sum + line.amount, 0);
        const commission = commissionOf({ ...rule, percentBp, floor, cap: null }, goods);
        const parts = partsOf(goods, commission, withhold(sold, dated, true));
        const whole = parts.net + parts.commission + parts.vat + parts.pit;
        return whole === goods && Object.values(parts).every((one) => one >= 0 && Number.isSafeInteger(one));
      },
    ),
  );
});

/** A market in the mind: what happens to orders, in any order that the rules allow. */
interface Held {
  holder: Holder;
  goods: number;
  shipping: number;
  producer: string;
  state: 'placed' | 'paid' | 'delivered' | 'remitted' | 'refunded' | 'out';
  lines: Line[];
}
const step = fc.record({ order: fc.nat(9), what: fc.constantFrom('next', 'give-back'), by: fc.nat(2) });
const order = fc.record({
  holder: fc.constantFrom<Holder>('partner', 'carrier', 'seller'),
  shipping: amount,
  lines,
  producer: fc.constantFrom('a', 'b', 'c'),
});

const happen = (one: Held, what: string): Posting[][] => {
  const parts = partsOf(one.goods, commissionOf(rule, one.goods), withhold(one.lines, rules, one.holder !== 'seller'));
  const sale = { ...one, ...parts };
  const all = one.goods + one.shipping;
  if (what === 'give-back') {
    // Money goes back before it was earned, or after: then the earning is taken back with it.
    if (one.state === 'paid') return ((one.state = 'refunded'), [moneyBack(one.holder, all)]);
    if (one.state !== 'remitted') return [];
    one.state = 'refunded';
    return [reversed(earned(sale)), moneyBack(one.holder, all)];
  }
  switch (one.state) {
    case 'placed':
      if (one.holder === 'carrier') return ((one.state = 'delivered'), [moneyCame('carrier', all), earned(sale)]);
      one.state = 'paid';
      return [moneyCame(one.holder, all)];
    case 'paid':
      one.state = 'remitted';
      return [earned(sale)];
    case 'delivered':
      one.state = 'remitted';
      return [cashCame(all)];
    case 'remitted':
      one.state = 'out';
      return one.holder === 'seller' ? [] : [paidOut(one.producer, parts.net)];
    case 'out':
    case 'refunded':
    default:
      return [];
  }
};

test('the ledger sums to zero, and what buyers paid is all accounted for, at every step of any history', () => {
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 10 }),
      fc.array(step, { maxLength: 100 }),
      (placed, steps) => {
        const orders: Held[] = placed.map((one) => ({
          ...one,
          goods: one.lines.reduce((sum, line) => sum + line.amount, 0),
          state: 'placed',
        }));
        const ledger: Posting[] = [];
        const balance = (account: Account) => sumOf(ledger.filter((posting) => posting.account === account));
        for (const { order: index, what } of steps) {
          const one = orders[index % orders.length] as Held;
          for (const entry of happen(one, what)) {
            if (sumOf(entry) !== 0) return false;
            ledger.push(...entry);
          }
          const live = orders.filter(
            ({ holder, state }) => holder !== 'seller' && !['placed', 'refunded'].includes(state),
          );
          const paid = live.reduce((sum, { goods, shipping }) => sum + goods + shipping, 0);
          const paidOutSum = live.filter(({ state }) => state === 'out').length === 0 ? 0 : undefined;
          // Whoever holds money holds it for somebody: partner + carrier = buyers + producers + platform + state + freight.
          const held = balance('partner') + balance('carrier');
          const owed =
            -(
              balance('buyers') +
              balance('producer') +
              balance('commission') +
              balance('vat') +
              balance('pit') +
              balance('freight')
            ) - balance('receivable');
          if (held !== owed || sumOf(ledger) !== 0) return false;
          if (paidOutSum === 0 && held !== paid) return false;
          if (balance('buyers') > 0 || balance('receivable') < 0) return false;
        }
        return true;
      },
    ),
  );
});
