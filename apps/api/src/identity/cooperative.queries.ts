import { type getCooperative, Problem, type ResultOf } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { looked } from '../platform/looked.ts';
import { Clock } from '../platform/time.ts';
import { DelegationQueries } from './delegation.queries.ts';
import { Identity } from './identity.ts';
import { mustHold } from './reach.rules.ts';

/** A cooperative as its managers see it: who belongs to it, and what it may do for whom. */
@Injectable()
export class CooperativeQueries {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly delegations: DelegationQueries,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** Its members are seen, so the look is noted. @throws Problem platform.not-found */
  async get(actor: Actor, id: string): Promise<ResultOf<typeof getCooperative>> {
    mustHold(actor, id, 'member.manage');
    const cooperative = await this.identity.producer(this.db, id);
    if (!cooperative || cooperative.kind === 'household') throw new Problem('platform.not-found');
    const [members, held, invitations] = await Promise.all([
      rows<MemberRow>(this.db, membersOf, [id]),
      this.delegations.heldFor(id),
      rows<{ id: string; phone: string; until: Date }>(this.db, asked, [id, this.clock.now()]),
    ]);
    if (members.length > 0) {
      const seen = members.map(({ household }) => household);
      await inTx(this.db, (tx) => looked(tx, actor, seen, 'identity.cooperative-members'));
    }
    const communes = await this.communes.many([cooperative.commune, ...members.map(({ commune }) => commune)]);
    const nameOf = (code: string): string => communes.get(code)?.fullName ?? '';
    const mine = Map.groupBy(held, ({ producer }) => producer);
    return {
      id,
      name: cooperative.name,
      kind: cooperative.kind,
      communeName: nameOf(cooperative.commune),
      members: members.map(({ commune, since, ...member }) => ({
        ...member,
        communeName: nameOf(commune),
        since: since.toISOString(),
        delegations: mine.get(member.household) ?? [],
      })),
      invitations: invitations.map(({ phone, until, ...one }) => ({
        ...one,
        phone: localPhone(phone),
        until: until.toISOString(),
      })),
    };
  }
}

interface MemberRow {
  household: string;
  name: string;
  commune: string;
  subArea: string | null;
  since: Date;
}

const membersOf = `select p.id as household, p.name, p.commune, p.sub_area as "subArea", m.since
  from identity.cooperative_member m join identity.producer p on p.id = m.household
  where m.cooperative = $1 and m.until is null order by p.folded, p.id limit 2000`;

const asked = `select id, phone, expires_at as until from identity.invitation
  where producer = $1 and role = 'member-household' and answered_at is null and expires_at > $2 order by created_at desc`;
