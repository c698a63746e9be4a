import {
  type OrderView,
  type ProducerParcel,
  Problem,
  type listParcels,
  type QueryOf,
  producersOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { equalConstantTime } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import * as sql from './order.sql.ts';
import { orderView, producerParcel } from './order.views.ts';
import { weighingTolerance } from './rule-at.ts';

/** What a buyer shows to see an order: its key, or the phone it was ordered with. */
export type Proof = { key: string } | { phone: string };

export type TrackedOrder = Omit<OrderView, 'key' | 'deliverTo'> & Partial<Pick<OrderView, 'key' | 'deliverTo'>>;

const pageSize = 20;

@Injectable()
export class OrderQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All of an order, by its id. */
  async byId(id: string): Promise<OrderView> {
    return orderView(some(await rows<sql.ParcelRow>(this.db, sql.parcelsOfOrder, [id])));
  }

  /** An order for whoever has its key; by its phone without name, address and key. Every other answer is one: not found. */
  async track(code: string, proof: Proof): Promise<TrackedOrder> {
    const found = some(await rows<sql.ParcelRow>(this.db, sql.parcelsOfCode, [code]));
    const { key, deliverTo, ...order } = orderView(found);
    if ('key' in proof) {
      if (!equalConstantTime(proof.key, key)) throw notFound();
      return { ...order, key, deliverTo };
    }
    if (!equalConstantTime(proof.phone, deliverTo.phone)) throw notFound();
    return order;
  }

  /** One of the actor's own parcels; that she saw who bought it is noted. */
  getParcel(actor: Actor, id: string): Promise<ProducerParcel> {
    return inTx(this.db, async (tx) => {
      const [row] = await rows<sql.ParcelRow>(tx, sql.parcelOfProducer, [id, producersOf(actor, 'parcel.handle')]);
      if (!row) throw notFound();
      if (!row.endedAt) await looked(tx, actor, row.orderId, 'delivery');
      return producerParcel(row, await weighingTolerance(tx, this.clock.now()));
    });
  }

  async listParcels(actor: Actor, { show, page }: QueryOf<typeof listParcels>): Promise<ParcelPage> {
    const mine = producersOf(actor, 'parcel.handle');
    const list = show === 'todo' ? sql.parcelsToDo : sql.parcelsOfProducers;
    const [{ total } = { total: 0 }] = await rows<{ total: number }>(this.db, sql.parcelCount, [mine, show === 'all']);
    const found = await inTx(this.db, async (tx) => {
      const found = await rows<sql.ParcelRow>(tx, list, [mine, (page - 1) * pageSize]);
      const seen = found.filter(({ endedAt }) => !endedAt).map(({ orderId }) => orderId);
      if (seen.length > 0) await looked(tx, actor, seen, 'delivery');
      return found;
    });
    const toleranceBp = await weighingTolerance(this.db, this.clock.now());
    return {
      items: found.map((row) => producerParcel(row, toleranceBp)),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
    };
  }
}

export interface ParcelPage {
  items: ProducerParcel[];
  total: number;
  page: number;
  pages: number;
}

export const notFound = (): Problem => new Problem('ordering.not-found');

/** The rows of an order, of which there is at least one; none is an order nobody knows. */
const some = <R>(found: R[]): [R, ...R[]] => {
  if (found.length === 0) throw notFound();
  return found as [R, ...R[]];
};

/** An order's parcels, read in a transaction that has locked what it will change. */
export const parcelsOf = async (tx: Tx, order: string): Promise<[sql.ParcelRow, ...sql.ParcelRow[]]> =>
  some(await rows<sql.ParcelRow>(tx, sql.parcelsOfOrder, [order]));
