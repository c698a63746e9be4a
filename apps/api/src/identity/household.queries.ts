import { type HouseholdView, Problem, producersOf, type ResultOf, type listMyInvitations } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { toMe } from './answer-invitation.ts';
import { type ProducerRole, roleSentence } from './delegation.rules.ts';
import type { Invitation } from './household.entity.ts';
import { called, invitationSentence } from './household.rules.ts';
import { type ProducerRecord, producerColumns } from './producer.record.ts';
import { mustBelong } from './reach.rules.ts';

interface MemberRow {
  person: string;
  name: string | null;
  phone: string;
  role: ProducerRole;
  since: Date;
}

/** A household or cooperative with its people, for those who belong to it; and where one is asked to belong. */
@Injectable()
export class HouseholdQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem platform.not-found for who does not belong to it */
  async get(actor: Actor, id: string): Promise<HouseholdView> {
    mustBelong(actor, id);
    const now = this.clock.now();
    const [[record], phones, members, invitations, cooperatives] = await Promise.all([
      rows<ProducerRecord>(this.db, `select ${producerColumns} from identity.producer where id = $1`, [id]),
      rows<{ phone: string; addedAt: Date }>(this.db, phonesOf, [id]),
      rows<MemberRow>(this.db, membersOf, [id, now]),
      rows<{ id: string; phone: string; role: Invitation['role']; until: Date }>(this.db, openInvitations, [id, now]),
      rows<{ id: string; name: string; since: Date }>(this.db, cooperativesOf, [id]),
    ]);
    if (!record) throw new Problem('platform.not-found');
    const { kind, name, head, commune, subArea } = record;
    return {
      id,
      kind,
      name,
      head,
      commune,
      communeName: await this.communeName(commune),
      subArea,
      phones: phones.map(({ phone, addedAt }) => ({ phone: localPhone(phone), addedAt: addedAt.toISOString() })),
      members: members.map((member) => ({
        ...member,
        phone: localPhone(member.phone),
        sentence: roleSentence(called(member.name, member.phone), member.role, name),
        since: member.since.toISOString(),
        me: member.person === actor.id,
      })),
      invitations: invitations.map(({ phone, until, ...one }) => ({
        ...one,
        phone: localPhone(phone),
        until: until.toISOString(),
      })),
      cooperatives: cooperatives.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
      mayManage: producersOf(actor, 'member.manage').includes(id),
    };
  }

  /** To which households and cooperatives she is asked to belong. */
  async invitations(actor: Actor): Promise<ResultOf<typeof listMyInvitations>> {
    const heads = producersOf(actor, 'member.manage');
    const [asked, households] = await Promise.all([
      rows<InvitationRow>(this.db, myInvitations, [this.clock.now(), actor.kind === 'person' ? actor.id : null, heads]),
      rows<{ id: string; name: string }>(
        this.db,
        `select id, name from identity.producer where id = any($1::uuid[]) and kind = 'household' and closed_at is null
         order by folded`,
        [heads],
      ),
    ]);
    const communes = await this.communes.many(asked.map(({ commune }) => commune));
    const items = asked.map(({ commune, by, byPhone, until, ...one }) => ({
      ...one,
      communeName: communes.get(commune)?.fullName ?? '',
      invitedBy: byPhone && called(by, byPhone),
      sentence: invitationSentence(one.role, one.name),
      until: until.toISOString(),
    }));
    return { items, households };
  }

  async communeName(code: string): Promise<string> {
    return (await this.communes.get(code))?.fullName ?? '';
  }
}

interface InvitationRow {
  id: string;
  producer: string;
  name: string;
  commune: string;
  by: string | null;
  byPhone: string | null;
  role: Invitation['role'];
  until: Date;
}

const phonesOf = `select phone, added_at as "addedAt" from identity.producer_phone where producer = $1 order by added_at, phone`;

const membersOf = `select m.person, p.name, p.phone, g.role, m.since
  from identity.membership m join identity.person p on p.id = m.person
    join identity.access_grant g on g.person = m.person and g.producer = m.producer and g.valid_from <= $2
      and (g.valid_until is null or g.valid_until > $2)
  where m.producer = $1 and m.until is null order by g.role = 'household-member', m.since, p.id`;

const openInvitations = `select id, phone, role, expires_at as until from identity.invitation
  where producer = $1 and answered_at is null and expires_at > $2 order by created_at desc`;

const cooperativesOf = `select p.id, p.name, m.since from identity.cooperative_member m
  join identity.producer p on p.id = m.cooperative where m.household = $1 and m.until is null order by p.folded`;

const myInvitations = `select i.id, i.producer, p.name, p.commune, b.name as by, b.phone as "byPhone", i.role,
    i.expires_at as until
  from identity.invitation i join identity.producer p on p.id = i.producer
    left join identity.person b on b.id = i.created_by
  where i.answered_at is null and i.expires_at > $1 and p.closed_at is null and ${toMe} order by i.created_at limit 50`;
