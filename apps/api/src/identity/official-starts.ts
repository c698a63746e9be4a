import { Problem, type StartLink } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { randomToken, sha256 } from '../platform/crypto.ts';
import { rows, type Tx } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { Clock } from '../platform/time.ts';
import { freshTotpSecret, seal } from './secrets.ts';
import { startLives } from './sign-in.rules.ts';

export interface Beginning {
  person: string;
  name: string | null;
  phone: string;
  totpSecret: string;
  expiresAt: Date;
}

/** Links by which officials begin: one for each, good once and for seven days. Of a link only the SHA-256 is kept. */
@Injectable()
export class OfficialStarts {
  constructor(private readonly clock: Clock) {}

  /** A new link; the former one opens nothing any more, nor do password and authenticator if she had any. */
  async make(tx: Tx, actor: Actor, person: string): Promise<StartLink> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + startLives);
    const key = randomToken();
    await tx.query('delete from identity.credential where person = $1', [person]);
    await tx.query('delete from identity.recovery_code where person = $1', [person]);
    await tx.query(
      `insert into identity.official_start (person, key_hash, totp_secret, made_at, made_by, expires_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (person) do update set key_hash = excluded.key_hash, totp_secret = excluded.totp_secret,
         made_at = excluded.made_at, made_by = excluded.made_by, expires_at = excluded.expires_at, used_at = null`,
      [person, sha256(key), await seal(freshTotpSecret(), person), now, actor.id, expiresAt],
    );
    return { link: `${env().OFFICE_URL}/bat-dau/${key}`, expiresAt: expiresAt.toISOString() };
  }

  /** What an unused link is of. @throws Problem `identity.start-link-ended` for one that is wrong, used or too old */
  async of(tx: Tx, key: string): Promise<Beginning> {
    const [found] = await rows<Beginning>(
      tx,
      `select p.id as person, p.name, p.phone, s.totp_secret as "totpSecret", s.expires_at as "expiresAt"
       from identity.official_start s join identity.person p on p.id = s.person
       where s.key_hash = $1 and s.used_at is null and s.expires_at > $2 and p.suspended_at is null for update of s`,
      [sha256(key), this.clock.now()],
    );
    if (!found) throw new Problem('identity.start-link-ended');
    return found;
  }
}
