import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Identity } from '../identity/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { listingApproved, listingReturned } from './listing.rules.ts';
import {
  claimDecided,
  claimOpened,
  newOrder,
  noteWritten,
  orderCancelled,
  parcelHeld,
  parcelLapsed,
  parcelReleased,
  parcelUnanswered,
  stockLow,
  type Words,
} from './message.rules.ts';
import { type Draft, writeMessages } from './write-messages.ts';

type Heard =
  | 'order.placed'
  | 'order.cancelled'
  | 'stock.low'
  | 'parcel.unanswered'
  | 'parcel.cancelled'
  | 'claim.opened'
  | 'claim.decided'
  | 'note.written'
  | 'parcel.held'
  | 'parcel.released'
  | 'listing.approved'
  | 'listing.returned';
type Placed = EventOf<'order.placed'>;

/** What the people of one producer are told of one event. */
interface Told {
  event: EventOf<Heard>;
  producer: string;
  words: Words;
}

/** Tells whoever sells for a producer of what she must do, or should know. */
@Injectable()
export class TellProducer implements Listener<Heard> {
  constructor(
    private readonly identity: Identity,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const placed = events.filter((event) => event.type === 'order.placed');
    const low = events.filter((event) => event.type === 'stock.low');
    const told = [...events.flatMap(toldOf), ...(await this.runningLow(low))];
    const producers = new Set([
      ...told.map(({ producer }) => producer),
      ...placed.flatMap(({ data }) => data.parcels.map(({ producer }) => producer)),
    ]);
    if (producers.size === 0) return;
    const owners = await this.identity.ownersOfAll([...producers]);
    const people = (producer: string): string[] => (owners.get(producer) ?? []).map(({ person }) => person);
    const drafts = told.flatMap(({ event, producer, words }) =>
      people(producer).map((person): Draft => ({ ...words, event, to: { person } })),
    );
    await writeMessages(tx, [...drafts, ...placed.flatMap((event) => ordered(event, people))], this.clock.now());
  }

  /** Whoever withdrew the listing meanwhile needs no warning. */
  private async runningLow(events: EventOf<'stock.low'>[]): Promise<Told[]> {
    if (events.length === 0) return [];
    const cards = await this.catalogue.cards([...new Set(events.map(({ subject }) => subject))]);
    const listings = new Map(cards.map((card) => [card.id, card]));
    return events.flatMap((event) => {
      const listing = listings.get(event.subject);
      if (!listing) return [];
      return [{ event, producer: listing.producer.id, words: stockLow(listing, event.data.available) }];
    });
  }
}

const toldOf = (event: EventOf<Heard>): Told[] => {
  switch (event.type) {
    case 'order.cancelled': // who could not deliver it knows
      if (event.data.reason !== 'buyer') return [];
      return event.data.producers.map((producer) => ({ event, producer, words: orderCancelled(event.data.code) }));
    case 'note.written':
      if (event.data.from === 'producer') return [];
      return [
        {
          event,
          producer: event.data.producer,
          words: noteWritten(event.data, `/ban-hang/don-hang/${event.subject}`),
        },
      ];
    case 'claim.opened':
      return [{ event, producer: event.data.producer, words: claimOpened(event.subject, event.data) }];
    case 'claim.decided': // what she gave back herself she knows
      if (event.data.by === 'producer') return [];
      return [
        {
          event,
          producer: event.data.producer,
          words: claimDecided(event.data, `/ban-hang/don-hang/${event.subject}`),
        },
      ];
    case 'parcel.unanswered':
      return [{ event, producer: event.data.producer, words: parcelUnanswered(event.subject, event.data) }];
    case 'parcel.cancelled': // who refused it knows
      if (!event.data.late) return [];
      return [{ event, producer: event.data.producer, words: parcelLapsed(event.subject, event.data) }];
    case 'parcel.held':
      return [{ event, producer: event.data.producer, words: parcelHeld(event.subject, event.data) }];
    case 'parcel.released':
      return [{ event, producer: event.data.producer, words: parcelReleased(event.subject, event.data) }];
    case 'listing.approved':
      return [{ event, producer: event.data.producer, words: listingApproved(event.subject, event.data) }];
    case 'listing.returned':
      return [{ event, producer: event.data.producer, words: listingReturned(event.subject, event.data) }];
    case 'order.placed':
    case 'stock.low':
      return []; // told below, many at once
  }
};

/** One message for each person, whatever the number of parcels she has to pack. */
const ordered = (event: Placed, people: (producer: string) => string[]): Draft[] => {
  const mine = new Map<string, Placed['data']['parcels']>();
  for (const parcel of event.data.parcels) {
    for (const person of people(parcel.producer)) mine.set(person, [...(mine.get(person) ?? []), parcel]);
  }
  return [...mine].map(([person, parcels]) => ({ ...newOrder(event.data, parcels), event, to: { person } }));
};
