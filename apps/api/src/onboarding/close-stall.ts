import type { ApplicationDetail } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Application } from './application.entity.ts';
import { ApplicationQueries } from './application.queries.ts';
import { step } from './application.rules.ts';
import { lockInArea, lockOwn } from './lock-application.ts';
import { noteStep } from './note-step.ts';
import { type Review, ReviewQueries } from './review.queries.ts';

/** Ends a stall, by its household or by an officer. What is on sale leaves the market; orders accepted are still delivered. */
@Injectable()
export class CloseStall {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly applications: ApplicationQueries,
    private readonly reviews: ReviewQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, reason: string): Promise<z.input<typeof ApplicationDetail>> {
    await inTx(this.db, async (tx) => this.close(tx, actor, await lockOwn(tx, actor, id, 'producer.submit'), reason));
    return this.applications.own(actor, id);
  }

  /** By an officer of the area. */
  async officially(actor: Actor, id: string, reason: string): Promise<Review> {
    const { identity } = this;
    await inTx(this.db, async (tx) =>
      this.close(tx, actor, await lockInArea(tx, actor, { id, right: 'producer.suspend', identity }), reason),
    );
    return this.reviews.one(actor, id, 'producer.close');
  }

  private async close(
    tx: Tx,
    actor: Actor,
    { id, status, commune, applicant }: Application,
    reason: string,
  ): Promise<void> {
    if (status === 'closed') return;
    step(status, 'closed');
    const now = this.clock.now();
    await tx.query(
      `update onboarding.application set status = 'closed', status_since = $2, closed_at = $2, closed_by = $3,
         closed_reason = $4, reviewer = null, reviewing_since = null where id = $1`,
      [id, now, actor.id, reason],
    );
    await tx.query(
      `update onboarding.suspension set ended_at = $2, ended_by = $3, ended_reason = $4
       where producer = $1 and ended_at is null`,
      [id, now, actor.id, reason],
    );
    await noteStep(tx, actor, { application: id, what: 'closed', at: now, note: reason });
    await record(tx, actor, 'producer.closed', id, { commune, applicant, reason });
  }
}
