import { randomUUID } from 'node:crypto';
import type { Actor } from '../platform/actor.ts';
import { randomToken, sha256 } from '../platform/crypto.ts';
import type { Tx } from '../platform/database.ts';
import { sessionLives } from './sign-in.rules.ts';

export interface Opened {
  person: string;
  token: string;
  expiresAt: Date;
}

/** Signs someone in. The token is in this answer and nowhere else: kept is only its SHA-256. */
export async function startSession(
  tx: Tx,
  actor: Actor,
  { person, kind, now }: { person: string; kind: 'person' | 'official'; now: Date },
): Promise<Opened> {
  const token = randomToken();
  const expiresAt = new Date(now.getTime() + sessionLives[kind]);
  await tx.query(
    `insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, proved_at, expires_at, address)
     values ($1, $2, $3, $4, $5, $5, $5, $6, $7)`,
    [randomUUID(), sha256(token), person, kind, now, expiresAt, actor.address],
  );
  return { person, token, expiresAt };
}
