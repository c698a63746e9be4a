import { type ParcelState, type ProducerParcel, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { notFound, OrderQueries } from './order.queries.ts';
import { step } from './order.rules.ts';
import { type ParcelRow, parcelOfProducer } from './order.sql.ts';

export interface ParcelStep {
  parcel: string;
  to: ParcelState;
  /** What changes with the step, and what is stated; in the transaction that has locked the order and its parcel. */
  change: (tx: Tx, parcel: ParcelRow) => Promise<void>;
}

/** How a producer moves one of her own parcels a step. Someone else's is not found; a second tap finds it done. */
@Injectable()
export class ChangeParcel {
  constructor(
    private readonly db: DataSource,
    private readonly orders: OrderQueries,
  ) {}

  async run(actor: Actor, { parcel, to, change }: ParcelStep): Promise<ProducerParcel> {
    await inTx(this.db, async (tx) => {
      const mine = producersOf(actor, 'parcel.handle');
      const [locked] = await rows(tx, lock, [parcel, mine]);
      if (!locked) throw notFound();
      await rows(tx, 'select 1 from ordering.parcel where id = $1 for update', [parcel]);
      const [row] = await rows<ParcelRow>(tx, parcelOfProducer, [parcel, mine]);
      if (!row) throw notFound();
      if (row.state === to) return; // the same tap, again
      step(row.state, to);
      await change(tx, row);
    });
    return this.orders.getParcel(actor, parcel);
  }
}

/** The order first, then the parcel: everyone who locks both does it so. */
const lock = `select o.id from ordering."order" o
  where o.finalised_at is not null
    and o.id = (select order_id from ordering.parcel where id = $1 and producer = any($2::uuid[]))
  for update`;
