import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Places } from '../stock/index.ts';
import { lockDate, mustBeOpen } from './lock-date.ts';
import { noteStep } from './note-step.ts';
import { ServiceDateQueries, type ServiceDates } from './service-date.queries.ts';

/** A day of a service is off. Where places are taken, why is said: the seller tells those guests. Twice is once. */
@Injectable()
export class CancelServiceDate {
  constructor(
    private readonly db: DataSource,
    private readonly places: Places,
    private readonly dates: ServiceDateQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem catalogue.date-has-guests without a reason, .date-not-open, .not-a-service, .not-found */
  async run(actor: Actor, id: string, date: string, reason: string | undefined): Promise<ServiceDates> {
    await inTx(this.db, async (tx) => {
      const day = await lockDate(tx, actor, id, date);
      if (day.state === 'cancelled') return;
      const now = this.clock.now();
      mustBeOpen(day, now);
      const taken = await this.places.taken(tx, date, day.places);
      if (taken > 0 && !reason) throw new Problem('catalogue.date-has-guests', { taken });
      await rows(tx, `update catalogue.service_date set state = 'cancelled', cancelled_because = $2 where id = $1`, [
        date,
        reason ?? null,
      ]);
      const { producer, commune, price } = day.offer;
      const startsAt = day.startsAt.toISOString();
      const changes = [{ field: 'dates', from: startsAt, to: null }];
      await noteStep(tx, actor, { offer: id, producer, what: 'edited', at: now, changes });
      await record(tx, actor, 'service-date.cancelled', id, {
        producer,
        date,
        startsAt,
        taken,
        reason: reason ?? null,
      });
      await record(tx, actor, 'listing.changed', id, { producer, commune, price, changed: ['dates'] });
    });
    return this.dates.of(actor, id);
  }
}
