import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { guest, Trade } from '../../../../tests/support/trade.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { CorrectStock } from './correct-stock.ts';
import { ReceiveStock, Stock } from './index.ts';

const { url } = await freshDatabase();
let market: Trade;
let stock: Stock;
beforeAll(async () => {
  market = await Trade.open(url);
  stock = market.get(Stock);
});
afterAll(() => market?.close());

const until = new Date('2026-11-23T02:25:00Z');
const opened = async (producer: string, quantity: number): Promise<string> => {
  const offer = randomUUID();
  await inTx(market.db, (tx) => stock.open(tx, offer, quantity, producer));
  return offer;
};

type Move =
  | { kind: 'hold'; order: number; quantities: number[] }
  | { kind: 'take'; order: number; quantities: number[] }
  | { kind: 'sell'; orders: number[] }
  | { kind: 'release'; orders: number[] }
  | { kind: 'takeBack'; order: number }
  | { kind: 'settle'; order: number; quantities: number[]; lost: boolean }
  | { kind: 'receive'; offer: number; quantity: number };

const order = fc.nat(5);
const quantity = fc.integer({ min: 0, max: 4 });
const orders = fc.uniqueArray(order, { minLength: 1 });
const quantities = fc.array(quantity, { minLength: 3, maxLength: 3 });
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('hold' as const), order, quantities }),
  fc.record({ kind: fc.constant('take' as const), order, quantities }),
  fc.record({ kind: fc.constant('sell' as const), orders }),
  fc.record({ kind: fc.constant('release' as const), orders }),
  fc.record({ kind: fc.constant('takeBack' as const), order }),
  fc.record({ kind: fc.constant('settle' as const), order, quantities, lost: fc.boolean() }),
  fc.record({ kind: fc.constant('receive' as const), offer: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }) }),
);

describe('stock', () => {
  test('whatever happens at the same time, the level is the sum of its movements, what is held is the sum of the holds, and neither is ever negative', async () => {
    const producer = randomUUID();
    const owner: Actor = { ...guest, kind: 'person', id: randomUUID(), grants: [{ role: 'producer', producer }] };
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 14 }), fc.nat(6), async (moves, opening) => {
        const offers = await Promise.all([0, 1, 2].map(() => opened(producer, opening)));
        const orders = Array.from({ length: 6 }, () => randomUUID());
        const run = (one: Move): Promise<unknown> => {
          if (one.kind === 'receive') {
            const offer = offers[one.offer] as string;
            return market.get(ReceiveStock).run(owner, offer, { id: randomUUID(), quantity: one.quantity });
          }
          return inTx<unknown>(market.db, (tx) => {
            if (one.kind === 'sell')
              return stock.sell(
                tx,
                one.orders.map((index) => orders[index] as string),
              );
            if (one.kind === 'release')
              return stock.release(
                tx,
                one.orders.map((index) => orders[index] as string),
              );
            const of = orders[one.order] as string;
            if (one.kind === 'takeBack')
              return stock.takeBack(
                tx,
                offers.map((offer) => ({ order: of, offer })),
              );
            if (one.kind === 'settle')
              return stock.settle(
                tx,
                of,
                offers.map((offer, index) => ({
                  offer,
                  packed: one.quantities[index] as number,
                  lost: one.lost ? 'spoiled' : null,
                })),
              );
            const lines = offers.flatMap((offer, index) => {
              const quantity = one.quantities[index] as number;
              return quantity > 0 ? [{ offer, quantity }] : [];
            });
            return one.kind === 'hold' ? stock.hold(tx, of, lines, until) : stock.take(tx, of, lines);
          });
        };
        const ends = await Promise.allSettled(moves.map(run));
        for (const end of ends) {
          if (end.status === 'rejected' && !expected(end.reason)) throw end.reason;
        }
        for (const offer of offers) {
          const { onHand, held, moved, active } = await market.level(offer);
          expect({ onHand, held }).toEqual({ onHand: moved, held: active });
          expect(held).toBeGreaterThanOrEqual(0);
          expect(onHand).toBeGreaterThanOrEqual(held);
        }
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 25) },
    );
  });

  test('movements can be neither changed nor taken away', async () => {
    const offer = await opened(randomUUID(), 5_000);
    await expect(rows(market.db, 'update stock.movement set quantity = 1 where offer = $1', [offer])).rejects.toThrow(
      'append-only',
    );
    await expect(rows(market.db, 'delete from stock.movement where offer = $1', [offer])).rejects.toThrow(
      'append-only',
    );
  });

  test('a level can’t be made negative, nor more be promised than there is, not even by hand', async () => {
    const offer = await opened(randomUUID(), 5_000);
    await expect(rows(market.db, 'update stock.level set on_hand = -1 where offer = $1', [offer])).rejects.toThrow(
      'level_',
    );
    await expect(rows(market.db, 'update stock.level set held = 5001 where offer = $1', [offer])).rejects.toThrow(
      'level_held',
    );
  });

  test('says that little is left when the mark is passed, once', async () => {
    const offer = await opened(randomUUID(), 10_000);
    const buy = (quantity: number) => inTx(market.db, (tx) => stock.take(tx, randomUUID(), [{ offer, quantity }]));
    await buy(8_500);
    expect(await market.stated(offer)).toEqual([]);
    await buy(500);
    await buy(500);
    expect(await market.stated(offer)).toEqual([{ type: 'stock.low', data: { available: 1_000 } }]);
  });

  test('opened twice for one offer is opened once', async () => {
    const producer = randomUUID();
    const offer = await opened(producer, 5_000);
    await inTx(market.db, (tx) => stock.open(tx, offer, 7_000, producer));
    expect(await market.level(offer)).toMatchObject({ onHand: 5_000, moved: 5_000 });
    expect(await stock.available([offer, randomUUID()])).toEqual(new Map([[offer, 5_000]]));
  });
});

/** A second hold of one order, and too little, are refusals this test provokes. */
const expected = (error: { code?: string; driverError?: { constraint?: string } }): boolean =>
  error.code === 'stock.too-little' || error.driverError?.constraint === 'hold_pkey';

describe('a producer', () => {
  test('adds what came in, once for each delivery', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ producer, quantity: 5_000 });
    const body = { id: randomUUID(), quantity: 2_500 };
    for (let tap = 0; tap < 2; tap++) {
      const { status, body: seen } = await market.ask('POST', `/listings/${offer}/stock/receipts`, {
        as: producer,
        body,
      });
      expect({ status, seen }).toMatchObject({ status: 200, seen: { onHand: 7_500, available: 7_500 } });
    }
    const other = await market.ask('POST', `/listings/${offer}/stock/receipts`, {
      as: producer,
      body: { ...body, quantity: 1 },
    });
    expect(other).toMatchObject({ status: 422, body: { errors: [{ field: 'id' }] } });
    expect(await market.level(offer)).toMatchObject({ onHand: 7_500, moved: 7_500 });
  });

  test('counts again and says why, but not below what is promised', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ producer, quantity: 5_000 });
    await inTx(market.db, (tx) => stock.hold(tx, randomUUID(), [{ offer, quantity: 2_000 }], until));
    const correct = (onHand: number, id = randomUUID()) =>
      market.ask('POST', `/listings/${offer}/stock/corrections`, {
        as: producer,
        body: { id, onHand, reason: 'Dập nát khi xếp' },
      });
    const id = randomUUID();
    market.clock.pass(1_000);
    await correct(4_000, id);
    const again = await correct(4_000, id);
    expect(again).toMatchObject({
      status: 200,
      body: {
        onHand: 4_000,
        held: 2_000,
        available: 2_000,
        movements: [{ kind: 'corrected', quantity: -1_000, reason: 'Dập nát khi xếp' }, { kind: 'received' }],
      },
    });
    expect(await correct(1_999)).toMatchObject({
      status: 409,
      body: { code: 'stock.too-little', details: { held: 2_000 } },
    });
    expect(await market.level(offer)).toMatchObject({ onHand: 4_000, moved: 4_000 });
  });

  test('is told what somebody changed in her name: each delivery and each count is a fact', async () => {
    const producer = await market.producer();
    const offer = await market.listing({ producer, quantity: 5_000 });
    const own = producer.grants[0]?.producer as string;
    const nephew: Actor = {
      ...guest,
      kind: 'person',
      id: randomUUID(),
      grants: [{ role: 'delegate', producer: own, rights: ['stock.change'] }],
    };
    await market.get(ReceiveStock).run(nephew, offer, { id: randomUUID(), quantity: 1_000 });
    await market.get(CorrectStock).run(nephew, offer, { id: randomUUID(), onHand: 4_500, reason: 'Đếm lại' });
    const changed = (await market.stated(offer)).filter(({ type }) => type === 'stock.changed');
    expect(changed.map(({ data }) => data)).toEqual([
      { producer: own, kind: 'received', quantity: 1_000, onHand: 6_000 },
      { producer: own, kind: 'corrected', quantity: -1_500, onHand: 4_500 },
    ]);
    expect((await market.stated(own)).filter(({ type }) => type === 'delegate.acted')).toHaveLength(2);
  });

  test('finds nothing at somebody else’s offer', async () => {
    const offer = await market.listing();
    const stranger = await market.producer();
    expect(await market.ask('GET', `/listings/${offer}/stock`, { as: stranger })).toMatchObject({
      status: 404,
      body: { code: 'stock.not-found' },
    });
    const body = { id: randomUUID(), quantity: 1_000 };
    expect((await market.ask('POST', `/listings/${offer}/stock/receipts`, { as: stranger, body })).status).toBe(404);
  });
});
