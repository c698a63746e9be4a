import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from './database.ts';
import type { Task } from './schedule.ts';

/** Makes the months of the event table before they begin. */
@Injectable()
export class OpenMonths {
  constructor(private readonly db: DataSource) {}

  async run(): Promise<void> {
    await rows(this.db, 'select platform.ensure_event_partitions(current_date, 13)');
  }
}

/** Drops rate-limit counters nobody is held by any more. */
@Injectable()
export class ForgetLimits {
  constructor(private readonly db: DataSource) {}

  async run(): Promise<void> {
    await rows(
      this.db,
      `delete from platform.rate_limit where expire < extract(epoch from now() - interval '1 hour') * 1000`,
    );
  }
}

/** The machinery's own tasks. */
export const housekeeping: readonly Task[] = [
  { name: 'open-months', every: '30 1 * * *', run: OpenMonths },
  { name: 'forget-limits', every: 600, run: ForgetLimits },
];
