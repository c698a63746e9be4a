import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { EndDelegation } from './end-delegation.ts';
import { GiveGrant } from './give-grant.ts';

/**
 * Households that somebody entered with a number, and that nobody has taken over: whoever proves the number says which is hers.
 * Nothing is merged by itself, and two households with one number are two questions.
 */
@Injectable()
export class TakeOverProducer {
  constructor(
    private readonly give: GiveGrant,
    private readonly delegations: EndDelegation,
    private readonly clock: Clock,
  ) {}

  /**
   * She is its owner from now on; what was delegated stays until she ends it. Again changes nothing.
   * @throws Problem platform.not-found
   */
  async run(tx: Tx, actor: Actor, { producer, name }: { producer: string; name?: string | undefined }): Promise<void> {
    const claim = await this.claimed(tx, actor, producer);
    if (claim.mine || actor.id === null) return;
    const now = this.clock.now();
    const person = actor.id;
    const role = claim.kind === 'household' ? 'producer' : 'cooperative-manager';
    await tx.query('insert into identity.membership (producer, person, since) values ($1, $2, $3)', [
      producer,
      person,
      now,
    ]);
    await this.give.run(tx, actor, { person, role, producer, from: now });
    await this.delegations.toPerson(tx, actor, { producer, person });
    if (name) await tx.query('update identity.person set name = coalesce(name, $2) where id = $1', [person, name]);
    await record(tx, actor, 'producer.taken-over', producer, { producer, person, commune: claim.commune });
  }

  /** It is not hers: her number is taken off it, and `claim.refused` tells the officer. @throws Problem platform.not-found */
  async refuse(tx: Tx, actor: Actor, producer: string): Promise<void> {
    const { mine, phone, commune } = await this.claimed(tx, actor, producer);
    if (mine || actor.id === null) throw new Problem('platform.not-found');
    await tx.query('delete from identity.producer_phone where producer = $1 and phone = $2', [producer, phone]);
    await record(tx, actor, 'claim.refused', producer, { producer, person: actor.id, commune });
  }

  /** The household's row stays locked: two people who prove two numbers of it do not both become its owner. */
  private async claimed(tx: Tx, actor: Actor, producer: string): Promise<Claim> {
    await tx.query('select 1 from identity.producer where id = $1 for update', [producer]);
    const [claim] = await rows<Claim>(tx, claimable, [producer, actor.kind === 'person' ? actor.id : null]);
    if (!claim) throw new Problem('platform.not-found');
    return claim;
  }
}

interface Claim {
  kind: string;
  commune: string;
  phone: string;
  /** She took it over before. */
  mine: boolean;
}

const claimable = `select p.kind, p.commune, n.phone, m.person is not null as mine
  from identity.producer p join identity.person me on me.id = $2::uuid and me.kind = 'person'
    join identity.producer_phone n on n.producer = p.id and n.phone = me.phone
    left join identity.membership m on m.producer = p.id and m.until is null and m.person = me.id
  where p.id = $1 and p.closed_at is null and (m.person is not null
    or not exists (select 1 from identity.membership o where o.producer = p.id and o.until is null))`;
