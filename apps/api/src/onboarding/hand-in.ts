import { type ApplicationDetail, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { step } from './application.rules.ts';
import { Cases } from './facts.ts';
import { lockOwn } from './lock-application.ts';
import { noteStep } from './note-step.ts';
import { missingToHandIn } from './tasks.rules.ts';
import { Weigh } from './weigh.ts';

/** Hands an application in. What was handed in already, and nobody returned, stays as it is. */
@Injectable()
export class HandIn {
  constructor(
    private readonly db: DataSource,
    private readonly cases: Cases,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem onboarding.incomplete naming what is missing, onboarding.illegal-step, onboarding.already-applied */
  async run(actor: Actor, id: string): Promise<z.input<typeof ApplicationDetail>> {
    await inTx(this.db, async (tx) => {
      const { status, commune, round } = await lockOwn(tx, actor, id, 'producer.submit');
      if (status === 'submitted' || status === 'in-review') return;
      step(status, 'submitted');
      const found = await this.cases.one(tx, id);
      if (!found) throw new Problem('onboarding.not-found');
      const missing = missingToHandIn(found.views, found.facts, found.rows);
      if (missing.length > 0) throw new Problem('onboarding.incomplete', { missing });
      const now = this.clock.now();
      await tx.query(
        `update onboarding.application set status = 'submitted', status_since = $2, submitted_at = $2, round = round + 1,
           applicant = coalesce(applicant, $3), decided_at = null, decided_by = null where id = $1`,
        [id, now, actor.id],
      );
      await noteStep(tx, actor, { application: id, what: 'submitted', at: now });
      const { kind, province, subArea, crops, applicant } = found.application;
      await record(tx, actor, 'application.submitted', id, {
        kind,
        commune,
        province,
        subArea,
        crops,
        applicant: applicant ?? (actor.id as string),
        again: round > 0,
      });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.applications.own(actor, id);
  }
}
