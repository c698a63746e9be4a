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

/** Lets a suspended producer sell again. Twice is once; one never approved cannot be. */
@Injectable()
export class ReinstateProducer {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly applications: ApplicationQueries,
  ) {}

  async run(actor: Actor, id: string): Promise<ApplicationView> {
    await inTx(this.db, async (tx) => {
      const application = await decidedApplication(tx, actor, { id, identity: this.identity });
      if (application.producerState === 'approved') return;
      stepStanding(application.producerState, 'approved');
      await tx.query(`update onboarding.application set producer_state = 'approved' where id = $1`, [id]);
      const { commune, applicant } = application;
      await record(tx, actor, 'producer.reinstated', id, { commune, applicant });
    });
    return this.applications.officersOne(actor, id, 'producer.reinstate');
  }
}
