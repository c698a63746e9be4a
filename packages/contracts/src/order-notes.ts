import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant, Key, prose, ShortCode } from './values.ts';

// What buyer and producer write to each other about a parcel.

export const OrderNote = z
  .object({ id: Id, parcel: Id, from: z.enum(['buyer', 'producer']), text: z.string(), at: Instant })
  .meta({ id: 'OrderNote' });
export type OrderNote = z.infer<typeof OrderNote>;

const text = prose(500).refine((words) => words.length > 0, { message: 'something' });

export const writeOrderNote = endpoint({
  method: 'PUT',
  path: '/orders/:code/notes/:id',
  summary: 'The buyer writes to the producer of a parcel; the same id again is the same note',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode, id: Id }),
  body: z.strictObject({ key: Key, parcel: Id, text }).meta({ id: 'WriteOrderNote' }),
  result: OrderNote,
});

export const listParcelNotes = endpoint({
  method: 'GET',
  path: '/me/parcels/:id/notes',
  summary: 'What was written about one of my producers’ parcels, in its order',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: z.object({ items: z.array(OrderNote), open: z.boolean() }),
});

export const writeParcelNote = endpoint({
  method: 'PUT',
  path: '/me/parcels/:id/notes/:note',
  summary: 'The producer writes to the buyer of a parcel; the same id again is the same note',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id, note: Id }),
  body: z.strictObject({ text }).meta({ id: 'WriteParcelNote' }),
  result: OrderNote,
});
