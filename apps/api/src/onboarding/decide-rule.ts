import { done, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockVersion, type Rule, RuleQueries } from './rule.queries.ts';

/** Approves or drops a draft. It takes two: nobody approves what she drafted. */
@Injectable()
export class DecideRule {
  constructor(
    private readonly db: DataSource,
    private readonly rules: RuleQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Approving twice is approving once. What the house itself brought as a draft must first be drafted by a person.
   * @throws Problem onboarding.own-rule, onboarding.illegal-step, onboarding.requirement-unknown
   */
  async approve(actor: Actor, id: string): Promise<Rule> {
    await inTx(this.db, async (tx) => {
      const { state, rule, validFrom, province, draftedBy } = await lockVersion(tx, id);
      if (state === 'approved') return;
      const now = this.clock.now();
      // A day that has passed meanwhile would rewrite what was required then.
      if (state !== 'draft' || draftedBy === null || validFrom < vietnamDay(now)) {
        throw new Problem('onboarding.illegal-step', { from: state, to: 'approved', validFrom });
      }
      if (draftedBy === actor.id) throw new Problem('onboarding.own-rule');
      await tx.query(
        `update onboarding.requirement set state = 'approved', approved_by = $2, approved_at = $3 where id = $1`,
        [id, actor.id, now],
      );
      await record(tx, actor, 'rule.approved', id, { rule, validFrom, province });
    });
    return this.rules.one(actor, id);
  }

  /** @throws Problem onboarding.illegal-step for what was approved */
  async drop(_actor: Actor, id: string): Promise<typeof done> {
    await inTx(this.db, async (tx) => {
      const { state } = await lockVersion(tx, id);
      if (state === 'dropped') return;
      if (state !== 'draft') throw new Problem('onboarding.illegal-step', { from: state, to: 'dropped' });
      await tx.query(`update onboarding.requirement set state = 'dropped' where id = $1`, [id]);
    });
    return done;
  }
}
