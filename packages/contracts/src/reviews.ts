import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant, Key, line, PageNumber, prose, ShortCode } from './values.ts';

// What buyers say of what they got: once for each thing of a parcel that was handed over.

/** Words wait for somebody to look at them; stars alone are shown at once. */
export const BuyerReviewState = z.enum(['waiting', 'shown', 'hidden']);
export type BuyerReviewState = z.infer<typeof BuyerReviewState>;

export const BuyerReview = z
  .object({
    id: Id,
    offer: Id,
    name: z.string(),
    producer: z.string(),
    stars: z.int().min(1).max(5),
    words: z.string().nullable(),
    /** The buyer's given name, and no more of her. */
    author: z.string(),
    at: Instant,
    state: BuyerReviewState,
    reply: z.string().nullable(),
    /** Why it is not shown. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'BuyerReview' });
export type BuyerReview = z.infer<typeof BuyerReview>;

/** What anybody reads beside a listing. `average` in tenths of a star. */
export const ListingReviews = z.object({ count: z.int(), average: z.int().nullable(), items: z.array(BuyerReview) });
export type ListingReviews = z.infer<typeof ListingReviews>;

export const writeReview = endpoint({
  method: 'PUT',
  path: '/orders/:code/reviews/:id',
  summary: 'The buyer says how something was that she got, once; the same id again is the same review',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode, id: Id }),
  body: z
    .strictObject({ key: Key, offer: Id, stars: z.int().min(1).max(5), words: prose(1000).optional() })
    .meta({ id: 'WriteReview' }),
  result: BuyerReview,
});

const Reviews = z.object({ items: z.array(BuyerReview), total: z.int(), page: z.int(), pages: z.int() });

export const listMyReviews = endpoint({
  method: 'GET',
  path: '/me/buyer-reviews',
  summary: 'What buyers say of my producers’ things, the newest first',
  needs: 'parcel.handle',
  reach: 'producer',
  query: z.strictObject({ page: PageNumber }),
  result: Reviews,
});

export const replyToReview = endpoint({
  method: 'POST',
  path: '/me/buyer-reviews/:id/reply',
  summary: 'The producer answers a review, for everybody to read; once',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ words: line(500, 2) }).meta({ id: 'ReplyToReview' }),
  result: BuyerReview,
});

export const listBuyerReviews = endpoint({
  method: 'GET',
  path: '/buyer-reviews',
  summary: 'Reviews of things from my area: those that wait for a look, or all',
  needs: 'listing.review',
  reach: 'area',
  query: z.strictObject({ show: z.enum(['waiting', 'all']).default('waiting'), page: PageNumber }),
  result: Reviews,
});

export const decideReview = endpoint({
  method: 'POST',
  path: '/buyer-reviews/:id/decision',
  summary: 'A review is shown, or hidden with a reason',
  needs: 'listing.review',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z
    .union([
      z.strictObject({ show: z.literal(true) }),
      z.strictObject({ show: z.literal(false), reason: line(300, 5) }),
    ])
    .meta({ id: 'DecideReview' }),
  result: BuyerReview,
});
