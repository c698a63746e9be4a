import type { BodyOf, bookPlaces } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Places } from '../stock/index.ts';
import { lockDate, mustBeOpen } from './lock-date.ts';
import type { LockedOffer } from './lock-offer.ts';
import { ServiceDateQueries, type ServiceDates } from './service-date.queries.ts';

/** Guests booked by telephone, or called it off: buyers see how many places are left. */
@Injectable()
export class BookPlaces {
  constructor(
    private readonly db: DataSource,
    private readonly places: Places,
    private readonly dates: ServiceDateQueries,
    private readonly clock: Clock,
  ) {}

  /** The same id again is the same call. @throws Problem catalogue.places-full, .date-not-open, .not-a-service, .not-found */
  async run(actor: Actor, id: string, date: string, booking: BodyOf<typeof bookPlaces>): Promise<ServiceDates> {
    await inTx(this.db, async (tx) => {
      const day = await lockDate(tx, actor, id, date);
      mustBeOpen(day, this.clock.now());
      if (await this.places.book(tx, date, booking)) await told(tx, actor, day.offer);
    });
    return this.dates.of(actor, id);
  }

  /** A second time changes nothing. @throws Problem catalogue.date-not-open, .not-a-service, .not-found */
  async undo(actor: Actor, id: string, date: string, booking: string): Promise<ServiceDates> {
    await inTx(this.db, async (tx) => {
      const day = await lockDate(tx, actor, id, date);
      mustBeOpen(day, this.clock.now());
      if (await this.places.unbook(tx, date, booking)) await told(tx, actor, day.offer);
    });
    return this.dates.of(actor, id);
  }
}

const told = (tx: Tx, actor: Actor, { id, producer, commune, price }: LockedOffer): Promise<void> =>
  record(tx, actor, 'listing.changed', id, { producer, commune, price, changed: ['dates'] });
