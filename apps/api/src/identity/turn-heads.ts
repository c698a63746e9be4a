import type { ProducerKind } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { GiveGrant } from './give-grant.ts';

const roleIn = (kind: ProducerKind): 'producer' | 'cooperative-manager' =>
  kind === 'household' ? 'producer' : 'cooperative-manager';

/**
 * What was entered as a household turns out to be a cooperative, or the other way round: whoever headed the one heads the
 * other, by the role that goes with it. Who headed it already in that way keeps it. States `grant.ended` and `grant.given`.
 */
@Injectable()
export class TurnHeads {
  constructor(
    private readonly give: GiveGrant,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, actor: Actor, producer: string, kind: ProducerKind): Promise<void> {
    const now = this.clock.now();
    const role = roleIn(kind);
    const former = role === 'producer' ? 'cooperative-manager' : 'producer';
    const heads = await rows<{ person: string }>(
      tx,
      `update identity.access_grant set valid_until = greatest($3, valid_from)
       where producer = $1 and role = $2 and valid_from <= $3 and (valid_until is null or valid_until > $3)
       returning person`,
      [producer, former, now],
    );
    for (const { person } of heads) {
      await record(tx, actor, 'grant.ended', person, { role: former, producer, commune: null, province: null });
      await this.give.run(tx, actor, { person, role, producer, from: now });
    }
  }
}
