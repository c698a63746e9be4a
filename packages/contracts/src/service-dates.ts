import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { NewServiceDate } from './goods.ts';
import { Id, Instant, line } from './values.ts';

/** A day of a service as its seller sees it. */
export const MyServiceDate = z
  .object({
    id: Id,
    startsAt: Instant,
    places: z.int(),
    placesLeft: z.int(),
    state: z.enum(['open', 'past', 'cancelled']),
    /** Why it was cancelled, where it was said. */
    reason: z.string().nullable(),
    /** Places taken by telephone that still stand, the latest first. */
    bookings: z.array(z.object({ id: Id, places: z.int(), at: Instant })),
  })
  .meta({ id: 'MyServiceDate' });
export type MyServiceDate = z.infer<typeof MyServiceDate>;

/** Those to come first, the next at the top; then the latest thirty that are past or cancelled. */
export const MyServiceDates = z.object({ items: z.array(MyServiceDate) }).meta({ id: 'MyServiceDates' });

export const listServiceDates = endpoint({
  method: 'GET',
  path: '/listings/:id/dates',
  summary: 'The days of one of my services, and the places booked by telephone',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: MyServiceDates,
});

export const addServiceDate = endpoint({
  method: 'POST',
  path: '/listings/:id/dates',
  summary: 'One more day on which a service is given',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: NewServiceDate,
  result: MyServiceDates,
});

export const cancelServiceDate = endpoint({
  method: 'POST',
  path: '/listings/:id/dates/:date/cancellation',
  summary: 'A day is off; a reason is asked for when places are taken',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id, date: Id }),
  body: z.strictObject({ reason: line(200, 3).optional() }).meta({ id: 'CancelServiceDate' }),
  result: MyServiceDates,
});

export const bookPlaces = endpoint({
  method: 'POST',
  path: '/listings/:id/dates/:date/bookings',
  summary: 'Guests booked by telephone: so many places are taken',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id, date: Id }),
  body: z.strictObject({ id: Id, places: z.int().min(1).max(1_000) }).meta({ id: 'BookPlaces' }),
  result: MyServiceDates,
});

export const unbookPlaces = endpoint({
  method: 'DELETE',
  path: '/listings/:id/dates/:date/bookings/:booking',
  summary: 'Those guests do not come: their places are free again',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id, date: Id, booking: Id }),
  result: MyServiceDates,
});
