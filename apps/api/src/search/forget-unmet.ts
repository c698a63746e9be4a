import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { leastShown, weekOf } from './unmet.rules.ts';

/** What few asked is forgotten once its week is over; the rest after two years. */
@Injectable()
export class ForgetUnmet {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await rows(
      this.db,
      `delete from search.unmet where week < $1::date - 730 or (week < $1::date and (folded, week) in (
         select folded, week from search.unmet where week < $1::date group by folded, week having sum(times) < $2))`,
      [weekOf(vietnamDay(this.clock.now())), leastShown],
    );
  }
}
