import { type listSessions, type MeView, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { placeWords } from './agent.rules.ts';

/** A person's grants that hold at `$2`, as one JSON array: what she was given, and what was delegated to her or to whom she manages. */
export const grantsAt = `
  coalesce((
    select jsonb_agg(one) from (
      select jsonb_build_object('role', g.role, 'producer', g.producer, 'commune', g.commune, 'province', g.province,
                                'hamlets', g.hamlets, 'rights', null) as one
      from identity.access_grant g
      where g.person = p.id and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
      union all
      select jsonb_build_object('role', 'delegate', 'producer', d.producer, 'commune', null, 'province', null,
                                'hamlets', null, 'rights', d.rights)
      from identity.delegation d
      where (d.person = p.id or d.receiver in (
          select m.producer from identity.access_grant m where m.person = p.id and m.role = 'cooperative-manager'
            and m.valid_from <= $2 and (m.valid_until is null or m.valid_until > $2)))
        and d.ended_at is null and d.valid_from <= $2 and d.valid_until > $2
    ) as held
  ), '[]')`;

@Injectable()
export class PersonQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Who this is, and what they may do where. */
  async me(person: string): Promise<MeView> {
    const [me] = await rows<MeView>(
      this.db,
      `select p.id, p.name, p.phone, p.kind, ${grantsAt} as grants from identity.person p where p.id = $1`,
      [person, this.clock.now()],
    );
    if (!me) throw new Problem('identity.sign-in-needed');
    return me;
  }

  /** Where the one who asks is signed in, newest first. */
  async sessions(actor: Actor): Promise<ResultOf<typeof listSessions>> {
    const items = await rows<{
      id: string;
      openedAt: Date;
      lastSeenAt: Date;
      expiresAt: Date;
      address: string;
      agent: string | null;
    }>(
      this.db,
      `select id, opened_at as "openedAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", address, agent
       from identity.session
       where person = $1 and ended_at is null and expires_at > $2 order by opened_at desc limit 100`,
      [actor.id, this.clock.now()],
    );
    return {
      items: items.map(({ id, openedAt, lastSeenAt, expiresAt, address, agent }) => ({
        id,
        label: placeWords(agent),
        address,
        openedAt: openedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        current: id === actor.sessionId,
      })),
    };
  }
}
