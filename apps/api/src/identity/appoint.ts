import { randomUUID } from 'node:crypto';
import {
  type appointPerson,
  type BodyOf,
  Problem,
  type ResultOf,
  type Role,
  roleTable,
  type StartLink,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { judgeAppointment } from './appoint.rules.ts';
import { GiveGrant, type GivenRole } from './give-grant.ts';
import { OfficialStarts } from './official-starts.ts';
import { RegisterPerson } from './register-person.ts';
import { RolePlaces } from './role-place.ts';

export type Appointment = BodyOf<typeof appointPerson>;
export type Appointed = ResultOf<typeof appointPerson>;

/** Delegates are made by delegations, households' people by their households, keys by partner-keys.ts. */
const isGiven = (role: Role): role is GivenRole =>
  roleTable[role].scope !== 'producer' && roleTable[role].bearer !== 'key';

/**
 * Gives somebody a role. An official who is new gets a link to begin with; anyone else is known by her phone, and signs in
 * with it as ever. Giving what is already given changes nothing but a helper's hamlets.
 */
@Injectable()
export class Appoint {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly places: RolePlaces,
    private readonly give: GiveGrant,
    private readonly starts: OfficialStarts,
    private readonly register: RegisterPerson,
  ) {}

  /**
   * @throws Problem `identity.not-yours-to-appoint` beyond her rank, `communes.unknown` beyond her area: to her there is no
   *   such place
   */
  async run(actor: Actor, appointment: Appointment): Promise<Appointed> {
    const { role, commune, province } = appointment;
    if (!isGiven(role) || judgeAppointment(actor.grants, role, {}) === 'rank') {
      throw new Problem('identity.not-yours-to-appoint', { role });
    }
    const { grant, of } = await this.places.find(role, appointment);
    if (judgeAppointment(actor.grants, role, of)) throw new Problem('communes.unknown', { commune, province });
    return this.giveRole(actor, { ...appointment, role }, grant);
  }

  /** The same without asking who may: for commands. */
  async byCommand(actor: Actor, appointment: Appointment): Promise<Appointed> {
    const { role } = appointment;
    if (!isGiven(role)) throw new Problem('identity.not-yours-to-appoint', { role });
    const { grant } = await this.places.find(role, appointment);
    return this.giveRole(actor, { ...appointment, role }, grant);
  }

  private giveRole(
    actor: Actor,
    { phone, name, role, hamlets }: Appointment & { role: GivenRole },
    place: { commune?: string | null; province?: string | null },
  ): Promise<Appointed> {
    const isOfficial = roleTable[role].bearer === 'official';
    return inTx(this.db, async (tx) => {
      const { person, start } = isOfficial
        ? await this.official(tx, actor, { phone, name })
        : { person: (await this.register.run(tx, actor, { phone, name })).id, start: null };
      const beat = role === 'helper' ? (hamlets ?? null) : null;
      const isNew = await this.give.run(tx, actor, { person, role, ...place, hamlets: beat, from: this.clock.now() });
      if (!isNew && role === 'helper') {
        await tx.query(
          `update identity.access_grant set hamlets = $3 where person = $1 and role = 'helper' and commune = $2 and valid_until is null`,
          [person, place.commune, beat],
        );
      }
      return { person, start };
    });
  }

  /** The official of this phone; one who is new, or has not begun and whose link is too old, gets a link. */
  private async official(
    tx: Tx,
    actor: Actor,
    { phone, name }: { phone: string; name: string },
  ): Promise<{ person: string; start: StartLink | null }> {
    const now = this.clock.now();
    const [made] = await rows<{ id: string }>(
      tx,
      `insert into identity.person (id, kind, phone, name, is_demo, created_at) values ($1, 'official', $2, $3, false, $4)
       on conflict on constraint person_phone_once do nothing returning id`,
      [randomUUID(), phone, name, now],
    );
    if (made) return { person: made.id, start: await this.starts.make(tx, actor, made.id) };
    const [known] = await rows<{ id: string; started: boolean }>(
      tx,
      `select id, exists (select 1 from identity.credential c where c.person = p.id) or exists (
         select 1 from identity.official_start s where s.person = p.id and s.used_at is null and s.expires_at > $2) as started
       from identity.person p where kind = 'official' and phone = $1 for update`,
      [phone, now],
    );
    if (!known) throw new Problem('identity.phone-taken');
    return { person: known.id, start: known.started ? null : await this.starts.make(tx, actor, known.id) };
  }
}
