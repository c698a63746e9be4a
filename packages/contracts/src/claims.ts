import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Dong, Id, Instant, Key, line, PageNumber, prose, ShortCode } from './values.ts';

// What a buyer says was wrong with a parcel that was handed over, what its producer answers, and what a person decides.

export const OrderClaimKind = z.enum(['damaged', 'missing', 'wrong']);
export type OrderClaimKind = z.infer<typeof OrderClaimKind>;
/** `open`: nobody answered yet; `answered`: the producer sees it otherwise, an official decides; `decided`: it is over. */
export const OrderClaimState = z.enum(['open', 'answered', 'decided']);
export type OrderClaimState = z.infer<typeof OrderClaimState>;
/** Photographs of one claim at most. */
export const mostClaimPhotos = 4;

export const OrderClaim = z
  .object({
    id: Id,
    parcel: Id,
    parcelCode: z.string(),
    orderCode: z.string(),
    producer: z.object({ id: Id, name: z.string() }),
    kind: OrderClaimKind,
    words: z.string().nullable(),
    photos: z.array(Id),
    state: OrderClaimState,
    openedAt: Instant,
    /** By when the producer answers; after that an official decides without her. */
    answerBy: Instant,
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    /** Of goods and freight of the parcel, at most. */
    most: Dong,
    outcome: z.enum(['refunded', 'refused']).nullable(),
    amount: Dong.nullable(),
    reason: z.string().nullable(),
    decidedBy: z.enum(['producer', 'official']).nullable(),
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'OrderClaim' });
export type OrderClaim = z.infer<typeof OrderClaim>;

const limit = { points: 60, seconds: 3600, by: 'address' } as const;

/** The body is the photograph itself (JPEG, PNG or WebP, at most 10 MB). It comes before the claim, under ids made by the sender. */
export const putClaimPhoto = endpoint({
  method: 'PUT',
  path: '/orders/:code/claims/:id/photos/:photo',
  summary: 'The buyer shows what is wrong, before she says it',
  needs: 'public',
  limit,
  params: z.strictObject({ code: ShortCode, id: Id, photo: Id }),
  query: z.strictObject({ key: Key }),
  raw: true,
});

export const openClaim = endpoint({
  method: 'POST',
  path: '/orders/:code/claims/:id',
  summary: 'The buyer says what is wrong with a parcel, within the days for it; the same id again is the same claim',
  needs: 'public',
  limit,
  params: z.strictObject({ code: ShortCode, id: Id }),
  body: z
    .strictObject({ key: Key, parcel: Id, kind: OrderClaimKind, words: prose(1000).optional() })
    .meta({ id: 'OpenClaim' }),
  result: OrderClaim,
});

export const readClaimPhoto = endpoint({
  method: 'GET',
  path: '/orders/:code/claims/:id/photos/:photo',
  summary: 'A photograph of a claim, for the buyer',
  needs: 'public',
  params: z.strictObject({ code: ShortCode, id: Id, photo: Id }),
  query: z.strictObject({ key: Key }),
  raw: true,
});

const Claims = z.object({ items: z.array(OrderClaim), total: z.int(), page: z.int(), pages: z.int() });

export const listMyClaims = endpoint({
  method: 'GET',
  path: '/me/order-claims',
  summary: 'What buyers say of my producers’ parcels, what waits first',
  needs: 'parcel.handle',
  reach: 'producer',
  query: z.strictObject({ parcel: Id.optional(), page: PageNumber }),
  result: Claims,
});

export const answerClaim = endpoint({
  method: 'POST',
  path: '/me/order-claims/:id/answer',
  summary: 'The producer gives back so much, which decides it, or says how she sees it',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z
    .union([
      z.strictObject({ refund: Dong.min(1), words: prose(1000).optional() }),
      z.strictObject({ words: line(500, 5) }),
    ])
    .meta({ id: 'AnswerClaim' }),
  result: OrderClaim,
});

export const readMyClaimPhoto = endpoint({
  method: 'GET',
  path: '/me/order-claims/:id/photos/:photo',
  summary: 'A photograph of a claim, for the producer',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id, photo: Id }),
  raw: true,
});

export const listOrderClaims = endpoint({
  method: 'GET',
  path: '/order-claims',
  summary: 'Claims about parcels of my area: those to be decided first',
  needs: 'claim.decide',
  reach: 'area',
  query: z.strictObject({ show: z.enum(['open', 'all']).default('open'), page: PageNumber }),
  result: Claims,
});

export const getOrderClaim = endpoint({
  method: 'GET',
  path: '/order-claims/:id',
  summary: 'One claim of my area',
  needs: 'claim.decide',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: OrderClaim,
});

export const decideClaim = endpoint({
  method: 'POST',
  path: '/order-claims/:id/decision',
  summary: 'A person decides, with her reason: so much goes back, or nothing (0)',
  needs: 'claim.decide',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ amount: Dong, reason: line(500, 10) }).meta({ id: 'DecideClaim' }),
  result: OrderClaim,
});

export const readClaimPhotoOfArea = endpoint({
  method: 'GET',
  path: '/order-claims/:id/photos/:photo',
  summary: 'A photograph of a claim, for whoever decides it',
  needs: 'claim.decide',
  reach: 'area',
  params: z.strictObject({ id: Id, photo: Id }),
  raw: true,
});
