import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Application } from './application.entity.ts';
import { step } from './application.rules.ts';
import { lockInArea } from './lock-application.ts';
import { noteStep } from './note-step.ts';
import { type Review, ReviewQueries } from './review.queries.ts';
import { timeLimit } from './time-limits.ts';

/** Takes an application in hand, so that others see who looks at it. Taking what one has in hand is nothing. */
@Injectable()
export class TakeReview {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly reviews: ReviewQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<Review> {
    await inTx(this.db, async (tx) => {
      const { identity } = this;
      await this.take(tx, actor, await lockInArea(tx, actor, { id, right: 'application.decide', identity }));
    });
    return this.reviews.one(actor, id, 'application.take');
  }

  /**
   * Brings it into the officer's hands before she decides; what another has held too long passes to her.
   * @throws Problem onboarding.taken-by-another with since when, onboarding.illegal-step
   */
  async take(tx: Tx, actor: Actor, { id, status, commune, reviewer, reviewingSince }: Application): Promise<void> {
    const now = this.clock.now();
    if (status === 'in-review') {
      if (reviewer === actor.id) return;
      const held = now.getTime() - (reviewingSince?.getTime() ?? 0);
      if (held <= (await timeLimit(tx, 'review-hold', now))) {
        throw new Problem('onboarding.taken-by-another', { since: reviewingSince?.toISOString() });
      }
    } else {
      step(status, 'in-review');
    }
    await tx.query(
      `update onboarding.application set status = 'in-review', reviewer = $2, reviewing_since = $3,
         status_since = case when status = 'in-review' then status_since else $3 end where id = $1`,
      [id, actor.id, now],
    );
    await noteStep(tx, actor, { application: id, what: 'taken', at: now });
    await record(tx, actor, 'application.taken', id, { commune });
  }
}
