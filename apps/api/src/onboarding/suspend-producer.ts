import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { step } from './application.rules.ts';
import { lockApplication, lockInArea } from './lock-application.ts';
import { noteStep } from './note-step.ts';
import { type Review, ReviewQueries } from './review.queries.ts';
import { timeLimit } from './time-limits.ts';

/**
 * Stops a producer from selling: on an authority's order at once, which is well within the 24 hours it leaves; else announced
 * with the days of notice the law gives, and carried out by the clock. An order overtakes what was only announced.
 */
@Injectable()
export class SuspendProducer {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly reviews: ReviewQueries,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    id: string,
    { reason, order }: { reason: string; order?: string | undefined },
  ): Promise<Review> {
    await inTx(this.db, async (tx) => {
      const { identity } = this;
      const application = await lockInArea(tx, actor, { id, right: 'producer.suspend', identity });
      const { status, commune } = application;
      const now = this.clock.now();
      const [open] = await rows<{ id: string; order: string | null }>(
        tx,
        'select id, order_number as "order" from onboarding.suspension where producer = $1 and ended_at is null',
        [id],
      );
      if (status === 'suspended' || (open && !order)) return;
      step(status, 'suspended');
      if (open) await tx.query('delete from onboarding.suspension where id = $1', [open.id]);
      const notice = order ? 0 : await timeLimit(tx, 'suspension-notice', now);
      const starts = new Date(now.getTime() + notice);
      const by = order ? new Date(now.getTime() + (await timeLimit(tx, 'suspension-order', now))) : null;
      await tx.query(
        `insert into onboarding.suspension (producer, reason, order_number, announced_at, announced_by, starts_at, carry_out_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, reason, order ?? null, now, actor.id, starts, by],
      );
      if (order) return this.carryOut(tx, actor, id);
      await noteStep(tx, actor, { application: id, what: 'suspension-announced', at: now, note: reason });
      await record(tx, actor, 'suspension.announced', id, {
        commune,
        applicant: application.applicant as string,
        reason,
        from: starts.toISOString(),
      });
    });
    return this.reviews.one(actor, id, 'producer.suspend');
  }

  /** Carries out what was announced for an active producer; what was dropped or done meanwhile stays so. */
  async carryOut(tx: Tx, actor: Actor, id: string): Promise<void> {
    const { status, commune, applicant } = await lockApplication(tx, id);
    if (status !== 'active') return;
    const now = this.clock.now();
    const [due] = await rows<{ reason: string; order: string | null }>(
      tx,
      `update onboarding.suspension set carried_out_at = $2
       where producer = $1 and ended_at is null and carried_out_at is null and starts_at <= $2
       returning reason, order_number as "order"`,
      [id, now],
    );
    if (!due) return;
    await tx.query(`update onboarding.application set status = 'suspended', status_since = $2 where id = $1`, [
      id,
      now,
    ]);
    const note = due.order ? `${due.reason} (${due.order})` : due.reason;
    await noteStep(tx, actor, { application: id, what: 'suspended', at: now, note });
    await record(tx, actor, 'producer.suspended', id, { commune, applicant: applicant as string, reason: due.reason });
  }
}
