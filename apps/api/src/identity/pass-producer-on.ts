import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { GiveGrant } from './give-grant.ts';
import { endRoles } from './leave-producer.ts';
import { mustHold } from './reach.rules.ts';

/**
 * Makes somebody who belongs to a household its owner; the one who passes it on stays as a member. Of a cooperative, whoever is
 * named becomes a manager beside the others.
 */
@Injectable()
export class PassProducerOn {
  constructor(
    private readonly give: GiveGrant,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem platform.not-found, platform.not-allowed, identity.not-a-member */
  async run(tx: Tx, actor: Actor, { producer, person }: { producer: string; person: string }): Promise<void> {
    mustHold(actor, producer, 'member.manage');
    if (person === actor.id || actor.id === null) return;
    const now = this.clock.now();
    const [found] = await rows<{ kind: string; member: boolean }>(
      tx,
      `select kind, exists (select 1 from identity.membership m where m.producer = p.id and m.person = $2 and m.until is null) as member
       from identity.producer p where p.id = $1 for update`,
      [producer, person],
    );
    if (!found?.member) throw new Problem('identity.not-a-member');
    const household = found.kind === 'household';
    const role = household ? 'producer' : 'cooperative-manager';
    await endRoles(tx, actor, { producer, person, now });
    await this.give.run(tx, actor, { person, role, producer, from: now });
    if (!household) return;
    await endRoles(tx, actor, { producer, person: actor.id, now });
    await this.give.run(tx, actor, { person: actor.id, role: 'household-member', producer, from: now });
  }
}
