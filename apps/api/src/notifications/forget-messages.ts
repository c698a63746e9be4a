import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

const day = 86_400_000;
const batch = 5_000;

/** Lets go of what was told to buyers thirty days ago, and to people of ours a year ago, with how it went out. */
@Injectable()
export class ForgetMessages {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const [buyers, people] = [new Date(now - 30 * day), new Date(now - 365 * day)];
    while ((await rows(this.db, forget, [buyers, people, batch])).length === batch);
  }
}

/** What is still to go out is kept, however old. */
const forget = `with old as materialized (
    select id from notifications.message m
    where at < $1 and (person is null or at < $2)
      and not exists (select 1 from platform.delivery d where d.key = m.id::text and d.state in ('pending', 'unknown'))
    order by at limit $3
  ), sent as (
    delete from platform.delivery using old where platform.delivery.key = old.id::text
  )
  delete from notifications.message m using old where m.id = old.id returning m.id`;
