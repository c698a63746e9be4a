import type { Grant } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Authenticated, Authenticator } from '../platform/actor.ts';
import { sha256 } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { keyPrefix } from './partner-keys.ts';
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
 * Who holds a session's token, or a partner's key: one indexed query for each request and nothing remembered, so that an ended session, an
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
    if (token.startsWith(keyPrefix)) return this.partner(token, now);
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

  /** The system behind a partner's key, for its province and nothing else; when it was last used is noted by the minute. */
  private async partner(key: string, now: Date): Promise<Authenticated | null> {
    const [found] = await rows<{ id: string; province: string }>(
      this.db,
      `select id, province from identity.partner_key where key_hash = $1 and revoked_at is null and expires_at > $2`,
      [sha256(key), now],
    );
    if (!found) return null;
    await rows(
      this.db,
      `update identity.partner_key set last_used_at = $2
       where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
      [found.id, now],
    );
    return { id: found.id, kind: 'partner', sessionId: null, grants: [{ role: 'partner', province: found.province }] };
  }
}
