import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** A hold stops the hand-over, a release allows it again: what was stated last counts, whichever is heard first. */
@Injectable()
export class HoldShipment implements Listener<'parcel.held'> {
  async handle(events: EventOf<'parcel.held'>[], tx: Tx): Promise<void> {
    await setHeld(tx, events, true);
  }
}

@Injectable()
export class ReleaseShipment implements Listener<'parcel.released'> {
  async handle(events: EventOf<'parcel.released'>[], tx: Tx): Promise<void> {
    await setHeld(tx, events, false);
  }
}

const setHeld = async (tx: Tx, events: EventOf<'parcel.held' | 'parcel.released'>[], held: boolean): Promise<void> => {
  const latest = new Map(events.map((event) => [event.subject, event.at])); // they come in the order they were stated
  await tx.query(change, [[...latest.keys()], [...latest.values()], held]);
};

/** A release answers a hold, so of two said in the same instant it was the later. */
const change = `update logistics.shipment set held = $3, held_changed_at = said.at
  from unnest($1::uuid[], $2::timestamptz[]) as said (parcel, at)
  where shipment.parcel = said.parcel and (shipment.held_changed_at is null or shipment.held_changed_at < said.at
    or (shipment.held_changed_at = said.at and not $3))`;
