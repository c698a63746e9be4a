import { Problem, producersOf, type ResultOf, type listServiceDates } from '@chophien/contracts';
import { ONE } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Places } from '../stock/index.ts';

export type ServiceDates = ResultOf<typeof listServiceDates>;

interface Row {
  id: string;
  startsAt: Date;
  places: number;
  available: number;
  state: 'open' | 'past' | 'cancelled';
  reason: string | null;
}

/** The days of a service as its seller sees them. */
@Injectable()
export class ServiceDateQueries {
  constructor(
    private readonly db: DataSource,
    private readonly places: Places,
  ) {}

  /** @throws Problem catalogue.not-found, catalogue.not-a-service */
  async of(actor: Actor, id: string): Promise<ServiceDates> {
    const [offer] = await rows<{ kind: string }>(
      this.db,
      'select kind from catalogue.offer where id = $1 and producer = any($2::uuid[])',
      [id, producersOf(actor, 'listing.publish')],
    );
    if (!offer) throw new Problem('catalogue.not-found');
    if (offer.kind !== 'service') throw new Problem('catalogue.not-a-service');
    const days = await rows<Row>(this.db, daysOf, [id]);
    const bookings = Map.groupBy(await this.places.bookings(days.map((day) => day.id)), ({ date }) => date);
    return {
      items: days.map(({ startsAt, available, ...day }) => ({
        ...day,
        startsAt: startsAt.toISOString(),
        placesLeft: Math.floor(available / ONE),
        bookings: (bookings.get(day.id) ?? []).map((one) => ({
          id: one.id,
          places: one.places,
          at: one.at.toISOString(),
        })),
      })),
    };
  }
}

const daysOf = `(select day.id, day.starts_at as "startsAt", day.places, day.state, day.cancelled_because as reason,
    coalesce(level.available, 0)::bigint as available
  from catalogue.service_date day left join stock.offer_level level on level.offer = day.id
  where day.offer = $1 and day.state = 'open' order by day.starts_at, day.id)
  union all
  (select day.id, day.starts_at, day.places, day.state, day.cancelled_because, coalesce(level.available, 0)::bigint
  from catalogue.service_date day left join stock.offer_level level on level.offer = day.id
  where day.offer = $1 and day.state <> 'open' order by day.starts_at desc, day.id limit 30)`;
