import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/**
 * The parcel, or its whole order, was cancelled: its shipment never leaves. One that is created only after this was heard
 * does no harm: it becomes ready, and may leave, only when the parcel is packed, which a cancelled one never is.
 */
@Injectable()
export class CancelShipment implements Listener<'parcel.cancelled' | 'order.cancelled'> {
  async handle(events: EventOf<'parcel.cancelled' | 'order.cancelled'>[], tx: Tx): Promise<void> {
    const of = (type: string) => events.filter((event) => event.type === type).map((event) => event.subject);
    const latest = events.at(-1)?.at;
    await tx.query(cancel, [of('parcel.cancelled'), of('order.cancelled'), latest]);
  }
}

const cancel = `update logistics.shipment set state = 'cancelled', ended_at = $3
  where (parcel = any($1::uuid[]) or order_id = any($2::uuid[])) and state in ('created', 'ready')`;
