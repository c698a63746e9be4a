import { z } from 'zod';
import { CategoryView, ListingCard, ListingDetail } from './catalogue.ts';
import { OrderClaim } from './claims.ts';
import { TemperatureSummary } from './coldchain.ts';
import { CommuneView, FormerUnit, ProvinceView } from './communes.ts';
import { endpoint } from './endpoint.ts';
import { ApplicationSummary, ProducerKind } from './onboarding.ts';
import { OrderNote } from './order-notes.ts';
import { getOrder } from './ordering.ts';
import { PictureView } from './pictures.ts';
import { ListingReviews, BuyerReview } from './reviews.ts';
import { CommuneCode, Day, Dong, Id, Instant, ProvinceCode, ShortCode } from './values.ts';

// One call for one page: what several contexts know, put side by side.

/** An address in words, of today or a former one. */
const Slug = z.string().regex(/^[a-z0-9-]{1,120}$/);
/** A place where something is on sale, and how much. */
const SellingCommune = z.object({
  code: CommuneCode,
  fullName: z.string(),
  province: z.string(),
  slug: z.string(),
  listings: z.int(),
});

/** What is not sold yet, with the first day of it. */
const Coming = z.object({ listing: ListingCard, from: Day });

export const homePage = endpoint({
  method: 'GET',
  path: '/pages/home',
  summary: 'What is on sale now, the categories, and the places that sell',
  needs: 'public',
  result: z.object({
    listings: z.array(ListingCard),
    categories: z.array(CategoryView),
    communes: z.array(SellingCommune),
    provinces: z.array(ProvinceView.extend({ listings: z.int() })),
  }),
});

export const provincePage = endpoint({
  method: 'GET',
  path: '/pages/provinces/:code',
  summary: 'What a province sells: its communes, its categories, the newest',
  needs: 'public',
  params: z.strictObject({ code: ProvinceCode }),
  result: z.object({
    province: ProvinceView,
    communes: z.array(SellingCommune),
    categories: z.array(CategoryView.extend({ listings: z.int() })),
    listings: z.array(ListingCard),
    more: z.boolean(),
  }),
});

export const communePage = endpoint({
  method: 'GET',
  path: '/pages/communes/:code',
  summary: "A commune's stall: who sells what, and the communes it was made of",
  needs: 'public',
  params: z.strictObject({ code: CommuneCode }),
  result: z.object({
    commune: CommuneView,
    formerUnits: z.array(FormerUnit),
    producers: z.array(z.object({ id: Id, slug: z.string(), name: z.string(), kind: ProducerKind, listings: z.int() })),
    listings: z.array(ListingCard),
    /** What is to come, the soonest first. */
    coming: z.array(Coming),
    more: z.boolean(),
  }),
});

export const producerPage = endpoint({
  method: 'GET',
  path: '/pages/producers/:slug',
  summary: "A producer's stall, by its address in words (also a former one) or its id",
  needs: 'public',
  params: z.strictObject({ slug: Slug }),
  result: z.object({
    producer: z.object({
      id: Id,
      /** Its address of today. */
      slug: z.string(),
      name: z.string(),
      kind: ProducerKind,
      subArea: z.string().nullable(),
    }),
    commune: CommuneView,
    away: z.object({ from: Day, to: Day }).nullable(),
    listings: z.array(ListingCard),
    coming: z.array(Coming),
    more: z.boolean(),
  }),
});

export const listingPage = endpoint({
  method: 'GET',
  path: '/pages/listings/:slug',
  summary: 'A listing by its address (also a former one), its commune and stall, and what is like it',
  needs: 'public',
  params: z.strictObject({ slug: Slug }),
  result: z.object({
    listing: ListingDetail,
    stall: z.object({ slug: z.string() }),
    commune: CommuneView,
    category: CategoryView,
    keeping: z.object({
      minimumCelsius: z.number().nullable(),
      maximumCelsius: z.number().nullable(),
      shelfLifeDays: z.int().nullable(),
    }),
    /** The days its producer takes no orders, now or next. */
    away: z.object({ from: Day, to: Day }).nullable(),
    reviews: ListingReviews,
    others: z.array(ListingCard),
    /** The same kind of goods of other producers, those near first. */
    similar: z.array(ListingCard),
  }),
});

/** Of something that was on sale once and is not now. Says no more of it than where to look instead. */
export const gonePage = endpoint({
  method: 'GET',
  path: '/pages/gone/:slug',
  summary: 'In place of a listing that is no longer sold: its category, its stall if that still sells, what is like it',
  needs: 'public',
  params: z.strictObject({ slug: Slug }),
  result: z.object({
    category: CategoryView,
    /** Its days are over, and its seller has not said when there will be more. */
    seasonOver: z.boolean(),
    stall: z.object({ slug: z.string(), name: z.string() }).nullable(),
    similar: z.array(ListingCard),
  }),
});

const SitemapFile = z.object({
  /** It holds what comes after this id, in the order of ids; the first begins at the beginning. */
  after: Id.nullable(),
  count: z.int(),
  changedAt: Instant,
});

/** What a sitemap lists, cut into files: so many addresses that one answer could not hold them. */
export const sitemapFiles = endpoint({
  method: 'GET',
  path: '/sitemap',
  summary: 'The files of a sitemap: listings and stalls in thousands, and the places that sell',
  needs: 'public',
  result: z.object({
    listings: z.array(SitemapFile),
    stalls: z.array(SitemapFile),
    provinces: z.array(ProvinceView),
    communes: z.array(z.object({ code: CommuneCode, slug: z.string() })),
    categories: z.array(CategoryView),
  }),
});

export const sitemapPart = endpoint({
  method: 'GET',
  path: '/sitemap/:kind',
  summary: 'Addresses in the order of their ids, so many after one of them',
  needs: 'public',
  params: z.strictObject({ kind: z.enum(['listings', 'stalls']) }),
  query: z.strictObject({
    after: Id.optional(),
    limit: z.coerce.number().pipe(z.int().min(1).max(2_000)).default(1_000),
  }),
  result: z.object({ items: z.array(z.object({ id: Id, slug: z.string(), changedAt: Instant })) }),
});

export const orderPage = endpoint({
  method: 'GET',
  path: '/pages/orders/:code',
  summary: 'An order with its payment, its shipments and how cold it was kept',
  needs: 'public',
  limit: { points: 600, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode }),
  query: getOrder.query!,
  result: z.object({
    order: getOrder.result!,
    /** For whoever holds its key. */
    claims: z.array(OrderClaim),
    claimable: z.array(Id),
    reviews: z.array(BuyerReview),
    notes: z.array(OrderNote),
    /** Parcels about which something can still be written. */
    writable: z.array(Id),
    temperatures: z.array(z.object({ parcel: Id, summary: TemperatureSummary })),
    journeys: z.array(z.object({ parcel: Id, code: z.string() })),
  }),
});

/** What a person reads who scans the code on a parcel. No phone, no house, no price, no other buyer. */
export const journeyPage = endpoint({
  method: 'GET',
  path: '/pages/journeys/:code',
  summary: 'The journey of what is in a parcel',
  needs: 'public',
  params: z.strictObject({ code: ShortCode }),
  result: z.object({
    code: z.string(),
    producer: z.object({ name: z.string(), commune: z.string(), province: z.string() }),
    goods: z.array(
      z.object({
        name: z.string(),
        commodity: z.string(),
        lot: z.string(),
        harvestedOn: Day,
        picture: PictureView.nullable(),
      }),
    ),
    steps: z.array(
      z.object({
        step: z.enum(['harvested', 'packed', 'dispatched', 'delivered', 'held', 'released', 'returned']),
        at: Instant,
        place: z.string().nullable(),
      }),
    ),
    state: z.string(),
    held: z.boolean(),
    temperature: TemperatureSummary.nullable(),
  }),
});

export const producerHome = endpoint({
  method: 'GET',
  path: '/pages/me/producer',
  summary: 'What a producer sees first: where the application stands, parcels to do, what is on sale',
  needs: 'session.own',
  reach: 'own',
  result: z.object({
    applications: z.array(ApplicationSummary),
    producers: z.array(z.object({ id: Id, name: z.string(), state: z.string() })),
    waiting: z.int(),
    toDo: z.int(),
    published: z.int(),
    soldThisMonth: Dong,
    unreadMessages: z.int(),
  }),
});
