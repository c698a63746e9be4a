import { Injectable } from '@nestjs/common';
import { Ordering } from '../ordering/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { claimDecided, noteWritten, orderReceived, parcelRefused, parcelSent, parcelShort } from './message.rules.ts';
import { type Draft, writeMessages } from './write-messages.ts';

type Heard =
  | 'order.placed'
  | 'parcel.cancelled'
  | 'parcel.packed-short'
  | 'claim.decided'
  | 'note.written'
  | 'shipment.dispatched';

/**
 * Tells the buyer, who has no page of messages here, by phone: that the order stands, that a part of it can't come or is
 * less than she ordered, that a parcel is on its way. What she does herself, or holds in her hands, she is not told.
 */
@Injectable()
export class TellBuyer implements Listener<Heard> {
  constructor(
    private readonly ordering: Ordering,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const parcels = events.flatMap((event) => parcelOf(event) ?? []);
    const orders = parcels.length > 0 ? await this.ordering.ordersOf(parcels) : new Map<string, never>();
    const drafts = events.flatMap((event): Draft[] => {
      if (event.type === 'order.placed') return [{ ...orderReceived(event.data), event, to: { order: event.subject } }];
      if (event.type === 'parcel.packed-short') {
        return [{ ...parcelShort(event.data), event, to: { order: event.data.order } }];
      }
      if (event.type === 'note.written') {
        if (event.data.from === 'buyer') return [];
        const words = noteWritten(event.data, `/don-hang/${event.data.orderCode}`);
        return [{ ...words, event, to: { order: event.data.order } }];
      }
      if (event.type === 'claim.decided') {
        const words = claimDecided(event.data, `/don-hang/${event.data.orderCode}`);
        return [{ ...words, event, to: { order: event.data.order } }];
      }
      const found = orders.get(parcelOf(event) ?? '');
      if (!found) return [];
      const words =
        event.type === 'parcel.cancelled'
          ? parcelRefused(found.code, event.data)
          : parcelSent(found.code, event.data.code);
      return [{ ...words, event, to: { order: found.order } }];
    });
    await writeMessages(tx, drafts, this.clock.now());
  }
}

const parcelOf = (event: EventOf<Heard>): string | undefined => {
  if (event.type === 'parcel.cancelled') return event.subject;
  return event.type === 'shipment.dispatched' ? event.data.parcel : undefined;
};
