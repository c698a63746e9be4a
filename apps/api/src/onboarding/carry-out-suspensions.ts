import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { SuspendProducer } from './suspend-producer.ts';

const actor = system('suspensions');

/** The clock: announced suspensions whose day has come are carried out. */
@Injectable()
export class CarryOutSuspensions {
  constructor(
    private readonly db: DataSource,
    private readonly suspend: SuspendProducer,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const due = await rows<{ producer: string }>(
      this.db,
      `select producer from onboarding.suspension
       where ended_at is null and carried_out_at is null and starts_at <= $1 order by starts_at limit 500`,
      [this.clock.now()],
    );
    for (const { producer } of due) await inTx(this.db, (tx) => this.suspend.carryOut(tx, actor, producer));
  }
}
