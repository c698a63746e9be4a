import { randomUUID } from 'node:crypto';
import type { SupplyGrade } from '@chophien/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { Trade } from '../../../../tests/support/trade.ts';
import { inTx, rows } from '../platform/database.ts';
import { type NewSupply, Places, Stock, Supplies } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
let stock: Stock;
let supplies: Supplies;
beforeAll(async () => {
  market = await Trade.open(url);
  stock = market.get(Stock);
  supplies = market.get(Supplies);
});
afterAll(() => market?.close());

const until = new Date('2026-11-23T02:25:00Z');
const opened = async (quantity: number): Promise<string> => {
  const offer = randomUUID();
  await inTx(market.db, (tx) => stock.open(tx, offer, quantity, randomUUID()));
  return offer;
};
const supply = (given: Partial<NewSupply> = {}): NewSupply => ({
  id: randomUUID(),
  supplier: randomUUID(),
  grade: 'first',
  quantity: 30_000,
  note: null,
  ...given,
});
const receive = (offer: string, given: NewSupply) => inTx(market.db, (tx) => supplies.receive(tx, offer, given));
const undo = (offer: string, id: string) => inTx(market.db, (tx) => supplies.undo(tx, offer, id, 'Ghi nhầm cân'));

type Move =
  | { kind: 'supply'; delivery: number }
  | { kind: 'undo'; delivery: number }
  | { kind: 'hold'; order: number; quantity: number }
  | { kind: 'take'; order: number; quantity: number }
  | { kind: 'sell'; order: number }
  | { kind: 'release'; order: number };
const delivery = fc.nat(5);
const order = fc.nat(3);
const quantity = fc.integer({ min: 1, max: 5 });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('supply' as const), delivery }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), delivery }) },
  fc.record({ kind: fc.constant('hold' as const), order, quantity }),
  fc.record({ kind: fc.constant('take' as const), order, quantity }),
  fc.record({ kind: fc.constant('sell' as const), order }),
  fc.record({ kind: fc.constant('release' as const), order }),
);
const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 });

/** Too little, an undoing before its delivery, and a second hold of one order are refusals these histories provoke. */
const expected = (error: { code?: string; driverError?: { constraint?: string } }): boolean =>
  error.code === 'stock.too-little' ||
  error.code === 'stock.not-found' ||
  error.driverError?.constraint === 'hold_pkey';

describe('what members bring to their cooperative', () => {
  test('whatever happens at the same time, the level is the sum of its movements and never negative, and each household has what the list says', async () => {
    const grades: SupplyGrade[] = ['special', 'first', 'ungraded'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 1, maxLength: 16 }),
        fc.nat(3),
        sizes,
        async (moves, opening, sizes) => {
          const offer = await opened(opening);
          const [lan, hoa] = [randomUUID(), randomUUID()];
          const deliveries = sizes.map((quantity, place) =>
            supply({ supplier: place % 2 ? lan : hoa, grade: grades[place % 3] as SupplyGrade, quantity }),
          );
          const orders = Array.from({ length: 4 }, () => randomUUID());
          const run = (one: Move): Promise<unknown> => {
            if (one.kind === 'supply') return receive(offer, deliveries[one.delivery] as NewSupply);
            if (one.kind === 'undo') return undo(offer, (deliveries[one.delivery] as NewSupply).id);
            const of = orders[one.order] as string;
            return inTx<unknown>(market.db, (tx) => {
              if (one.kind === 'sell') return stock.sell(tx, [of]);
              if (one.kind === 'release') return stock.release(tx, [of]);
              const lines = [{ offer, quantity: one.quantity }];
              return one.kind === 'hold' ? stock.hold(tx, of, lines, until) : stock.take(tx, of, lines);
            });
          };
          const ends = await Promise.allSettled(moves.map(run));
          for (const end of ends) {
            if (end.status === 'rejected' && !expected(end.reason)) throw end.reason;
          }
          const { onHand, held, moved, active } = await market.level(offer);
          expect({ onHand, held }).toEqual({ onHand: moved, held: active });
          expect(held).toBeGreaterThanOrEqual(0);
          expect(onHand).toBeGreaterThanOrEqual(held);
          const listed = await supplies.to(offer);
          expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
          const sums = await supplies.sumsTo(offer);
          for (const household of [lan, hoa]) {
            const stands = listed.filter(({ supplier, undoneAt }) => supplier === household && !undoneAt);
            expect(total(sums.filter(({ supplier }) => supplier === household))).toBe(total(stands));
            expect(total(await supplies.sumsBy(household))).toBe(total(stands));
          }
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 25) },
    );
  });

  test('is one delivery when it arrives twice, and another thing under its id is refused', async () => {
    const offer = await opened(1_000);
    const brought = supply();
    expect(await receive(offer, brought)).toEqual({ onHand: 31_000 });
    expect(await receive(offer, brought)).toBeNull();
    await expect(receive(offer, { ...brought, grade: 'second' })).rejects.toThrow('platform.invalid-input');
    expect(await market.level(offer)).toMatchObject({ onHand: 31_000, moved: 31_000 });
  });

  test('is taken back once, and not below what is promised', async () => {
    const offer = await opened(0);
    const brought = supply();
    await receive(offer, brought);
    const order = randomUUID();
    await inTx(market.db, (tx) => stock.hold(tx, order, [{ offer, quantity: 5_000 }], until));
    await expect(undo(offer, brought.id)).rejects.toThrow('stock.too-little');
    await inTx(market.db, (tx) => stock.release(tx, [order]));
    expect(await undo(offer, brought.id)).toMatchObject({ supplier: brought.supplier, quantity: 30_000, onHand: 0 });
    expect(await undo(offer, brought.id)).toBeNull();
    await expect(undo(offer, randomUUID())).rejects.toThrow('stock.not-found');
    const [kept] = await supplies.to(offer);
    expect(kept).toMatchObject({ id: brought.id, reason: 'Ghi nhầm cân' });
    expect(await supplies.sumsTo(offer)).toEqual([]);
  });

  test('can’t be nonsense, not even by hand', async () => {
    const offer = await opened(0);
    const insert = (columns: object) => {
      const row = { offer, quantity: 5, at: until, ...columns };
      const names = Object.keys(row);
      return rows(
        market.db,
        `insert into stock.movement (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')}) returning id`,
        Object.values(row),
      );
    };
    const supplier = randomUUID();
    await expect(insert({ kind: 'supplied', grade: 'first' })).rejects.toThrow('movement_supplier');
    await expect(insert({ kind: 'received', supplier })).rejects.toThrow('movement_supplier');
    await expect(insert({ kind: 'supplied', supplier })).rejects.toThrow('movement_graded');
    await expect(insert({ kind: 'supplied', supplier, grade: 'superb' })).rejects.toThrow('movement_grade');
    await expect(insert({ kind: 'supplied', supplier, grade: 'first', quantity: -5 })).rejects.toThrow('movement_sign');
    await expect(insert({ kind: 'supply-undone', quantity: -5, reason: 'Nhầm' })).rejects.toThrow('movement_undoes');
    const id = (await insert({ kind: 'supplied', supplier, grade: 'first' }))[0]?.id;
    const back = { kind: 'supply-undone', reason: 'Nhầm', undoes: id };
    await expect(insert({ ...back, quantity: -4 })).rejects.toThrow('undone by its opposite');
    await expect(insert({ ...back, offer: await opened(9), quantity: -5 })).rejects.toThrow('undone by its opposite');
    await insert({ ...back, quantity: -5 });
    await expect(insert({ ...back, quantity: -5 })).rejects.toThrow('movement_undone_once');
  });

  test('is not for places on a day', async () => {
    const date = randomUUID();
    await inTx(market.db, (tx) => stock.open(tx, date, 4_000, randomUUID(), 'places'));
    await expect(receive(date, supply())).rejects.toThrow('stock.not-found');
    const places = market.get(Places);
    await inTx(market.db, (tx) => places.book(tx, date, { id: randomUUID(), places: 3 }));
    await expect(inTx(market.db, (tx) => places.book(tx, date, { id: randomUUID(), places: 2 }))).rejects.toThrow(
      'catalogue.places-full',
    );
    expect(await market.level(date)).toMatchObject({ onHand: 1_000, moved: 1_000 });
  });
});

const total = (items: readonly { quantity: number }[]): number =>
  items.reduce((sum, { quantity }) => sum + quantity, 0);
