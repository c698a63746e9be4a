import { Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { EndDelegation } from './end-delegation.ts';

/**
 * A household is a member of a cooperative no more: one of its heads says so, or a manager of the cooperative. What it delegated to
 * the cooperative ends in the same moment. States `member.left`.
 */
@Injectable()
export class LeaveCooperative {
  constructor(
    private readonly delegations: EndDelegation,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem platform.not-found */
  async run(tx: Tx, actor: Actor, pair: { cooperative: string; household: string }): Promise<void> {
    const { cooperative, household } = pair;
    const heads = producersOf(actor, 'member.manage');
    if (actor.kind !== 'system' && !heads.includes(household) && !heads.includes(cooperative)) {
      throw new Problem('platform.not-found');
    }
    const [left] = await rows<{ commune: string }>(
      tx,
      `update identity.cooperative_member m set until = greatest($3, m.since) from identity.producer p
       where p.id = m.cooperative and m.cooperative = $1 and m.household = $2 and m.until is null returning p.commune`,
      [cooperative, household, this.clock.now()],
    );
    if (!left) throw new Problem('platform.not-found');
    await this.delegations.ofMember(tx, actor, pair);
    const { commune } = left;
    await record(tx, actor, 'member.left', cooperative, { producer: cooperative, person: null, household, commune });
  }
}
