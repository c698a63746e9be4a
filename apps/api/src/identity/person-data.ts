import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';

/** Everything identity holds about one person, for her own eyes: no code, no token, no hash of a secret. */
@Injectable()
export class PersonData {
  constructor(private readonly db: DataSource) {}

  async of(person: string): Promise<Record<string, unknown>> {
    const asked = (sql: string) => rows<Record<string, unknown>>(this.db, sql, [person]);
    const [[account], sessions, signIns, roles, households, given, received] = await Promise.all([
      asked('select id, kind, phone, name, created_at as "createdAt" from identity.person where id = $1'),
      asked(`select opened_at as "openedAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", ended_at as "endedAt", address
             from identity.session where person = $1 order by opened_at desc limit 500`),
      asked(
        `select at, kind, outcome, how, address, port, agent from identity.sign_in where person = $1 order by at desc limit 500`,
      ),
      asked(`select role, producer, commune, province, hamlets, valid_from as "from", valid_until as "until"
             from identity.access_grant where person = $1 order by valid_from desc`),
      asked(`select p.id, p.kind, p.name, p.head, p.commune, p.hamlet, p.sub_area as "subArea", m.since, m.until,
               array(select phone from identity.producer_phone n where n.producer = p.id order by added_at) as phones
             from identity.membership m join identity.producer p on p.id = m.producer where m.person = $1 order by m.since`),
      asked(`select d.producer, d.person, d.receiver, d.rights, d.valid_from as "from", d.valid_until as "until",
               d.ended_at as "endedAt", d.evidence
             from identity.delegation d join identity.membership m on m.producer = d.producer and m.person = $1
             order by d.valid_from desc`),
      asked(`select producer, rights, valid_from as "from", valid_until as "until", ended_at as "endedAt", evidence
             from identity.delegation where person = $1 order by valid_from desc`),
    ]);
    return { account, sessions, signIns, roles, households, delegationsGiven: given, delegationsReceived: received };
  }
}
