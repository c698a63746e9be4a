import type { ItemRemark } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Application } from './application.entity.ts';
import { step } from './application.rules.ts';
import { lockInArea } from './lock-application.ts';
import { noteStep } from './note-step.ts';
import { type Review, ReviewQueries } from './review.queries.ts';
import { TakeReview } from './take-review.ts';
import { Weigh } from './weigh.ts';

type Remark = z.infer<typeof ItemRemark>;

/**
 * Hands an application back, with a remark for each item to correct. The same remarks twice are one return. To a producer
 * that was approved it says no to the other name it wished for.
 */
@Injectable()
export class ReturnApplication {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly takeReview: TakeReview,
    private readonly reviews: ReviewQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, remarks: readonly Remark[]): Promise<Review> {
    await inTx(this.db, async (tx) => {
      const { identity } = this;
      const application = await lockInArea(tx, actor, { id, right: 'application.decide', identity });
      const { status, round } = application;
      const made = await rows<Remark>(
        tx,
        'select item, reason from onboarding.remark where application = $1 and round = $2 order by position',
        [id, round],
      );
      const asked = remarks.map(({ item, reason }) => ({ item, reason }));
      if (status === 'returned' && JSON.stringify(made) === JSON.stringify(asked)) return;
      const now = this.clock.now();
      if (status === 'approved' || status === 'active' || status === 'suspended') {
        return this.declineWishes(tx, actor, application, asked);
      }
      if (status !== 'submitted' && status !== 'in-review') step(status, 'returned');
      await this.takeReview.take(tx, actor, application);
      await tx.query(
        `update onboarding.application set status = 'returned', status_since = $2, decided_at = $2, decided_by = $3,
           reviewer = null, reviewing_since = null where id = $1`,
        [id, now, actor.id],
      );
      await tx.query(
        `insert into onboarding.remark (application, round, position, item, reason, by, at)
         select $1, $2, place, item, reason, $5, $6
         from unnest($3::text[], $4::text[]) with ordinality as given (item, reason, place)`,
        [id, round, asked.map(({ item }) => item), asked.map(({ reason }) => reason), actor.id, now],
      );
      await noteStep(tx, actor, { application: id, what: 'returned', at: now, note: noteOf(asked) });
      await record(tx, actor, 'application.returned', id, {
        commune: application.commune,
        applicant: application.applicant as string,
        items: asked.map(({ item }) => item),
      });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.reviews.one(actor, id, 'application.return');
  }

  private async declineWishes(
    tx: Tx,
    actor: Actor,
    { id, status }: Application,
    remarks: readonly Remark[],
  ): Promise<void> {
    const declined = await rows(
      tx,
      `update onboarding.answer set wish = null, wish_at = null, wish_by = null
       where producer = $1 and wish is not null returning item`,
      [id],
    );
    if (declined.length === 0) step(status, 'returned');
    const note = noteOf(remarks);
    await noteStep(tx, actor, { application: id, what: 'wish-declined', at: this.clock.now(), note });
  }
}

const noteOf = (remarks: readonly Remark[]): string =>
  remarks.map(({ item, reason }) => `${item}: ${reason}`).join('\n');
