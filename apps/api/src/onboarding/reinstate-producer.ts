import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockInArea } from './lock-application.ts';
import { noteStep } from './note-step.ts';
import { type Review, ReviewQueries } from './review.queries.ts';

/** Lets a suspended producer sell again, or drops a suspension that was only announced. Twice is once. */
@Injectable()
export class ReinstateProducer {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly reviews: ReviewQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, reason: string): Promise<Review> {
    await inTx(this.db, async (tx) => {
      const { identity } = this;
      const application = await lockInArea(tx, actor, { id, right: 'producer.suspend', identity });
      const { status, commune } = application;
      const applicant = application.applicant as string;
      if (status !== 'active' && status !== 'suspended')
        throw new Problem('onboarding.illegal-step', { from: status, to: 'active' });
      const now = this.clock.now();
      const [ended] = await rows(
        tx,
        `update onboarding.suspension set ended_at = $2, ended_by = $3, ended_reason = $4
         where producer = $1 and ended_at is null returning id`,
        [id, now, actor.id, reason],
      );
      if (!ended) return;
      if (status === 'active') {
        await noteStep(tx, actor, { application: id, what: 'suspension-dropped', at: now, note: reason });
        await record(tx, actor, 'suspension.dropped', id, { commune, applicant, reason });
        return;
      }
      await tx.query(`update onboarding.application set status = 'active', status_since = $2 where id = $1`, [id, now]);
      await noteStep(tx, actor, { application: id, what: 'reinstated', at: now, note: reason });
      await record(tx, actor, 'producer.reinstated', id, { commune, applicant });
    });
    return this.reviews.one(actor, id, 'producer.reinstate');
  }
}
