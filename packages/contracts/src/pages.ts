import { z } from 'zod';
import { CategoryView, ListingCard, ListingDetail, PictureView } from './catalogue.ts';
import { TemperatureSummary } from './coldchain.ts';
import { CommuneView } from './communes.ts';
import { endpoint } from './endpoint.ts';
import { ApplicationSummary, ProducerKind } from './onboarding.ts';
import { getOrder } from './ordering.ts';
import { CommuneCode, Day, Dong, Id, Instant, ShortCode } from './values.ts';

// One call for one page: what several contexts know, put side by side.

export const homePage = endpoint({
  method: 'GET',
  path: '/pages/home',
  summary: 'What is new on sale, the categories, and the communes that sell',
  needs: 'public',
  result: z.object({
    listings: z.array(ListingCard),
    categories: z.array(CategoryView),
    communes: z.array(
      z.object({ code: CommuneCode, fullName: z.string(), province: z.string(), slug: z.string(), listings: z.int() }),
    ),
  }),
});

export const communePage = endpoint({
  method: 'GET',
  path: '/pages/communes/:code',
  summary: "A commune's stall: who sells what",
  needs: 'public',
  params: z.strictObject({ code: CommuneCode }),
  result: z.object({
    commune: CommuneView,
    producers: z.array(z.object({ id: Id, name: z.string(), kind: ProducerKind, listings: z.int() })),
    listings: z.array(ListingCard),
    more: z.boolean(),
  }),
});

export const producerPage = endpoint({
  method: 'GET',
  path: '/pages/producers/:id',
  summary: "A producer's stall",
  needs: 'public',
  params: z.strictObject({ id: Id }),
  result: z.object({
    producer: z.object({
      id: Id,
      name: z.string(),
      kind: ProducerKind,
      subArea: z.string().nullable(),
    }),
    commune: CommuneView,
    listings: z.array(ListingCard),
    more: z.boolean(),
  }),
});

export const listingPage = endpoint({
  method: 'GET',
  path: '/pages/listings/:slug',
  summary: 'A listing, its commune, and what else its producer sells',
  needs: 'public',
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,120}$/) }),
  result: z.object({
    listing: ListingDetail,
    commune: CommuneView,
    keeping: z.object({
      minimumCelsius: z.number().nullable(),
      maximumCelsius: z.number().nullable(),
      shelfLifeDays: z.int().nullable(),
    }),
    others: z.array(ListingCard),
  }),
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
