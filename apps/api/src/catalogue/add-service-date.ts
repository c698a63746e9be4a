import { type addServiceDate, type BodyOf, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Stock } from '../stock/index.ts';
import { openDates } from './listing-facts.ts';
import { lockService } from './lock-date.ts';
import { noteStep } from './note-step.ts';
import { ServiceDateQueries, type ServiceDates } from './service-date.queries.ts';

/** As many as a listing may begin with. */
const mostOpen = 60;

/** One more day of a service, with its places. The same id again is the same day. */
@Injectable()
export class AddServiceDate {
  constructor(
    private readonly db: DataSource,
    private readonly stock: Stock,
    private readonly dates: ServiceDateQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem catalogue.date-past, .date-taken, .too-many-dates, .not-a-service, .not-found */
  async run(actor: Actor, id: string, date: BodyOf<typeof addServiceDate>): Promise<ServiceDates> {
    await inTx(this.db, async (tx) => {
      const { producer, commune, price } = await lockService(tx, actor, id);
      const days = await rows<{ id: string; state: string }>(
        tx,
        'select id, state from catalogue.service_date where offer = $1',
        [id],
      );
      if (days.some((day) => day.id === date.id)) return;
      const now = this.clock.now();
      const { startsAt } = date;
      if (new Date(startsAt) <= now) throw new Problem('catalogue.date-past', { startsAt });
      if (days.filter(({ state }) => state === 'open').length >= mostOpen) {
        throw new Problem('catalogue.too-many-dates', { most: mostOpen });
      }
      const changes = [{ field: 'dates', from: null, to: startsAt }];
      await noteStep(tx, actor, { offer: id, producer, what: 'edited', at: now, changes });
      await record(tx, actor, 'listing.changed', id, { producer, commune, price, changed: ['dates'] });
      await openDates(tx, this.stock, { id, producer, dates: [date] });
    });
    return this.dates.of(actor, id);
  }
}
