import { z } from 'zod';
import { ListingStep, MyListing, PriceAt, StagedEdit } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { ProducerKind } from './onboarding.ts';
import { PictureView } from './pictures.ts';
import { ReturnReason, ReviewField } from './return-reasons.ts';
import { CommuneCode, Id, Instant, line, PageNumber } from './values.ts';

/** What the house itself noticed, for the official to look at; it decides nothing. */
export const Finding = z
  .object({
    field: ReviewField,
    /** The reason it may be returned for. */
    reason: ReturnReason,
    /** What was found, as it stands there: the words, the number. */
    found: z.string(),
    /** Beside what: the usual range, the law, the other listing. */
    beside: z.string().nullable(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

const place = z.object({ code: CommuneCode, name: z.string(), province: z.string() });

export const ReviewCard = z
  .object({
    id: Id,
    of: z.enum(['listing', 'edit']),
    state: z.enum(['in_review', 'returned']),
    name: z.string(),
    picture: PictureView.nullable(),
    price: z.int(),
    unit: z.string(),
    producer: z.object({ id: Id, name: z.string(), kind: ProducerKind }),
    commune: place,
    since: Instant,
    /** Whole days it has waited. */
    age: z.int(),
    /** Past the time the house promises. */
    late: z.boolean(),
    /** How often it was handed in, this time included. */
    round: z.int(),
    version: z.int(),
    /** Of an edit: which answers would change. */
    fields: z.array(z.string()),
    /** How many things the house noticed. */
    findings: z.int(),
  })
  .meta({ id: 'ReviewCard' });
export type ReviewCard = z.infer<typeof ReviewCard>;

export const listListingReviews = endpoint({
  method: 'GET',
  path: '/listing-reviews',
  summary: 'Listings and edits of my area that wait to be looked at, or were handed back; the longest waiting first',
  needs: 'listing.review',
  reach: 'area',
  query: z.strictObject({
    state: z.enum(['in_review', 'returned']).default('in_review'),
    of: z.enum(['listing', 'edit']).optional(),
    commune: CommuneCode.optional(),
    late: z.enum(['yes']).optional(),
    page: PageNumber,
  }),
  result: z.object({
    items: z.array(ReviewCard),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    counts: z.object({ in_review: z.int(), returned: z.int() }),
  }),
});

/** One listing as an official sees it before she decides. */
export const ListingReview = z
  .object({
    listing: MyListing.omit({ onHand: true, held: true, hiddenBy: true }),
    producerState: z.enum(['approved', 'suspended']),
    /** When it was first shown; null when it never was. */
    shownSince: Instant.nullable(),
    round: z.int(),
    late: z.boolean(),
    /** What would change, and what buyers read now. */
    edit: StagedEdit.nullable(),
    findings: z.array(Finding),
    prices: z.array(PriceAt),
    /** Who decided by name, for colleagues. */
    history: z.array(ListingStep.extend({ name: z.string().nullable() })),
    may: z.array(z.enum(['approve', 'return'])),
  })
  .meta({ id: 'ListingReview' });
export type ListingReview = z.infer<typeof ListingReview>;

export const getListingReview = endpoint({
  method: 'GET',
  path: '/listing-reviews/:id',
  summary: 'One listing of my area with what the house noticed, earlier remarks and what happened to it',
  needs: 'listing.review',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: ListingReview,
});

/** The version that was looked at: what was changed meanwhile must be looked at again. */
const Seen = z.int().min(1);

export const approveListing = endpoint({
  method: 'POST',
  path: '/listing-reviews/:id/approval',
  summary: 'Let it be shown, or the edit of it',
  needs: 'listing.review',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Seen }).meta({ id: 'ApproveListing' }),
  result: ListingReview,
});

export const GivenRemark = z
  .strictObject({ reason: ReturnReason, field: ReviewField.optional(), words: line(300).optional() })
  .refine(({ reason, words }) => reason !== 'other' || words !== undefined, {
    path: ['words'],
    message: 'say what to do',
  })
  .meta({ id: 'GivenRemark' });

export const returnListing = endpoint({
  method: 'POST',
  path: '/listing-reviews/:id/return',
  summary: 'Hand it back with what to mend; something on sale leaves sight until it is mended and looked at again',
  needs: 'listing.review',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Seen, remarks: z.array(GivenRemark).min(1).max(12) }).meta({ id: 'ReturnListing' }),
  result: ListingReview,
});

export const approveListings = endpoint({
  method: 'POST',
  path: '/listing-reviews/approvals',
  summary: 'Let several be shown; each has its own outcome, and one that is refused stops no other',
  needs: 'listing.review',
  reach: 'area',
  body: z
    .strictObject({
      listings: z
        .array(z.strictObject({ id: Id, version: Seen }))
        .min(1)
        .max(50),
    })
    .meta({ id: 'ApproveListings' }),
  result: z.object({
    items: z.array(z.object({ id: Id, name: z.string().nullable(), outcome: z.string() })),
  }),
});
