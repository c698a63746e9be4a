import type { ParcelState, ShortSaid } from '@chophien/contracts';
import { priceOf } from '@chophien/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canBeCancelled, hasEnded, type OrderedLine, pack, refundOf, repriced, stands } from '../ordering/testing.ts';
import { earned, sumOf } from './ledger.rules.ts';
import {
  type CommissionRule,
  commissionOf,
  cutOf,
  part,
  partsOf,
  type TaxKind,
  type TaxRule,
  withhold,
} from './sale.rules.ts';

/** An order through any history that the rules allow: of the buyer's money none appears and none is lost. */

const commission: CommissionRule = {
  id: 'r',
  province: null,
  producerKind: null,
  method: null,
  percentBp: 250,
  fixed: 1_000,
  floor: 2_000,
  cap: 90_000,
};
const tax: TaxRule[] = (['own-farm-goods', 'goods', 'unknown'] as const).map((kind, index) => ({
  id: kind,
  kind,
  vatBp: index * 150,
  pitBp: index * 75,
  legalRef: 'x',
}));

interface Parcel {
  state: ParcelState;
  goods: number;
  shipping: number;
  claimed: number;
  lines: (OrderedLine & { kind: TaxKind; settled: number })[];
}
interface World {
  paid: boolean;
  cancelled: boolean;
  total: number;
  refunded: number;
  parcels: Parcel[];
}
type Step = {
  parcel: number;
  act: 'pack' | 'refuse' | 'deliver' | 'return' | 'cancel' | 'claim';
  parts: number[];
  reason: ShortSaid;
};

const take = (world: World, parcel: Parcel, to: ParcelState): void => {
  parcel.state = to;
  world.refunded += refundOf({ paid: world.paid }, parcel);
};

const packIt = (world: World, parcel: Parcel, { parts, reason }: Step): void => {
  const said = parcel.lines.map(({ offer, quantity }, index) => ({
    offer,
    packed: Math.min(part(quantity, parts[index % parts.length] as number), quantity + Math.floor(quantity / 20)),
    reason,
  }));
  if (said.every(({ packed }) => packed === 0)) return;
  const before = parcel.goods;
  const held = pack(parcel.lines, said, 500);
  Object.assign(parcel, repriced(parcel, held), { state: 'packed' });
  for (const [index, line] of parcel.lines.entries()) line.settled = held[index]?.settled ?? 0;
  world.refunded += world.paid ? before - parcel.goods : 0;
};

/** So much of what is left of it goes back, goods before freight. */
const claim = (world: World, parcel: Parcel, { parts }: Step): void => {
  const left = parcel.goods + parcel.shipping - parcel.claimed;
  const back = Math.min(left, part(left, parts[0] as number));
  parcel.claimed += back;
  world.refunded += world.paid ? back : 0;
};

const go = (world: World, step: Step): void => {
  if (world.cancelled) return;
  const parcel = world.parcels[step.parcel % world.parcels.length] as Parcel;
  if (step.act === 'cancel') {
    const live = world.parcels.filter(({ state }) => state !== 'cancelled');
    if (live.length === 0 || !live.every(({ state }) => canBeCancelled(state))) return;
    world.cancelled = true;
    for (const one of live) take(world, one, 'cancelled');
  } else if (step.act === 'claim') {
    if (parcel.state === 'delivered') claim(world, parcel, step);
  } else if (hasEnded(parcel.state)) return;
  else if (step.act === 'refuse' && canBeCancelled(parcel.state)) take(world, parcel, 'cancelled');
  else if (step.act === 'pack' && canBeCancelled(parcel.state)) packIt(world, parcel, step);
  else if (step.act === 'deliver' && parcel.state === 'packed') parcel.state = 'delivered';
  else if (step.act === 'return' && parcel.state === 'packed') take(world, parcel, 'returned');
};

/** Producers, platform, state and carrier together, parcel by parcel. */
const divided = ({ goods, shipping, lines, claimed }: Parcel): number => {
  const sold = lines.map(({ offer, kind, settled }) => ({ name: offer, kind, amount: settled }));
  const parts = partsOf(goods, commissionOf(commission, goods), withhold(sold, tax, true));
  expect(Math.min(parts.net, parts.commission, parts.vat, parts.pit)).toBeGreaterThanOrEqual(0);
  expect(sumOf(earned({ holder: 'partner', producer: 'p', goods, shipping, ...parts }))).toBe(0);
  const cut = cutOf({ goods, shipping, ...parts }, claimed, 0);
  expect(cut.goods + cut.shipping).toBe(claimed);
  expect(Math.min(cut.net, cut.commission, cut.vat, cut.pit, cut.shipping)).toBeGreaterThanOrEqual(0);
  if (claimed === goods + shipping) expect(cut).toEqual({ goods, shipping, ...parts });
  const left = (key: 'net' | 'commission' | 'vat' | 'pit') => parts[key] - cut[key];
  return left('net') + left('commission') + left('vat') + left('pit') + shipping - cut.shipping;
};

const adds = (world: World): void => {
  const live = world.parcels.filter(({ state }) => state !== 'cancelled' && state !== 'returned');
  const whole = live.reduce((sum, parcel) => sum + divided(parcel), 0);
  expect(stands(world, world.parcels)).toBe(world.cancelled ? 0 : whole);
  if (world.paid) expect(world.total - world.refunded).toBe(world.cancelled ? 0 : whole);
  else expect(world.refunded).toBe(0);
  expect(world.refunded).toBeLessThanOrEqual(world.total);
};

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 100_000 }),
    price: fc.integer({ min: 1_000, max: 5_000_000 }),
    kind: fc.constantFrom('own-farm-goods', 'goods', 'unknown') as fc.Arbitrary<TaxKind>,
  })
  .map(({ quantity, price, kind }) => ({ unit: 'kg', quantity, price, kind, amount: priceOf(price, quantity) }));
const parcel = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 4 }), shipping: fc.integer({ min: 0, max: 60_000 }) })
  .map(
    ({ lines, shipping }): Parcel => ({
      state: 'confirmed',
      claimed: 0,
      shipping,
      goods: lines.reduce((sum, { amount }) => sum + amount, 0),
      lines: lines.map((one, index) => ({ ...one, offer: String(index), settled: one.amount })),
    }),
  );
const step: fc.Arbitrary<Step> = fc.record({
  parcel: fc.nat(9),
  act: fc.constantFrom('pack', 'pack', 'refuse', 'deliver', 'return', 'cancel', 'claim'),
  parts: fc.array(fc.integer({ min: 0, max: 10_400 }), { minLength: 1, maxLength: 4 }),
  reason: fc.constantFrom('not-enough', 'spoiled', 'below-standard', 'agreed'),
});

test('what the buyer pays is what producers, platform, state and carrier get and what goes back, at every step', () => {
  fc.assert(
    fc.property(
      fc.array(parcel, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.array(step, { maxLength: 25 }),
      (parcels, paid, steps) => {
        const world: World = {
          paid,
          cancelled: false,
          refunded: 0,
          parcels: structuredClone(parcels),
          total: parcels.reduce((sum, { goods, shipping }) => sum + goods + shipping, 0),
        };
        adds(world);
        for (const one of steps) {
          go(world, one);
          adds(world);
        }
      },
    ),
    { numRuns: Number(process.env.FC_RUNS ?? 2_000) },
  );
}, 300_000);
