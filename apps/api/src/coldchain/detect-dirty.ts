import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Judge } from './judge.ts';

/** Judged in one go at most; the rest waits for the next. */
const most = 200;

/** Judges the parcels whose readings changed. Any number may run at once; each parcel is judged by one at a time. */
@Injectable()
export class DetectDirty {
  constructor(
    private readonly db: DataSource,
    private readonly judge: Judge,
  ) {}

  async run(): Promise<void> {
    const dirty = await rows<{ assignment: string }>(
      this.db,
      'select assignment from coldchain.dirty group by assignment order by min(id) limit $1',
      [most],
    );
    const faults: unknown[] = [];
    for (const { assignment } of dirty) {
      // One that cannot be judged must not keep the others waiting; it stays dirty, and the task fails aloud.
      await this.judge.run(assignment).catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} parcels could not be judged`);
  }
}
