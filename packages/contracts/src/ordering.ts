import { z } from 'zod';
import { ListingCard } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import {
  CommuneCode,
  Day,
  Done,
  Dong,
  Id,
  Instant,
  Key,
  line,
  PageNumber,
  Phone,
  prose,
  Quantity,
  ShortCode,
  StorageClass,
  UnitId,
} from './values.ts';

export const ParcelState = z.enum(['waiting', 'confirmed', 'packed', 'shipped', 'delivered', 'returned', 'cancelled']);
export type ParcelState = z.infer<typeof ParcelState>;
/** Computed from the parcels, never stored. */
export const OrderState = z.enum(['awaiting-payment', 'placed', 'in-progress', 'completed', 'cancelled']);
export type OrderState = z.infer<typeof OrderState>;
export const PaymentMethod = z.enum(['cod', 'vnpay', 'vietqr']);

/** Where it goes. Two levels since 1 July 2025: commune, then the rest as people write it. */
export const Delivery = z
  .strictObject({
    name: line(80, 2),
    phone: Phone,
    commune: CommuneCode,
    address: line(200, 3),
    note: prose(300).optional(),
  })
  .meta({ id: 'Delivery' });

// Basket: opened by its key, which only the visitor's cookie holds.

/** Why a line of a basket can't be ordered as it stands. */
export const LineTrouble = z.enum([
  'not-for-sale',
  'not-yet-on-sale',
  'away',
  'service',
  'too-little',
  'price-changed',
  'quantity-step',
]);

export const BasketLine = z.object({
  offer: Id,
  quantity: Quantity,
  /** The price when it was put in; `listing.price` is today's. */
  priceSeen: Dong,
  amount: Dong,
  listing: ListingCard.nullable(),
  increment: Quantity,
  minimum: Quantity,
  trouble: LineTrouble.nullable(),
});

/** Lines by parcel: one producer and one way of keeping. */
export const BasketView = z
  .object({
    parcels: z.array(
      z.object({
        producer: z.object({ id: Id, name: z.string() }),
        storage: StorageClass,
        lines: z.array(BasketLine),
        goods: Dong,
      }),
    ),
    /** Lines that are no longer on sale at all. */
    gone: z.array(BasketLine),
    goods: Dong,
    count: z.int(),
  })
  .meta({ id: 'Basket' });
export type BasketView = z.infer<typeof BasketView>;

export const getBasket = endpoint({
  method: 'GET',
  path: '/baskets/:key',
  summary: 'What is in the basket at today’s prices; an unknown key is an empty basket',
  needs: 'public',
  params: z.strictObject({ key: Key }),
  result: BasketView,
});

export const setBasketLine = endpoint({
  method: 'PUT',
  path: '/baskets/:key/lines/:offer',
  summary: 'This much of this listing; zero takes it out',
  needs: 'public',
  params: z.strictObject({ key: Key, offer: Id }),
  body: z.strictObject({ quantity: z.int().min(0).max(1_000_000_000) }).meta({ id: 'SetBasketLine' }),
  result: BasketView,
});

// Quote and order.

export const OrderLineInput = z.strictObject({ offer: Id, quantity: Quantity }).meta({ id: 'OrderLineInput' });
export const OrderLines = z
  .array(OrderLineInput)
  .min(1)
  .max(60)
  .refine((lines) => new Set(lines.map((line) => line.offer)).size === lines.length, { message: 'each listing once' });

export const QuoteView = z
  .object({
    parcels: z.array(
      z.object({
        producer: z.object({ id: Id, name: z.string() }),
        storage: StorageClass,
        goods: Dong,
        shipping: Dong,
        lines: z.array(
          z.object({ offer: Id, name: z.string(), quantity: Quantity, unit: UnitId, price: Dong, amount: Dong }),
        ),
      }),
    ),
    goods: Dong,
    shipping: Dong,
    total: Dong,
  })
  .meta({ id: 'Quote' });
export type QuoteView = z.infer<typeof QuoteView>;

export const quoteOrder = endpoint({
  method: 'POST',
  path: '/quotes',
  summary: 'What an order would cost to a commune, shipping included; nothing is held',
  needs: 'public',
  body: z.strictObject({ lines: OrderLines, commune: CommuneCode }).meta({ id: 'QuoteOrder' }),
  result: QuoteView,
});

export const PlaceOrder = z
  .strictObject({
    id: Id,
    lines: OrderLines,
    deliverTo: Delivery,
    payment: PaymentMethod,
    /** The total the buyer saw; another total today is refused, never charged. */
    total: Dong,
    /** Emptied of these lines once the order stands. */
    basket: Key.optional(),
  })
  .meta({ id: 'PlaceOrder' });
export type PlaceOrder = z.infer<typeof PlaceOrder>;

/** Why less is packed than was ordered. Of all but `agreed` the missing goods are no more. */
export const ShortSaid = z.enum(['not-enough', 'spoiled', 'below-standard', 'agreed']);
export type ShortSaid = z.infer<typeof ShortSaid>;
/** `weighed`: the scales said so, within what needs no other reason. */
export const ShortReason = z.enum([...ShortSaid.options, 'weighed']);
export type ShortReason = z.infer<typeof ShortReason>;

/** Thousandths of the unit, also nothing. */
const PackedQuantity = z.int().min(0).max(1_000_000_000);

export const OrderLineView = z.object({
  offer: Id,
  name: z.string(),
  slug: z.string(),
  /** As ordered, like `amount`. */
  quantity: Quantity,
  unit: UnitId,
  price: Dong,
  amount: Dong,
  /** What is in the parcel and what that comes to; null until it is packed. */
  packed: PackedQuantity.nullable(),
  settled: Dong.nullable(),
  shortReason: ShortReason.nullable(),
});
export type OrderLineView = z.infer<typeof OrderLineView>;

export const ParcelView = z
  .object({
    id: Id,
    code: z.string(),
    state: ParcelState,
    /** A cold-chain hold lies over the state and stops the next step. */
    held: z.boolean(),
    holdReason: z.string().nullable(),
    producer: z.object({ id: Id, name: z.string() }),
    storage: StorageClass,
    /** As ordered; once it is packed, of what is in it. */
    goods: Dong,
    shipping: Dong,
    lines: z.array(OrderLineView),
    harvestedOn: Day.nullable(),
    confirmedAt: Instant.nullable(),
    packedAt: Instant.nullable(),
    shippedAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
  })
  .meta({ id: 'Parcel' });
export type ParcelView = z.infer<typeof ParcelView>;

export const OrderView = z
  .object({
    id: Id,
    code: z.string(),
    /** Opens this order's page for whoever placed it. */
    key: Key,
    state: OrderState,
    payment: PaymentMethod,
    paid: z.boolean(),
    payBy: Instant.nullable(),
    placedAt: Instant,
    deliverTo: z.object({
      name: z.string(),
      phone: z.string(),
      commune: z.string(),
      communeName: z.string(),
      address: z.string(),
      note: z.string().nullable(),
    }),
    /** As it was ordered. */
    goods: Dong,
    shipping: Dong,
    total: Dong,
    /** What of it the buyer pays as things stand: less what was packed short, refused or came back. */
    stands: Dong,
    parcels: z.array(ParcelView),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof OrderView>;

export const placeOrder = endpoint({
  method: 'POST',
  path: '/orders',
  summary: 'Place an order; the same id again is the same order',
  needs: 'public',
  body: PlaceOrder,
  result: OrderView,
});

/** Where an order stands, for whoever knows its phone and code or holds its key. */
export const getOrder = endpoint({
  method: 'GET',
  path: '/orders/:code',
  summary: "An order by its code and its key, or by its code and the buyer's phone (then without name and address)",
  needs: 'public',
  limit: { points: 600, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode }),
  query: z.union([z.strictObject({ key: Key }), z.strictObject({ phone: Phone })]),
  result: OrderView.partial({ deliverTo: true, key: true }).meta({ id: 'OrderTracked' }),
});

export const cancelOrder = endpoint({
  method: 'POST',
  path: '/orders/:code/cancellation',
  summary: 'The buyer takes it back, while no parcel is packed',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  params: z.strictObject({ code: ShortCode }),
  body: z.strictObject({ key: Key }).meta({ id: 'CancelOrder' }),
  result: OrderView,
});

// The producer's side.

export const ProducerParcel = ParcelView.extend({
  /** By when it is to be accepted or refused; after that it is taken back. Null once it was answered. */
  answerBy: Instant.nullable(),
  orderCode: z.string(),
  payment: PaymentMethod,
  paid: z.boolean(),
  placedAt: Instant,
  deliverTo: z.object({
    name: z.string(),
    phone: z.string(),
    communeName: z.string(),
    address: z.string(),
    note: z.string().nullable(),
  }),
  cashToCollect: Dong,
  /** Until it is packed: how far the scales may differ from what was ordered without a reason, in basis points. */
  toleranceBp: z.int(),
}).meta({ id: 'ProducerParcel' });
export type ProducerParcel = z.infer<typeof ProducerParcel>;

export const listParcels = endpoint({
  method: 'GET',
  path: '/me/parcels',
  summary: "My producers' parcels: to do first, then the latest",
  needs: 'parcel.handle',
  reach: 'producer',
  query: z.strictObject({ show: z.enum(['todo', 'all']).default('todo'), page: PageNumber }),
  result: z.object({ items: z.array(ProducerParcel), total: z.int(), page: z.int(), pages: z.int() }),
});

export const getParcel = endpoint({
  method: 'GET',
  path: '/me/parcels/:id',
  summary: "One of my producers' parcels",
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: ProducerParcel,
});

export const confirmParcel = endpoint({
  method: 'POST',
  path: '/parcels/:id/confirmation',
  summary: 'The producer accepts',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: ProducerParcel,
});

export const refuseParcel = endpoint({
  method: 'POST',
  path: '/parcels/:id/refusal',
  summary: "The producer can't, and why; stock and money go back",
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: line(200, 3) }).meta({ id: 'RefuseParcel' }),
  result: ProducerParcel,
});

export const packParcel = endpoint({
  method: 'POST',
  path: '/parcels/:id/packing',
  summary: 'Packed, from the harvest of this day: all that was ordered, or so much of each line',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      harvestedOn: Day,
      /** Lines that are not here hold what was ordered. */
      lines: z
        .array(z.strictObject({ offer: Id, packed: PackedQuantity, reason: ShortSaid.optional() }))
        .max(60)
        .refine((lines) => new Set(lines.map(({ offer }) => offer)).size === lines.length, {
          message: 'each line once',
        })
        .default([]),
    })
    .meta({ id: 'PackParcel' }),
  result: ProducerParcel,
});

/** Days on which a producer takes no orders, both included. */
export const AwayView = z.object({ id: Id, producer: Id, from: Day, to: Day }).meta({ id: 'Away' });
export type AwayView = z.infer<typeof AwayView>;
const AwayList = z.object({ items: z.array(AwayView) });

export const listAway = endpoint({
  method: 'GET',
  path: '/me/away',
  summary: 'The days my producers are away, those that are not over',
  needs: 'parcel.handle',
  reach: 'producer',
  result: AwayList,
});

export const setAway = endpoint({
  method: 'PUT',
  path: '/me/away/:id',
  summary: 'Away on these days: listings say so and nothing can be ordered; the same id again changes nothing',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({ producer: Id, from: Day, to: Day })
    .refine(({ from, to }) => to >= from, { path: ['to'], message: 'not before the first day' })
    .meta({ id: 'SetAway' }),
  result: AwayList,
});

export const endAway = endpoint({
  method: 'DELETE',
  path: '/me/away/:id',
  summary: 'Not away after all, or back again',
  needs: 'parcel.handle',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  result: AwayList,
});

/** After an excursion: a person looked at the goods and decides. */
export const releaseParcel = endpoint({
  method: 'POST',
  path: '/parcels/:id/release',
  summary: 'Lift a cold-chain hold after looking at the goods',
  needs: 'parcel.watch',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ finding: line(300, 5) }).meta({ id: 'ReleaseParcel' }),
  result: Done,
});
