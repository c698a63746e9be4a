import type { Grant } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Authenticated, Authenticator } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { grantsAt } from './person.queries.ts';

interface Holder {
  sessionId: string;
  id: string;
  kind: 'person' | 'official';
  grants: Grant[];
  provedAt: Date | null;
  stale: boolean;
}

/** A phone that lies on the table is somebody else's after so long. */
const sharedIdle = `interval '5 minutes'`;

/**
 * Who holds a session's token: one indexed query for each request and nothing remembered, so that an ended session, an
 * ended grant or a suspended person is noticed by the very next request. On a phone several people use, five idle minutes end it.
 */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(token: string): Promise<Authenticated | null> {
    const now = this.clock.now();
    const [holder] = await rows<Holder>(
      this.db,
      `select s.id as "sessionId", p.id, s.kind, s.proved_at as "provedAt", ${grantsAt} as grants,
              s.last_seen_at < $2::timestamptz - case when s.shared then interval '10 seconds' else interval '1 minute' end as stale
       from identity.session s join identity.person p on p.id = s.person
       where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and p.suspended_at is null
         and (not s.shared or s.last_seen_at > $2::timestamptz - ${sharedIdle})`,
      [sha256(token), now],
    );
    if (!holder) return null;
    if (holder.stale) {
      await rows(this.db, 'update identity.session set last_seen_at = $2 where id = $1 and last_seen_at < $2', [
        holder.sessionId,
        now,
      ]);
    }
    const { id, kind, sessionId, grants, provedAt } = holder;
    return { id, kind, sessionId, grants, provedAt };
  }
}
