import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** The parcel is packed: its shipment may leave. Heard before the shipment exists, it is heard again a little later. */
@Injectable()
export class ReadyShipment implements Listener<'parcel.packed'> {
  async handle(events: EventOf<'parcel.packed'>[], tx: Tx): Promise<void> {
    const parcels = events.map((event) => event.subject);
    const times = events.map((event) => event.at);
    const cash = events.map((event) => event.data.cashToCollect ?? null);
    await tx.query(ready, [parcels, times, cash]);
    const past = await rows(tx, beyondCreated, [parcels]);
    if (past.length < new Set(parcels).size) throw new Error('packed before its shipment was created');
  }
}

/** Less may be in it than was ordered, and then less is collected for it. */
const ready = `update logistics.shipment set state = 'ready', ready_at = packed.at,
    cash_to_collect = coalesce(packed.cash, cash_to_collect)
  from unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) as packed (parcel, at, cash)
  where shipment.parcel = packed.parcel and shipment.state = 'created'`;

/** Not merely there: one that was created between the two statements has not become ready, and is tried again. */
const beyondCreated = `select 1 from logistics.shipment where parcel = any($1::uuid[]) and state <> 'created'`;
