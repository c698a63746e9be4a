import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';
import { Stock } from '../stock/index.ts';
import { linesOf } from './cancel-order.ts';
import { delivered, parcelFacts } from './order.facts.ts';
import { before, refundOf } from './order.rules.ts';
import { type ParcelRow, parcelsById } from './order.sql.ts';

const actor = system('ordering');

/** What logistics says of parcels becomes their state, once each: whatever was heard before, late or twice is left alone. */

@Injectable()
export class MarkShipped implements Listener<'shipment.dispatched'> {
  async handle(events: EventOf<'shipment.dispatched'>[], tx: Tx): Promise<void> {
    const parcels = events.map((event) => event.data.parcel);
    const times = events.map((event) => event.at);
    await tx.query(shipped, [parcels, times, before('shipped')]);
  }
}

@Injectable()
export class MarkDelivered implements Listener<'shipment.delivered'> {
  async handle(events: EventOf<'shipment.delivered'>[], tx: Tx): Promise<void> {
    const parcels = events.map((event) => event.data.parcel);
    const times = events.map((event) => event.at);
    const changed = await rows<{ id: string }>(tx, arrived, [parcels, times, before('delivered')]);
    for (const row of await parcelsIn(tx, changed)) {
      await record(tx, actor, 'parcel.delivered', row.id, delivered(row));
    }
  }
}

/** What could not be handed over comes back on sale, unless it got too warm: that nobody should buy again. */
@Injectable()
export class MarkReturned implements Listener<'shipment.failed'> {
  constructor(private readonly stock: Stock) {}

  async handle(events: EventOf<'shipment.failed'>[], tx: Tx): Promise<void> {
    const parcels = events.map((event) => event.data.parcel);
    const times = events.map((event) => event.at);
    const reasons = events.map((event) => event.data.reason);
    const changed = await rows<{ id: string; reason: string }>(tx, cameBack, [
      parcels,
      times,
      before('returned'),
      reasons,
    ]);
    const why = new Map(changed.map(({ id, reason }) => [id, reason]));
    const back = await parcelsIn(tx, changed);
    for (const row of back) {
      await record(tx, actor, 'parcel.returned', row.id, {
        ...parcelFacts(row),
        reason: why.get(row.id) ?? '',
        refund: refundOf({ paid: row.paidAt !== null }, { goods: row.parcelGoods, shipping: row.parcelShipping }),
      });
    }
    const good = back.filter((row) => row.holdReason === null).map((row) => row.id);
    if (good.length > 0) await this.stock.takeBack(tx, await linesOf(tx, good));
  }
}

const parcelsIn = async (tx: Tx, changed: readonly { id: string }[]): Promise<ParcelRow[]> =>
  changed.length === 0 ? [] : rows<ParcelRow>(tx, parcelsById, [changed.map(({ id }) => id)]);

/** Handed over before this was heard: only the time is still missing. */
const shipped = `update ordering.parcel p set shipped_at = said.at,
    state = case when p.state = any($3::text[]) then 'shipped' else p.state end
  from unnest($1::uuid[], $2::timestamptz[]) as said (parcel, at)
  where p.id = said.parcel and p.shipped_at is null and p.packed_at is not null`;

const arrived = `update ordering.parcel p set state = 'delivered', delivered_at = said.at, ended_at = said.at
  from unnest($1::uuid[], $2::timestamptz[]) as said (parcel, at)
  where p.id = said.parcel and p.state = any($3::text[]) returning p.id`;

const cameBack = `update ordering.parcel p set state = 'returned', ended_at = said.at, reason = said.reason
  from unnest($1::uuid[], $2::timestamptz[], $4::text[]) as said (parcel, at, reason)
  where p.id = said.parcel and p.state = any($3::text[]) returning p.id, p.reason`;
