import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/** Drops the numbers of requests whose timestamp would be refused by now. */
@Injectable()
export class ForgetNonces {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    // A minute more than a request can live, for the clocks of several processes.
    await rows(this.db, `delete from coldchain.nonce where until < $1::timestamptz - interval '1 minute'`, [
      this.clock.now(),
    ]);
  }
}
