import {
  type ListingReviews,
  type OrderClaim,
  type OrderNote,
  Problem,
  producersOf,
  type BuyerReview,
} from '@chophien/contracts';
import { monthBounds, vietnamMonth } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { hmac } from '../platform/crypto.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { type Away, nextAway } from './away.ts';
import { ClaimQueries } from './claim.queries.ts';
import { hoursAfter } from './claim.rules.ts';
import { type LockedOrder, lockBuyersOrder, lockOrders } from './lock-order.ts';
import { notFound, OrderQueries, type Proof, type TrackedOrder } from './order.queries.ts';
import * as sql from './order.sql.ts';
import { keyOf } from './order.views.ts';
import { ReviewQueries } from './review.queries.ts';
import { claimWithin, notesWithin } from './rule-at.ts';
import { notesOf } from './write-note.ts';
import { type ParcelSeen, parcelSeen } from './parcel-seen.ts';

export interface Payable {
  order: string;
  code: string;
  /** Whole đồng. */
  amount: number;
  payBy: Date;
  /** Of its sellers. */
  provinces: string[];
  /** What of it is each seller's part, its way included. */
  sellers: { producer: string; name: string; amount: number }[];
}

/** A parcel as it was ordered or, once it is, packed. */
export interface SoldParcel {
  parcel: string;
  order: string;
  orderCode: string;
  code: string;
  producer: string;
  producerName: string;
  producerKind: string;
  province: string;
  method: 'cod' | 'vnpay' | 'vietqr';
  goods: number;
  shipping: number;
  placedAt: Date;
  /** By a cold-chain hold or an open claim, now. */
  held: boolean;
  /** Quantities in thousandths of the unit, prices of one unit. */
  lines: { offer: string; name: string; unit: string; quantity: number; price: number; amount: number }[];
}

/** Cash to be collected at a door. */
export interface CashDue {
  parcel: string;
  order: string;
  orderCode: string;
  code: string;
  province: string;
  producer: string;
  due: number;
}

/** What other contexts may ask of ordering. */
@Injectable()
export class Ordering {
  constructor(
    private readonly db: DataSource,
    private readonly orders: OrderQueries,
    private readonly claims: ClaimQueries,
    private readonly reviews: ReviewQueries,
    private readonly clock: Clock,
  ) {}

  /** The amount to charge, with the order locked; `payments.not-payable` when it is paid, cancelled or too late. */
  async payable(tx: Tx, code: string, key: string, method: 'vnpay' | 'vietqr'): Promise<Payable> {
    const order = await lockBuyersOrder(tx, code, key);
    const open = awaits(order) && order.payment === method && order.payBy && order.payBy > this.clock.now();
    if (!open || !order.payBy) throw new Problem('payments.not-payable');
    const found = await rows<Payable['sellers'][number] & { province: string }>(tx, sql.sellersOfOrder, [order.id]);
    const provinces = [...new Set(found.map(({ province }) => province))].toSorted();
    const sellers = found.map(({ producer, name, amount }) => ({ producer, name, amount }));
    return { order: order.id, code: order.code, amount: order.total, payBy: order.payBy, provinces, sellers };
  }

  /** The cash that is due for these parcels, by parcel; one whose order is paid otherwise is not there. */
  async cashOf(tx: Tx, parcels: readonly string[]): Promise<Map<string, CashDue>> {
    const found = await rows<CashDue>(tx, sql.cashOfParcels, [parcels]);
    return new Map(found.map((due) => [due.parcel, due]));
  }

  /** Every parcel of these orders, as it was ordered or packed. */
  sold(tx: Tx, orders: readonly string[]): Promise<SoldParcel[]> {
    return rows<SoldParcel>(tx, sql.soldParcels, [orders]);
  }

  /** Whether an order still waits for its money; it stays as it is until the transaction ends. */
  async awaitsPayment(tx: Tx, order: string): Promise<boolean> {
    const [found] = await lockOrders(tx, [order]);
    return found !== undefined && awaits(found);
  }

  /** Opens an order's page. For whoever has shown to be the buyer. */
  keyOf(order: string): string {
    return keyOf(order);
  }

  /** How to reach the buyers of orders, `+84…`, by order: to tell them of it, and for nothing else. */
  async buyerPhone(orders: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ order: string; phone: string }>(this.db, sql.phonesOfOrders, [orders]);
    return new Map(found.map(({ order, phone }) => [order, phone]));
  }

  /** The order, and its code, that each of these parcels belongs to. */
  async ordersOf(parcels: readonly string[]): Promise<Map<string, { order: string; code: string }>> {
    const found = await rows<{ parcel: string; order: string; code: string }>(this.db, sql.ordersOfParcels, [parcels]);
    return new Map(found.map(({ parcel, ...order }) => [parcel, order]));
  }

  /** An order as its buyer may see it: whole with its key, without name and address by its phone. */
  page(code: string, proof: Proof): Promise<TrackedOrder> {
    return this.orders.track(code, proof);
  }

  /** Claims of an order, for whoever holds its key, and its parcels about which one can be made now. */
  async claimsOf(order: Pick<TrackedOrder, 'id' | 'parcels'>): Promise<{ claims: OrderClaim[]; claimable: string[] }> {
    const claims = await this.claims.ofOrder(order.id);
    const now = this.clock.now();
    const within = await claimWithin(this.db, now);
    const claimable = order.parcels.filter(
      ({ id, deliveredAt }) =>
        deliveredAt !== null &&
        now <= hoursAfter(new Date(deliveredAt), within) &&
        !claims.some((claim) => claim.parcel === id && (claim.state !== 'decided' || claim.most === claim.amount)),
    );
    return { claims, claimable: claimable.map(({ id }) => id) };
  }

  /** What was written about an order's parcels, and about which more can be; for whoever holds its key. */
  async notesOf(order: Pick<TrackedOrder, 'state' | 'parcels'>): Promise<{ notes: OrderNote[]; writable: string[] }> {
    const ids = order.parcels.map(({ id }) => id);
    const now = this.clock.now();
    const since = hoursAfter(now, -(await notesWithin(this.db, now)));
    const ended = await rows<{ id: string }>(
      this.db,
      'select id from ordering.parcel where id = any($1::uuid[]) and ended_at < $2',
      [ids, since],
    );
    const closed = new Set(ended.map(({ id }) => id));
    const writable = order.state === 'awaiting-payment' ? [] : ids.filter((id) => !closed.has(id));
    return { notes: await notesOf(this.db, ids), writable };
  }

  /** What anybody reads of what buyers said of a listing. */
  reviewsOf(offer: string): Promise<ListingReviews> {
    return this.reviews.ofOffer(offer);
  }

  /** What an order's buyer said of it; for whoever holds its key. */
  reviewsIn(order: string): Promise<BuyerReview[]> {
    return this.reviews.ofOrder(order);
  }

  /** A parcel by what is printed on it, without its buyer. */
  async parcelByCode(code: string): Promise<ParcelSeen | undefined> {
    const [seen] = await this.seen(await rows<sql.ParcelRow>(this.db, sql.parcelOfCode, [code]));
    return seen;
  }

  /** Parcels under way from or to these communes, held ones first, at most 200. */
  async watchList(communes: readonly string[]): Promise<ParcelSeen[]> {
    return this.seen(await rows<sql.ParcelRow>(this.db, sql.watchedParcels, [communes]));
  }

  /** One parcel from or to these communes; another is not found. */
  async watched(code: string, communes: readonly string[]): Promise<ParcelSeen> {
    const [seen] = await this.seen(await rows<sql.ParcelRow>(this.db, sql.watchedParcel, [code, communes]));
    if (!seen) throw notFound();
    return seen;
  }

  /** What the actor's producers have to do, and what they sold this month in whole đồng. */
  async countsFor(actor: Actor): Promise<{ waiting: number; toDo: number; sold: number }> {
    const { from, to } = monthBounds(vietnamMonth(this.clock.now()));
    const [counts] = await rows<{ waiting: number; toDo: number; sold: number }>(this.db, sql.producerCounts, [
      producersOf(actor, 'parcel.handle'),
      from,
      to,
    ]);
    return counts ?? { waiting: 0, toDo: 0, sold: 0 };
  }

  /** The days a producer is away now or next; null when she said of none. */
  awayNext(producer: string): Promise<Away | null> {
    return nextAway(this.db, producer, this.clock.now());
  }

  /** How many parcels of these producers have not come to their end. */
  async underWay(producers: readonly string[]): Promise<number> {
    const [counted] = await rows<{ total: number }>(
      this.db,
      'select count(*)::int as total from ordering.parcel where producer = any($1::uuid[]) and ended_at is null',
      [producers],
    );
    return counted?.total ?? 0;
  }

  /** What was bought with a phone, for whoever proved it, newest first; with the address as it was given. */
  boughtWith(phone: string): Promise<Record<string, unknown>[]> {
    return rows(this.db, sql.boughtWith, [hmac('order-phone', phone)]);
  }

  /** What these producers sold, newest first, without the buyers. */
  soldBy(producers: readonly string[]): Promise<Record<string, unknown>[]> {
    return rows(this.db, sql.soldBy, [producers]);
  }

  private async seen(parcels: sql.ParcelRow[]): Promise<ParcelSeen[]> {
    if (parcels.length === 0) return [];
    const holds = await rows<Hold & { parcel: string }>(this.db, sql.holdsOfParcels, [parcels.map(({ id }) => id)]);
    const byParcel = Map.groupBy(holds, (hold) => hold.parcel);
    return parcels.map((row) =>
      parcelSeen(
        row,
        (byParcel.get(row.id) ?? []).map(({ heldAt, releasedAt }) => ({ heldAt, releasedAt })),
      ),
    );
  }
}

type Hold = ParcelSeen['holds'][number];

const awaits = (order: LockedOrder): boolean =>
  order.payment !== 'cod' && order.finalisedAt === null && order.cancelledAt === null;
