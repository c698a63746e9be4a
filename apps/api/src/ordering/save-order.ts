import { randomBytes, randomUUID } from 'node:crypto';
import type { PlaceOrder } from '@chophien/contracts';
import { codeFromBytes } from '@chophien/kernel';
import { rows, type Tx } from '../platform/database.ts';
import { mostOpen, type ParcelDraft, type SoldLine, type Total, waits } from './order.rules.ts';
import type { ParcelRow } from './order.sql.ts';

/** A parcel with its price of carrying: all that is needed to save it. */
export type PricedParcel = ParcelDraft<SoldLine> & { shipping: number };

export interface NewOrder {
  input: PlaceOrder;
  bodyHash: string;
  phoneHash: string;
  basketHash: string | null;
  buyerProducers: string[];
  communeName: string;
  parcels: PricedParcel[];
  total: Total;
  now: Date;
}

/** The market's own name among the channels. */
const channel = 'cho-phien';

/**
 * Writes an order with its address, parcels and lines, and takes the lines out of the basket, in one statement. Nothing is
 * written, and nothing answered, when the id or the code is taken or the phone has too many orders under way.
 */
export async function saveOrder(tx: Tx, order: NewOrder): Promise<[ParcelRow, ...ParcelRow[]] | undefined> {
  const { input, total, now } = order;
  const { payBy, holdUntil } = input.payment !== 'cod' ? waits(now) : { payBy: null, holdUntil: null };
  const finalisedAt = input.payment === 'cod' ? now : null;
  const code = codeFromBytes(randomBytes(8), 8);
  const parcels = order.parcels.map((parcel, position) => ({
    ...parcel,
    id: randomUUID(),
    code: codeFromBytes(randomBytes(10), 10),
    position,
  }));
  const saved = await rows(tx, insert, [
    input.id,
    code,
    order.bodyHash,
    order.phoneHash,
    order.buyerProducers,
    input.payment,
    channel,
    input.deliverTo.commune,
    total.goods,
    total.shipping,
    total.total,
    now,
    payBy,
    holdUntil,
    finalisedAt,
    mostOpen,
    input.deliverTo.name,
    input.deliverTo.phone,
    order.communeName,
    input.deliverTo.address,
    input.deliverTo.note || null,
    JSON.stringify(parcels.map(parcelColumns)),
    JSON.stringify(
      parcels.flatMap(({ id, lines }) => lines.map((line, position) => ({ ...line, parcel: id, position }))),
    ),
    order.basketHash,
  ]);
  if (saved.length === 0) return undefined;
  return parcels.map((parcel) => rowOf(order, { code, payBy, finalisedAt }, parcel)) as [ParcelRow, ...ParcelRow[]];
}

type SavedParcel = PricedParcel & { id: string; code: string; position: number };

const parcelColumns = ({ id, code, position, storage, goods, shipping, producer }: SavedParcel) => ({
  id,
  code,
  position,
  storage,
  goods,
  shipping,
  producer: producer.id,
  name: producer.name,
  kind: producer.kind,
  commune: producer.commune,
  province: producer.province,
  area: producer.subArea,
});

/** What a query would answer of what was just written. */
const rowOf = (
  { input, total, now, communeName, buyerProducers }: NewOrder,
  { code, payBy, finalisedAt }: { code: string; payBy: Date | null; finalisedAt: Date | null },
  { producer, ...parcel }: SavedParcel,
): ParcelRow => ({
  orderId: input.id,
  orderCode: code,
  payment: input.payment,
  channel,
  toCommune: input.deliverTo.commune,
  ...total,
  placedAt: now,
  payBy,
  finalisedAt,
  paidAt: null,
  cancelledAt: null,
  buyerProducers,
  buyerName: input.deliverTo.name,
  buyerPhone: input.deliverTo.phone,
  buyerCommune: input.deliverTo.commune,
  buyerCommuneName: communeName,
  buyerAddress: input.deliverTo.address,
  buyerNote: input.deliverTo.note || null,
  id: parcel.id,
  code: parcel.code,
  state: 'waiting',
  producer: producer.id,
  producerName: producer.name,
  producerKind: producer.kind,
  commune: producer.commune,
  province: producer.province,
  subArea: producer.subArea,
  storage: parcel.storage,
  parcelGoods: parcel.goods,
  parcelShipping: parcel.shipping,
  claimed: 0,
  answerBy: null,
  harvestedOn: null,
  confirmedAt: null,
  packedAt: null,
  shippedAt: null,
  deliveredAt: null,
  endedAt: null,
  holdReason: null,
  lines: parcel.lines.map(({ offer, name, slug, commodity, unit, quantity, price, amount }) => ({
    offer,
    name,
    slug,
    commodity,
    unit,
    quantity,
    price,
    amount,
    packed: null,
    settled: null,
    shortReason: null,
  })),
});

/** $1 a phone's hash. How many of its orders are under way. */
export const openOrders = `select count(*)::int as count from ordering."order" o
  where o.phone_hash = $1 and o.cancelled_at is null
    and exists (select 1 from ordering.parcel p where p.order_id = o.id and p.ended_at is null)`;

const insert = `with stands as (
  insert into ordering."order" (id, code, body_hash, phone_hash, buyer_producers, payment, channel, to_commune, goods,
    shipping, total, placed_at, pay_by, hold_until, finalised_at)
  select $1::uuid, $2, $3, $4::text, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz, $13, $14, $15
  where (${openOrders.replace('$1', '$4')}) < $16
  on conflict do nothing
  returning id
), addressed as (
  insert into ordering.delivery_address (order_id, name, phone, commune, commune_name, address, note)
  select id, $17, $18, $8, $19, $20, $21 from stands
), parcelled as (
  insert into ordering.parcel (id, order_id, code, position, state, producer, producer_name, producer_kind, commune,
    province, sub_area, storage, goods, shipping, placed_at)
  select p.id, stands.id, p.code, p.position, 'waiting', p.producer, p.name, p.kind, p.commune, p.province, p.area,
    p.storage, p.goods, p.shipping, $12
  from stands, jsonb_to_recordset($22::jsonb) as p (id uuid, code text, position smallint, producer uuid, name text,
    kind text, commune text, province text, area text, storage text, goods bigint, shipping bigint)
), lined as (
  insert into ordering.order_line (order_id, offer, parcel_id, position, name, slug, commodity, unit, quantity, price, amount)
  select stands.id, l.offer, l.parcel, l.position, l.name, l.slug, l.commodity, l.unit, l.quantity, l.price, l.amount
  from stands, jsonb_to_recordset($23::jsonb) as l (offer uuid, parcel uuid, position smallint, name text, slug text,
    commodity text, unit text, quantity bigint, price bigint, amount bigint)
), emptied as (
  delete from ordering.basket_line b using stands, jsonb_to_recordset($23::jsonb) as l (offer uuid)
  where b.basket = $24 and b.offer = l.offer
)
select id from stands`;
