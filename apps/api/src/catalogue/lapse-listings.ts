import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { holdSight, settleSight } from './sight.ts';

type Heard = 'requirement.lapsed' | 'requirement.restored';

/**
 * Hears that what a requirement asked for holds no more, or holds again: listings it covers leave sight, and come back by
 * themselves when the last requirement that covers them holds. Whether the producer is suspended, and whether the household
 * took a listing off sale itself, are other matters and stay as they are.
 */
@Injectable()
export class LapseListings implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    for (const { id, type, at, data } of events) {
      const { producer, requirement, groups } = data;
      await holdSight(tx, producer, 'alone');
      const state = type === 'requirement.lapsed' ? 'lapsed' : 'restored';
      await tx.query(latest, [producer, requirement, [...new Set(groups ?? ['*'])], state, at, id]);
      await settleSight(tx, producer);
    }
  }
}

const latest = `insert into catalogue.lapse (producer, requirement, category, state, at, event)
  select $1, $2, category, $4, $5, $6 from unnest($3::text[]) as category
  on conflict (producer, requirement, category)
  do update set state = excluded.state, at = excluded.at, event = excluded.event
  where (lapse.at, lapse.event) < (excluded.at, excluded.event)`;
