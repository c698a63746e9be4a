import { addDays, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/** Makes the tables of the coming months, so that no request has to. */
@Injectable()
export class OpenReadingMonths {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const today = vietnamDay(this.clock.now());
    for (const ahead of [0, 31, 62, 93]) {
      await rows(this.db, 'select coldchain.ensure_reading_month($1::date)', [addDays(today, ahead)]);
    }
  }
}
