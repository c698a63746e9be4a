import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { keepStep, type Traced } from './trace.ts';

type Heard = 'shipment.dispatched' | 'parcel.delivered' | 'parcel.held' | 'parcel.released' | 'parcel.returned';

/** Keeps each step of a parcel's journey, for whoever scans its code. */
@Injectable()
export class TraceParcel implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    for (const event of events) await keepStep(tx, { event: event.id, at: event.at, ...stepOf(event) });
  }
}

/** Where it was handed over is the buyer's affair, and where it was held nobody said: only the producer's place is told. */
const stepOf = (event: EventOf<Heard>): Omit<Traced, 'event' | 'at'> => {
  const { type, subject, data } = event;
  switch (type) {
    case 'shipment.dispatched':
      return { parcel: data.parcel, code: data.code, step: 'dispatched', commune: data.commune };
    case 'parcel.delivered':
      return { parcel: subject, code: data.code, step: 'delivered', commune: null };
    case 'parcel.held':
      return { parcel: subject, code: data.code, step: 'held', commune: null, data: { excursion: data.excursion } };
    case 'parcel.released':
      return { parcel: subject, code: data.code, step: 'released', commune: null };
    case 'parcel.returned':
      return { parcel: subject, code: data.code, step: 'returned', commune: data.commune };
  }
};
