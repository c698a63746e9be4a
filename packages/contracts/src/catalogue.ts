import { z } from 'zod';
import { DrawnView } from './drawn.ts';
import { endpoint } from './endpoint.ts';
import { AttributeView, cardFacts, detailFacts, factsAgree, factsEdit, factsInput, ListingKind } from './goods.ts';
import { ProducerKind } from './onboarding.ts';
import { mostPictures, PictureView } from './pictures.ts';
import { ReturnReason, ReviewField } from './return-reasons.ts';
import {
  CommuneCode,
  Day,
  Dong,
  Id,
  Instant,
  line,
  PageNumber,
  Price,
  ProvinceCode,
  prose,
  Quantity,
  StorageClass,
  UnitId,
} from './values.ts';

export const Origin = z.enum(['self_produced', 'bought_in']);
/**
 * in_review → returned → in_review …; in_review → published ⇄ withdrawn. Nothing is shown before an official looked at it;
 * what was approved once goes off sale and back without another look.
 */
export const ListingState = z.enum(['in_review', 'returned', 'published', 'withdrawn']);
export type ListingState = z.infer<typeof ListingState>;

/** How one kind of produce is kept, from which day on this is held to be so, and who says it. */
export const CommodityView = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEnglish: z.string(),
    category: z.string(),
    storage: StorageClass,
    minimumCelsius: z.number().nullable(),
    maximumCelsius: z.number().nullable(),
    humidityMinimum: z.number().nullable(),
    humidityMaximum: z.number().nullable(),
    shelfLifeDays: z.int().nullable(),
    chillingInjuryBelowCelsius: z.number().nullable(),
    confidence: z.string(),
    source: z.string(),
    validFrom: Day,
  })
  .meta({ id: 'Commodity' });
export type CommodityView = z.infer<typeof CommodityView>;

/** A group of goods (`parent` is the shelf it stands on), or a shelf itself: no `parent`, and groups that name it. */
export const CategoryView = z
  .object({ id: z.string(), name: z.string(), slug: z.string(), parent: z.string().nullable(), kind: ListingKind })
  .meta({ id: 'Category' });

/** What a list shows. `available` is how much can be ordered now, in thousandths of the unit. */
export const ListingCard = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    price: Dong,
    unit: UnitId,
    storage: StorageClass,
    category: z.string(),
    picture: PictureView.nullable(),
    producer: z.object({ id: Id, name: z.string() }),
    commune: z.object({ code: CommuneCode, name: z.string(), province: z.string() }),
    available: z.int(),
    ...cardFacts,
  })
  .meta({ id: 'ListingCard' });
export type ListingCard = z.infer<typeof ListingCard>;

export const ListingDetail = ListingCard.extend({
  description: z.string(),
  origin: Origin,
  increment: Quantity,
  minimum: Quantity,
  commodity: z.object({ id: z.string(), name: z.string() }),
  harvestFrom: Day.nullable(),
  harvestTo: Day.nullable(),
  pictures: z.array(PictureView),
  /** What Zalo and Facebook show of its page: photograph, name, price, place. */
  ogImage: DrawnView,
  /** The same to hand on, with a code that leads to it. */
  shareImage: DrawnView,
  producerKind: ProducerKind,
  publishedAt: Instant,
  ...detailFacts,
}).meta({ id: 'ListingDetail' });
export type ListingDetail = z.infer<typeof ListingDetail>;

export const Sort = z.enum(['newest', 'price', '-price']);

export const listListings = endpoint({
  method: 'GET',
  path: '/listings',
  summary: 'What is on sale now, 24 a page',
  needs: 'public',
  query: z.strictObject({
    category: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .optional(),
    commune: CommuneCode.optional(),
    province: ProvinceCode.optional(),
    producer: Id.optional(),
    storage: StorageClass.optional(),
    sort: Sort.default('newest'),
    page: PageNumber,
  }),
  result: z.object({ items: z.array(ListingCard), page: z.int(), more: z.boolean() }),
});

export const getListing = endpoint({
  method: 'GET',
  path: '/listings/:slug',
  summary: 'One listing by its address',
  needs: 'public',
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,120}$/) }),
  result: ListingDetail,
});

export const listCategories = endpoint({
  method: 'GET',
  path: '/categories',
  summary: 'The groups of goods, the shelves they stand on, and what goods of each are told apart by',
  needs: 'public',
  result: z.object({ items: z.array(CategoryView), attributes: z.array(AttributeView) }),
});

export const listCommodities = endpoint({
  method: 'GET',
  path: '/commodities',
  summary: 'What can be sold, with how it must be kept and the source of that',
  needs: 'public',
  result: z.object({ items: z.array(CommodityView) }),
});

/** What a seller says of a listing, and may say otherwise later. What there is of it has acts of its own. */
const said = {
  commodity: z.string().regex(/^[a-z_]{2,40}$/),
  name: line(120, 3),
  description: prose(2000),
  unit: UnitId,
  price: Price,
  increment: Quantity,
  minimum: Quantity,
  storage: StorageClass,
  origin: Origin,
  pictures: z.array(Id).min(1).max(mostPictures),
};

export const PublishListing = z
  .strictObject({
    id: Id,
    producer: Id,
    ...said,
    /** How much there is to sell now; a service has places on its dates instead. */
    quantity: Quantity.optional(),
    harvestFrom: Day.optional(),
    harvestTo: Day.optional(),
    ...factsInput,
  })
  .refine((listing) => listing.minimum % listing.increment === 0, {
    path: ['minimum'],
    message: 'a whole number of steps',
  })
  .refine((listing) => !listing.harvestFrom || !listing.harvestTo || listing.harvestFrom <= listing.harvestTo, {
    path: ['harvestTo'],
    message: 'not before harvestFrom',
  })
  .refine((listing) => listing.kind === 'service' || listing.quantity !== undefined, {
    path: ['quantity'],
    message: 'how much there is',
  })
  .superRefine(factsAgree)
  .meta({ id: 'PublishListing' });
export type PublishListing = z.infer<typeof PublishListing>;

/** One thing to mend before it is shown. */
export const Remark = z
  .object({ field: ReviewField, reason: ReturnReason, words: z.string().nullable() })
  .meta({ id: 'Remark' });
export type Remark = z.infer<typeof Remark>;

/** What can be said otherwise; null takes back what may be left out. How it is sold follows from unit and pack. */
const saidOtherwise = z
  .object({ ...said, harvestFrom: Day.nullable(), harvestTo: Day.nullable(), ...factsEdit })
  .partial();

/** What was said otherwise and is not shown yet. */
export const StagedEdit = saidOtherwise
  .extend({ pictures: z.array(PictureView).optional() })
  .meta({ id: 'StagedEdit' });
export type StagedEdit = z.infer<typeof StagedEdit>;

/** Where the look at a listing, or at an edit of it, stands. */
export const ListingReviewState = z
  .object({
    of: z.enum(['listing', 'edit']),
    state: z.enum(['in_review', 'returned']),
    since: Instant,
    /** What to mend; empty while it waits. */
    remarks: z.array(Remark),
    /** Of an edit: what would change. */
    edit: StagedEdit.nullable(),
  })
  .meta({ id: 'ListingReviewState' });

export const PriceAt = z.object({ price: Dong, at: Instant }).meta({ id: 'PriceAt' });

/** One thing that happened to a listing, before it was shown and after. */
export const ListingStep = z
  .object({
    at: Instant,
    what: z.enum([
      'submitted',
      'approved',
      'returned',
      'edited',
      'edit-submitted',
      'edit-approved',
      'edit-returned',
      'edit-cancelled',
      'withdrawn',
      'relisted',
    ]),
    /** `seller` who belongs to it, `helper` who acted for it, `official`. */
    by: z.enum(['seller', 'helper', 'official', 'system']),
    /** Which answers changed, and from what to what. */
    changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
    remarks: z.array(Remark),
  })
  .meta({ id: 'ListingStep' });
export type ListingStep = z.infer<typeof ListingStep>;

export const MyListing = ListingDetail.extend({
  state: ListingState,
  /** False while the producer is not approved, or is suspended, or something of `hiddenBy` does not hold. */
  visible: z.boolean(),
  /** Requirements that hide it until they hold again, and since when; empty when none does. */
  hiddenBy: z.array(z.object({ requirement: z.string(), since: Instant })),
  onHand: z.int(),
  held: z.int(),
  /** Grows with every edit and decision; whoever edits says which one she saw. */
  version: z.int(),
  /** What an official must look at, or handed back; null when nothing is open. */
  review: ListingReviewState.nullable(),
}).meta({ id: 'MyListing' });
export type MyListing = z.infer<typeof MyListing>;

export const publishListing = endpoint({
  method: 'POST',
  path: '/listings',
  summary: 'Hand in a product for sale; it is shown once an official has looked at it',
  needs: 'listing.publish',
  reach: 'producer',
  body: PublishListing,
  result: MyListing,
});

export const listMyListings = endpoint({
  method: 'GET',
  path: '/me/listings',
  summary: "My producers' listings, newest first",
  needs: 'listing.publish',
  reach: 'producer',
  query: z.strictObject({ state: ListingState.optional(), page: PageNumber }),
  result: z.object({ items: z.array(MyListing), total: z.int(), page: z.int(), pages: z.int() }),
});

export const getMyListing = endpoint({
  method: 'GET',
  path: '/me/listings/:id',
  summary: 'One of my listings, whatever its state',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: MyListing,
});

/** Only what is said anew. `version` is the one that was on the screen: another edit meanwhile is refused, not overwritten. */
export const EditListing = z
  .strictObject({ version: z.int().min(1), confirm: z.boolean().optional(), ...saidOtherwise.shape })
  .meta({ id: 'EditListing' });
export type EditListing = z.infer<typeof EditListing>;

export const editListing = endpoint({
  method: 'PATCH',
  path: '/listings/:id',
  summary:
    'Say it otherwise: at once, or (what a buyer relies on) once an official has looked; a returned one is handed in again',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: EditListing,
  result: MyListing,
});

export const cancelListingEdit = endpoint({
  method: 'DELETE',
  path: '/listings/:id/edit',
  summary: 'Take back what was said otherwise and is not shown yet',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: MyListing,
});

export const listListingSteps = endpoint({
  method: 'GET',
  path: '/listings/:id/history',
  summary: 'What happened to one of my listings, the latest first',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: z.object({ items: z.array(ListingStep) }),
});

export const listPrices = endpoint({
  method: 'GET',
  path: '/listings/:id/prices',
  summary: 'What was asked for one of my listings, the latest first',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: z.object({ items: z.array(PriceAt) }),
});

export const changePrice = endpoint({
  method: 'PUT',
  path: '/listings/:id/price',
  summary: 'Change the price, from now on',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  /** `confirm`: she means it, though it is many times more or less than before (`catalogue.price-jump` asks). */
  body: z.strictObject({ price: Price, confirm: z.boolean().optional() }).meta({ id: 'ChangePrice' }),
  result: MyListing,
});

export const withdrawListing = endpoint({
  method: 'POST',
  path: '/listings/:id/withdrawal',
  summary: 'Take off sale',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: MyListing,
});

export const relistListing = endpoint({
  method: 'POST',
  path: '/listings/:id/relisting',
  summary: 'Put back on sale',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: MyListing,
});
