import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AmendProducer, Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Application } from './application.entity.ts';
import { step } from './application.rules.ts';
import { Cases } from './facts.ts';
import { lockInArea } from './lock-application.ts';
import { noteStep } from './note-step.ts';
import { type Review, ReviewQueries } from './review.queries.ts';
import { TakeReview } from './take-review.ts';
import { notMet } from './tasks.rules.ts';
import { Weigh } from './weigh.ts';

/**
 * Approves what meets its requirements; when what is due before selling is there too, it may sell at once. Approving twice is
 * approving once. To a producer that was approved it agrees to the other name it wished for.
 */
@Injectable()
export class ApproveApplication {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly amend: AmendProducer,
    private readonly cases: Cases,
    private readonly takeReview: TakeReview,
    private readonly reviews: ReviewQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem onboarding.not-met naming the requirements, onboarding.taken-by-another, onboarding.illegal-step */
  async run(actor: Actor, id: string): Promise<Review> {
    await inTx(this.db, async (tx) => {
      const { identity } = this;
      const application = await lockInArea(tx, actor, { id, right: 'application.decide', identity });
      const { status, commune } = application;
      if (status === 'approved' || status === 'active' || status === 'suspended') {
        return this.agreeToWishes(tx, actor, application);
      }
      if (status !== 'submitted' && status !== 'in-review') step(status, 'approved');
      await this.takeReview.take(tx, actor, application);
      const found = await this.cases.one(tx, id);
      if (!found) throw new Problem('onboarding.not-found');
      const requirements = notMet(found.views, found.facts, 'approval');
      if (requirements.length > 0) throw new Problem('onboarding.not-met', { requirements });
      const now = this.clock.now();
      await tx.query(
        `update onboarding.application set status = 'approved', status_since = $2, decided_at = $2, decided_by = $3,
           reviewer = null, reviewing_since = null where id = $1`,
        [id, now, actor.id],
      );
      await noteStep(tx, actor, { application: id, what: 'approved', at: now });
      await record(tx, actor, 'producer.approved', id, {
        producer: id,
        producerName: application.name,
        producerKind: application.kind,
        commune,
        province: application.province,
        subArea: application.subArea,
        crops: application.crops,
        applicant: application.applicant as string,
      });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.reviews.one(actor, id, 'application.approve');
  }

  private async agreeToWishes(tx: Tx, actor: Actor, { id, commune }: Application): Promise<void> {
    const agreed = await rows<{ item: string; value: string }>(
      tx,
      `update onboarding.answer set value = wish, at = wish_at, by = wish_by, wish = null, wish_at = null, wish_by = null
       where producer = $1 and wish is not null returning item, value`,
      [id],
    );
    if (agreed.length === 0) return;
    const of = (item: string) => agreed.find((one) => one.item === item)?.value;
    const [name, head] = [of('name'), of('head')];
    await this.amend.run(tx, id, { ...(name ? { name } : {}), ...(head ? { head } : {}) });
    await noteStep(tx, actor, {
      application: id,
      what: 'wish-agreed',
      at: this.clock.now(),
      note: agreed.map(({ item }) => item).join(', '),
    });
    if (name) {
      await tx.query('update onboarding.application set name = $2 where id = $1', [id, name]);
      await record(tx, actor, 'producer.renamed', id, { producer: id, commune, producerName: name });
    }
    await this.weigh.run(tx, actor, [id]);
  }
}
