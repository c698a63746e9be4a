import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';

const actor = system('catalogue');

/** A day that has begun can no longer be come to: it is not shown, and its places count no more. Missed runs are caught up with. */
@Injectable()
export class EndServiceDates {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await inTx(this.db, async (tx) => {
      const ended = await rows<{ id: string; producer: string; commune: string; price: number }>(tx, begun, [
        this.clock.now(),
      ]);
      for (const { id, ...rest } of ended)
        await record(tx, actor, 'listing.changed', id, { ...rest, changed: ['dates'] });
    });
  }
}

const begun = `with past as (
    update catalogue.service_date set state = 'past' where state = 'open' and starts_at <= $1 returning offer
  )
  select id, producer, commune, price from catalogue.offer where id in (select offer from past) order by id`;
