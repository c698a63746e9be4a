import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

const keptHours = 24;
/** A season and a half: whoever did not come back to a form by then begins anew. */
const untouchedDays = 180;

/** Forgets drafts a day after they were thrown away, and those that nobody touched for half a year. */
@Injectable()
export class ForgetDrafts {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    await inTx(this.db, (tx) =>
      rows(
        tx,
        `delete from catalogue.draft
         where (ended = 'deleted' and ended_at < $1) or (ended is null and changed_at < $2)`,
        [new Date(now - keptHours * 3_600_000), new Date(now - untouchedDays * 86_400_000)],
      ),
    );
  }
}
