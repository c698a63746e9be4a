import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant, line, Quantity } from './values.ts';

/** Why a level changed. The sum of an offer's movements is its level on hand. */
export const MovementKind = z.enum([
  'received',
  'sold',
  'returned',
  'corrected',
  /** Ordered, and not packed: it is there again. */
  'unpacked',
  /** More than was ordered went into the parcel. */
  'weighed',
  /** Not packed because it is no more. */
  'written-off',
  /** A member brought it to the cooperative. */
  'supplied',
  /** It was not brought after all, or wrongly noted. */
  'supply-undone',
  /** Of a day's places: taken by telephone. */
  'booked',
  'unbooked',
]);

export const StockView = z
  .object({
    offer: Id,
    onHand: z.int(),
    held: z.int(),
    available: z.int(),
    movements: z.array(
      z.object({ id: Id, kind: MovementKind, quantity: z.int(), reason: z.string().nullable(), at: Instant }),
    ),
  })
  .meta({ id: 'Stock' });

export const getStock = endpoint({
  method: 'GET',
  path: '/listings/:id/stock',
  summary: 'How much there is, how much is promised, and the last fifty movements',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: StockView,
});

export const receiveStock = endpoint({
  method: 'POST',
  path: '/listings/:id/stock/receipts',
  summary: 'More came in',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ id: Id, quantity: Quantity }).meta({ id: 'ReceiveStock' }),
  result: StockView,
});

export const correctStock = endpoint({
  method: 'POST',
  path: '/listings/:id/stock/corrections',
  summary: 'Counted again: the level is this, because',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({ id: Id, onHand: z.int().min(0).max(1_000_000_000), reason: line(200, 3) })
    .meta({ id: 'CorrectStock' }),
  result: StockView,
});

export const sellOut = endpoint({
  method: 'POST',
  path: '/listings/:id/stock/sold-out',
  summary: 'Nothing is left to order: one tap, under an id by which it is undone',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ id: Id }).meta({ id: 'SellOut' }),
  result: StockView,
});

export const undoSellOut = endpoint({
  method: 'DELETE',
  path: '/listings/:id/stock/sold-out/:movement',
  summary: 'There is some left after all: what was counted away is there again',
  needs: 'stock.change',
  reach: 'producer',
  params: z.strictObject({ id: Id, movement: Id }),
  result: StockView,
});
