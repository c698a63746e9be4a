import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cardFacts, detailFacts, factsAgree, factsInput } from './goods.ts';
import { ProducerKind } from './onboarding.ts';
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
export const ListingState = z.enum(['published', 'withdrawn']);

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

export const CategoryView = z.object({ id: z.string(), name: z.string(), slug: z.string() }).meta({ id: 'Category' });

/** Addresses of one picture at its widths, relative to the site. */
export const PictureView = z
  .object({ id: Id, small: z.string(), medium: z.string(), width: z.int(), height: z.int(), colour: z.string() })
  .meta({ id: 'Picture' });

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
  summary: 'The categories',
  needs: 'public',
  result: z.object({ items: z.array(CategoryView) }),
});

export const listCommodities = endpoint({
  method: 'GET',
  path: '/commodities',
  summary: 'What can be sold, with how it must be kept and the source of that',
  needs: 'public',
  result: z.object({ items: z.array(CommodityView) }),
});

export const PublishListing = z
  .strictObject({
    id: Id,
    producer: Id,
    commodity: z.string().regex(/^[a-z_]{2,40}$/),
    name: line(120, 3),
    description: prose(2000),
    unit: UnitId,
    price: Price,
    increment: Quantity,
    minimum: Quantity,
    /** How much there is to sell now; a service has places on its dates instead. */
    quantity: Quantity.optional(),
    storage: StorageClass,
    origin: Origin,
    pictures: z.array(Id).min(1).max(6),
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

export const MyListing = ListingDetail.extend({
  state: ListingState,
  /** False while the producer is not approved, or is suspended, or something of `hiddenBy` does not hold. */
  visible: z.boolean(),
  /** Requirements that hide it until they hold again, and since when; empty when none does. */
  hiddenBy: z.array(z.object({ requirement: z.string(), since: Instant })),
  onHand: z.int(),
  held: z.int(),
}).meta({ id: 'MyListing' });

export const publishListing = endpoint({
  method: 'POST',
  path: '/listings',
  summary: 'Put a product on sale',
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
  query: z.strictObject({ page: PageNumber }),
  result: z.object({ items: z.array(MyListing), total: z.int(), page: z.int(), pages: z.int() }),
});

export const changePrice = endpoint({
  method: 'PUT',
  path: '/listings/:id/price',
  summary: 'Change the price, from now on',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ price: Price }).meta({ id: 'ChangePrice' }),
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

/** The body is the picture itself (JPEG, PNG or WebP, at most 8 MB); it is judged by its bytes, not by its name. */
export const putPicture = endpoint({
  method: 'PUT',
  path: '/pictures/:id',
  summary: 'Hand in one picture under an id made by the sender',
  needs: 'listing.publish',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: PictureView,
  raw: true,
});

export const getMedia = endpoint({
  method: 'GET',
  path: '/media/:file',
  summary: 'A derived picture, immutable under its hash',
  needs: 'public',
  params: z.strictObject({ file: z.string().regex(/^[a-f0-9]{32}-\d{2,4}\.webp$/) }),
  raw: true,
});
