import type { ApplicationView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnterProducer, Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { step } from './application.rules.ts';
import { decidedApplication } from './decided-application.ts';

/** Lets the applicant sell: the application is now a producer. Approving twice is approving once. */
@Injectable()
export class ApproveApplication {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly applications: ApplicationQueries,
    private readonly enter: EnterProducer,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<ApplicationView> {
    await inTx(this.db, async (tx) => {
      const application = await decidedApplication(tx, actor, { id, identity: this.identity });
      if (application.state === 'approved') return;
      step(application.state, 'approved');
      await tx.query(
        `update onboarding.application set state = 'approved', producer_state = 'approved', decided_at = $2, decided_by = $3
         where id = $1`,
        [id, this.clock.now(), actor.id],
      );
      await record(tx, actor, 'producer.approved', id, {
        producer: id,
        producerName: application.name,
        producerKind: application.kind,
        commune: application.commune,
        province: application.province,
        subArea: application.subArea,
        crops: application.crops,
        applicant: application.applicant,
      });
      await this.enter.run(tx, actor, { ...application, how: 'self', owner: application.applicant });
      await record(tx, actor, 'producer.activated', id, {
        commune: application.commune,
        applicant: application.applicant,
      });
    });
    return this.applications.officersOne(actor, id, 'application.approve');
  }
}
