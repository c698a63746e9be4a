import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Done, Id, Instant } from './values.ts';

/** An answer of the listing form as it was given, not checked before it is handed in; null takes it back. */
const DraftValue = z.json().refine((value) => JSON.stringify(value).length <= 8_000, 'at most 8,000 characters');

export const DraftAnswer = z
  .strictObject({ field: z.string().regex(/^[a-z][A-Za-z0-9._-]{0,40}$/), value: DraftValue, at: Instant })
  .meta({ id: 'DraftAnswer' });
export type DraftAnswer = z.infer<typeof DraftAnswer>;

/** A listing on its way. Its id will be the listing's, so that handing it in twice is once. */
export const ListingDraft = z
  .object({
    id: Id,
    producer: Id,
    startedAt: Instant,
    /** When an answer last came in here. */
    changedAt: Instant,
    answers: z.array(DraftAnswer),
  })
  .meta({ id: 'ListingDraft' });
export type ListingDraft = z.infer<typeof ListingDraft>;

export const keepListingDraft = endpoint({
  method: 'PUT',
  path: '/listing-drafts/:id',
  summary: 'Keep answers of a listing on its way; of two answers to one question the later stands, whenever it arrives',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ producer: Id, answers: z.array(DraftAnswer).min(1).max(60) }).meta({ id: 'KeepListingDraft' }),
  result: ListingDraft,
});

export const listListingDrafts = endpoint({
  method: 'GET',
  path: '/me/listing-drafts',
  summary: 'My listings on their way, those touched last first',
  needs: 'listing.publish',
  reach: 'own',
  result: z.object({ items: z.array(ListingDraft) }),
});

export const getListingDraft = endpoint({
  method: 'GET',
  path: '/listing-drafts/:id',
  summary: 'One of my listings on its way',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: ListingDraft,
});

export const deleteListingDraft = endpoint({
  method: 'DELETE',
  path: '/listing-drafts/:id',
  summary: 'Throw a draft away; for a day it can be taken back',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: Done,
});

export const restoreListingDraft = endpoint({
  method: 'POST',
  path: '/listing-drafts/:id/restoration',
  summary: 'Take back that a draft was thrown away',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: ListingDraft,
});
