import type { ParcelState, ProducerKind, ShortReason, StorageClass } from '@chophien/contracts';

/** A parcel with its order: what every view of either is made of. */
export interface ParcelRow {
  orderId: string;
  orderCode: string;
  payment: 'cod' | 'vnpay' | 'vietqr';
  channel: string;
  toCommune: string;
  goods: number;
  shipping: number;
  total: number;
  placedAt: Date;
  payBy: Date | null;
  finalisedAt: Date | null;
  paidAt: Date | null;
  cancelledAt: Date | null;
  buyerProducers: string[];
  buyerName: string;
  buyerPhone: string;
  buyerCommune: string;
  buyerCommuneName: string;
  buyerAddress: string;
  buyerNote: string | null;
  id: string;
  code: string;
  state: ParcelState;
  producer: string;
  producerName: string;
  producerKind: ProducerKind;
  commune: string;
  province: string;
  subArea: string | null;
  storage: StorageClass;
  parcelGoods: number;
  parcelShipping: number;
  /** What claims gave back of it. */
  claimed: number;
  /** By when its producer answers; null once she has, and before the order stands. */
  answerBy: Date | null;
  harvestedOn: string | null;
  confirmedAt: Date | null;
  packedAt: Date | null;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  endedAt: Date | null;
  /** Why it is held; null when it is not. */
  holdReason: string | null;
  lines: LineRow[];
}

export interface LineRow {
  offer: string;
  name: string;
  slug: string;
  commodity: string;
  unit: string;
  quantity: number;
  price: number;
  amount: number;
  packed: number | null;
  settled: number | null;
  shortReason: ShortReason | null;
}

/** Joined to an order as `o`: what a dated row said on the day it was placed. */
export const ruleOfOrder = (name: string): string => `(select r.amount from ordering.rule r where r.name = '${name}'
    and r.valid_from <= (o.finalised_at at time zone 'Asia/Ho_Chi_Minh')::date order by r.valid_from desc limit 1)`;
/** By when its producer has to answer. */
export const answerBy = `o.finalised_at + ${ruleOfOrder('answer-within')} * interval '1 hour'`;

const parcels = `select o.id as "orderId", o.code as "orderCode", o.payment, o.channel, o.to_commune as "toCommune",
  o.goods, o.shipping, o.total, o.placed_at as "placedAt", o.pay_by as "payBy", o.finalised_at as "finalisedAt",
  o.paid_at as "paidAt", o.cancelled_at as "cancelledAt", o.buyer_producers as "buyerProducers",
  a.name as "buyerName", a.phone as "buyerPhone", a.commune as "buyerCommune", a.commune_name as "buyerCommuneName",
  a.address as "buyerAddress", a.note as "buyerNote",
  p.id, p.code, p.state, p.producer, p.producer_name as "producerName", p.producer_kind as "producerKind", p.commune,
  p.province, p.sub_area as "subArea", p.storage, p.goods as "parcelGoods", p.shipping as "parcelShipping",
  p.harvested_on as "harvestedOn", p.confirmed_at as "confirmedAt", p.packed_at as "packedAt", p.shipped_at as "shippedAt",
  p.delivered_at as "deliveredAt", p.ended_at as "endedAt",
  case when p.state = 'waiting' then ${answerBy} end as "answerBy",
  (select coalesce(sum(c.amount), 0)::bigint from ordering.claim c where c.parcel_id = p.id) as claimed,
  (select h.reason from ordering.parcel_hold h
   where h.parcel_id = p.id and h.released_at is null order by h.held_at limit 1) as "holdReason",
  (select json_agg(json_build_object('offer', l.offer, 'name', l.name, 'slug', l.slug, 'commodity', l.commodity,
     'unit', l.unit, 'quantity', l.quantity, 'price', l.price, 'amount', l.amount, 'packed', l.packed,
     'settled', l.settled, 'shortReason', l.short_reason) order by l.position)
   from ordering.order_line l where l.parcel_id = p.id) as lines
  from ordering.parcel p join ordering."order" o on o.id = p.order_id join ordering.delivery_address a on a.order_id = o.id`;

export const parcelsOfOrder = `${parcels} where o.id = $1 order by p.position`;
export const parcelsOfCode = `${parcels} where o.code = $1 order by p.position`;
/** $1 parcels, of orders that stand. */
export const parcelsById = `${parcels} where p.id = any($1::uuid[]) and o.finalised_at is not null`;
/** $1 parcel, $2 producers. */
export const parcelOfProducer = `${parcels} where p.id = $1 and p.producer = any($2::uuid[]) and o.finalised_at is not null`;
export const parcelOfCode = `${parcels} where p.code = $1 and o.finalised_at is not null`;
/** $1 parcel's code, $2 communes it comes from or goes to. */
export const watchedParcel = `${parcels} where p.code = $1 and o.finalised_at is not null
  and (p.commune = any($2::text[]) or o.to_commune = any($2::text[]))`;
export const phonesOfOrders = `select order_id as "order", phone from ordering.delivery_address
  where order_id = any($1::uuid[])`;
export const ordersOfParcels = `select p.id as parcel, o.id as "order", o.code
  from ordering.parcel p join ordering."order" o on o.id = p.order_id where p.id = any($1::uuid[])`;
/** $1 parcels. */
export const holdsOfParcels = `select parcel_id as parcel, held_at as "heldAt", released_at as "releasedAt"
  from ordering.parcel_hold where parcel_id = any($1::uuid[]) order by held_at`;
/** $1 communes. */
export const watchedParcels = `select * from (${parcels} where p.state = 'shipped'
    and (p.commune = any($1::text[]) or o.to_commune = any($1::text[]))) seen
  order by "holdReason" is null, "shippedAt" desc, id limit 200`;

/** $1 producers, $2 skip; 20 of those still to be done, the latest first. */
export const parcelsToDo = `${parcels} where p.producer = any($1::uuid[]) and p.ended_at is null
  and o.finalised_at is not null order by p.placed_at desc, p.id offset $2 limit 20`;
/** $1 producers, $2 skip; 20 of all, those to be done first. */
export const parcelsOfProducers = `${parcels} where p.producer = any($1::uuid[])
  and o.finalised_at is not null order by (p.ended_at is null) desc, p.placed_at desc, p.id offset $2 limit 20`;
/** $1 producers, $2 whether all. */
export const parcelCount = `select count(*)::int as total from ordering.parcel p join ordering."order" o on o.id = p.order_id
  where p.producer = any($1::uuid[]) and ($2 or p.ended_at is null) and o.finalised_at is not null`;

/** $1 producers, $2 and $3 the month. */
export const producerCounts = `select
  count(*) filter (where p.state = 'waiting')::int as waiting,
  count(*) filter (where p.ended_at is null)::int as "toDo",
  coalesce(sum(p.goods) filter (where p.placed_at >= $2 and p.placed_at < $3
    and p.state not in ('cancelled', 'returned')), 0)::bigint as sold
  from ordering.parcel p join ordering."order" o on o.id = p.order_id
  where p.producer = any($1::uuid[]) and (p.ended_at is null or p.placed_at >= $2) and o.finalised_at is not null`;

const lines = `(select json_agg(json_build_object('name', l.name, 'unit', l.unit, 'quantity', l.quantity, 'price', l.price,
    'amount', l.amount, 'packed', l.packed, 'settled', l.settled) order by l.position)
  from ordering.order_line l where l.parcel_id = p.id) as lines`;

/** $1 the phone's hash: at most 1,000 parcels, with name and address as they were given. */
export const boughtWith = `select o.code, o.placed_at as "placedAt", o.payment, o.total, a.name, a.phone, a.address,
    a.commune_name as commune, a.note, p.code as parcel, p.state, p.producer_name as producer, ${lines}
  from ordering."order" o join ordering.delivery_address a on a.order_id = o.id join ordering.parcel p on p.order_id = o.id
  where o.phone_hash = $1 order by o.placed_at desc, p.position limit 1000`;

/** $1 producers: at most 5,000 parcels, without the buyers. */
export const soldBy = `select p.code as parcel, p.producer, p.placed_at as "placedAt", p.state, p.goods, p.shipping,
    p.delivered_at as "deliveredAt", ${lines}
  from ordering.parcel p join ordering."order" o on o.id = p.order_id
  where p.producer = any($1::uuid[]) and o.finalised_at is not null order by p.placed_at desc, p.id limit 5000`;

/** $1 parcels. The cash that is due for those whose order is paid at the door. */
export const cashOfParcels = `select p.id as parcel, p.order_id as "order", o.code as "orderCode", p.code, p.province, p.producer,
    p.goods + p.shipping as due
  from ordering.parcel p join ordering."order" o on o.id = p.order_id
  where p.id = any($1::uuid[]) and o.payment = 'cod' and p.goods + p.shipping > 0`;

/** $1 orders. Every parcel of them as it was ordered or, once it is, packed: for whoever divides its money. */
export const soldParcels = `select p.id as parcel, p.order_id as "order", o.code as "orderCode", p.code, p.producer,
    p.producer_name as "producerName", p.producer_kind as "producerKind", p.province, o.payment as method, p.goods, p.shipping,
    o.placed_at as "placedAt",
    exists (select 1 from ordering.parcel_hold h where h.parcel_id = p.id and h.released_at is null)
      or exists (select 1 from ordering.claim c where c.parcel_id = p.id and c.decided_at is null) as held,
    (select json_agg(json_build_object('offer', l.offer, 'name', l.name, 'unit', l.unit,
        'quantity', coalesce(l.packed, l.quantity), 'price', l.price, 'amount', coalesce(l.settled, l.amount)) order by l.position)
      from ordering.order_line l where l.parcel_id = p.id) as lines
  from ordering.parcel p join ordering."order" o on o.id = p.order_id
  where p.order_id = any($1::uuid[]) order by p.order_id, p.position`;

/** $1 an order. Its sellers, where they are, and what is to be paid for the parcels of each. */
export const sellersOfOrder = `select producer, min(producer_name) as name, min(province) as province,
    sum(goods + shipping)::bigint as amount
  from ordering.parcel where order_id = $1 and state <> 'cancelled' group by producer order by min(position)`;

/** $1 a name, $2 a day: the limit in force. */
export const ruleAt = `select amount from ordering.rule where name = $1 and valid_from <= $2::date
  order by valid_from desc limit 1`;
