import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { mayAssist, mustHold, type Place } from './reach.rules.ts';

export interface NewCooperativeMember {
  cooperative: string;
  household: string;
  /** Accepted by the household's own head; said on a signed slip; or on the cooperative's list of members. */
  evidence: 'own-hand' | 'slip' | 'list';
  /** The slip's or the import's id; asked for unless by own hand. */
  evidenceRef?: string | null;
}

type Known = Place & { id: string; kind: string; closed: boolean };

/**
 * A household belongs to a cooperative or cooperative group from now on, and states `member.joined`. By that alone the
 * cooperative may do nothing in its name. One that belongs already changes nothing and answers false.
 */
@Injectable()
export class JoinCooperative {
  constructor(private readonly clock: Clock) {}

  /** @throws Problem platform.not-found, platform.not-allowed, identity.producer-closed, identity.evidence-missing */
  async run(tx: Tx, actor: Actor, member: NewCooperativeMember): Promise<boolean> {
    const { cooperative, household, evidence, evidenceRef = null } = member;
    const known = await rows<Known>(
      tx,
      `select id, kind, commune, province, hamlet, closed_at is not null as closed from identity.producer
       where id = any($1::uuid[]) order by id for share`,
      [[cooperative, household]],
    );
    const group = known.find(({ id, kind }) => id === cooperative && kind !== 'household');
    const home = known.find(({ id, kind }) => id === household && kind === 'household');
    if (!group || !home) throw new Problem('platform.not-found');
    if (evidence === 'own-hand') mustHold(actor, household, 'member.manage');
    else if (actor.kind !== 'system' && !mayAssist(actor, home)) throw new Problem('platform.not-found');
    if (evidence !== 'own-hand' && !evidenceRef) throw new Problem('identity.evidence-missing');
    if (group.closed || home.closed) throw new Problem('identity.producer-closed');
    const [joined] = await rows(
      tx,
      `insert into identity.cooperative_member (cooperative, household, since, added_by, evidence, evidence_ref)
       values ($1, $2, $3, $4, $5, $6) on conflict (cooperative, household) where until is null do nothing returning household`,
      [cooperative, household, this.clock.now(), actor.kind === 'system' ? null : actor.id, evidence, evidenceRef],
    );
    if (!joined) return false;
    const { commune } = group;
    await record(tx, actor, 'member.joined', cooperative, { producer: cooperative, person: null, household, commune });
    return true;
  }
}
