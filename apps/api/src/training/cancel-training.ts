import { Problem, type TrainingSessionDetail } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { TrainingQueries } from './training.queries.ts';

/** Calls a session off that nobody attended. Twice is once. */
@Injectable()
export class CancelTraining {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly training: TrainingQueries,
  ) {}

  async run(actor: Actor, id: string): Promise<TrainingSessionDetail> {
    await inTx(this.db, async (tx) => {
      await tx.query('select 1 from training.session where id = $1 for update', [id]);
      const { attended } = await this.training.row(tx, actor, { id, right: 'training.hold' });
      if (attended > 0) throw new Problem('training.attended');
      await rows(tx, 'update training.session set cancelled_at = coalesce(cancelled_at, $2) where id = $1', [
        id,
        this.clock.now(),
      ]);
    });
    return this.training.detail(actor, id);
  }
}
