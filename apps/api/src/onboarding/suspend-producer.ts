import type { ApplicationView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { ApplicationQueries } from './application.queries.ts';
import { stepStanding } from './application.rules.ts';
import { decidedApplication } from './decided-application.ts';

/** Takes what a producer sells out of sight, with the reason. Twice is once. */
@Injectable()
export class SuspendProducer {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly applications: ApplicationQueries,
  ) {}

  async run(actor: Actor, id: string, reason: string): Promise<ApplicationView> {
    await inTx(this.db, async (tx) => {
      const application = await decidedApplication(tx, actor, { id, identity: this.identity });
      if (application.producerState === 'suspended') return;
      stepStanding(application.producerState, 'suspended');
      await tx.query(`update onboarding.application set producer_state = 'suspended' where id = $1`, [id]);
      const { commune, applicant } = application;
      await record(tx, actor, 'producer.suspended', id, { commune, applicant, reason });
    });
    return this.applications.officersOne(actor, id, 'producer.suspend');
  }
}
