import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { ProducerRole } from './delegation.rules.ts';
import { EndDelegation } from './end-delegation.ts';
import { GiveGrant } from './give-grant.ts';

export interface Joining {
  producer: string;
  person: string;
  role: ProducerRole;
}

/**
 * Somebody belongs to a household or cooperative from now on, and states `member.joined`. What it had delegated to her ends: who
 * belongs acts for herself. Who belongs already is left as she is.
 */
@Injectable()
export class JoinProducer {
  constructor(
    private readonly give: GiveGrant,
    private readonly delegations: EndDelegation,
    private readonly clock: Clock,
  ) {}

  /** Answers whether she is new. @throws Problem platform.not-found, identity.producer-closed */
  async run(tx: Tx, actor: Actor, { producer, person, role }: Joining): Promise<boolean> {
    const now = this.clock.now();
    const [found] = await rows<{ commune: string; closed: boolean }>(
      tx,
      'select commune, closed_at is not null as closed from identity.producer where id = $1 for update',
      [producer],
    );
    if (!found) throw new Problem('platform.not-found');
    if (found.closed) throw new Problem('identity.producer-closed');
    const [joined] = await rows(
      tx,
      `insert into identity.membership (producer, person, since) values ($1, $2, $3)
       on conflict (producer, person) where until is null do nothing returning person`,
      [producer, person, now],
    );
    if (!joined) return false;
    await this.give.run(tx, actor, { person, role, producer, from: now });
    await this.delegations.toPerson(tx, actor, { producer, person });
    await record(tx, actor, 'member.joined', producer, { producer, person, household: null, commune: found.commune });
    return true;
  }
}
