import { Problem, type Role } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { mustBelong, mustHold } from './reach.rules.ts';

interface Head {
  person: string;
  role: Role;
}

/**
 * Somebody belongs to a household or cooperative no more: she leaves, or a head of it removes her. Her next request finds nothing
 * of it. States `grant.ended` and `member.left`.
 */
@Injectable()
export class LeaveProducer {
  constructor(private readonly clock: Clock) {}

  /**
   * @throws Problem platform.not-found; identity.last-owner when nobody would be left who may decide; platform.not-allowed for
   * an owner whom another would put out
   */
  async run(tx: Tx, actor: Actor, { producer, person }: { producer: string; person: string }): Promise<void> {
    if (person === actor.id) mustBelong(actor, producer);
    else mustHold(actor, producer, 'member.manage');
    // Two owners who leave at the same moment: the second sees the first.
    const [found] = await rows<{ commune: string }>(
      tx,
      'select commune from identity.producer where id = $1 for update',
      [producer],
    );
    const now = this.clock.now();
    const heads = await rows<Head>(tx, headsOf, [producer, now]);
    const isHead = heads.some((head) => head.person === person);
    if (isHead && heads.every((head) => head.person === person)) throw new Problem('identity.last-owner');
    if (person !== actor.id && heads.some((head) => head.person === person && head.role === 'producer')) {
      throw new Problem('platform.not-allowed', { right: 'member.manage' });
    }
    const left = await rows(
      tx,
      'update identity.membership set until = $3 where producer = $1 and person = $2 and until is null returning person',
      [producer, person, now],
    );
    if (!found || left.length === 0) throw new Problem('platform.not-found');
    await endRoles(tx, actor, { producer, person, now });
    await record(tx, actor, 'member.left', producer, { producer, person, household: null, commune: found.commune });
  }
}

const headsOf = `select person, role from identity.access_grant
  where producer = $1 and role in ('producer', 'cooperative-manager')
    and valid_from <= $2 and (valid_until is null or valid_until > $2)`;

/** Ends what somebody may do in this producer's name by her own roles, and states it. */
export const endRoles = async (
  tx: Tx,
  actor: Actor,
  { producer, person, now }: { producer: string; person: string; now: Date },
): Promise<void> => {
  const ended = await rows<{ role: string }>(
    tx,
    `update identity.access_grant set valid_until = greatest($3, valid_from)
     where producer = $1 and person = $2 and (valid_until is null or valid_until > $3) returning role`,
    [producer, person, now],
  );
  for (const { role } of ended) {
    await record(tx, actor, 'grant.ended', person, { role, producer, commune: null, province: null });
  }
};
