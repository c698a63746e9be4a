import { randomUUID } from 'node:crypto';
import type { Actor } from '../platform/actor.ts';
import { randomToken, sha256 } from '../platform/crypto.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { SignIn } from './sign-in.entity.ts';
import { logSignIn } from './sign-in-log.ts';
import { sessionLives } from './sign-in.rules.ts';

export interface Opened {
  person: string;
  token: string;
  expiresAt: Date;
}

export interface Opening {
  person: string;
  kind: 'person' | 'official';
  /** What she proved herself with. */
  how: SignIn['how'];
  now: Date;
}

/**
 * Signs someone in, always with a new token: one that was there before opens nothing more than it did. The token is in this
 * answer and nowhere else: kept is only its SHA-256.
 */
export async function startSession(tx: Tx, actor: Actor, { person, kind, how, now }: Opening): Promise<Opened> {
  const token = randomToken();
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + sessionLives[kind]);
  await tx.query(
    `insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, proved_at, expires_at, address, port, agent)
     values ($1, $2, $3, $4, $5, $5, $5, $6, $7, $8, $9)`,
    [id, sha256(token), person, kind, now, expiresAt, actor.address, actor.port ?? null, actor.agent ?? null],
  );
  await logSignIn(tx, actor, { at: now, person, kind, outcome: 'opened', how, session: id });
  return { person, token, expiresAt };
}

interface Ended {
  id: string;
  kind: 'person' | 'official';
}

/**
 * Signs a person out everywhere, or everywhere but in one place, and writes it down.
 * @param how by her own hand, or taken away from her
 */
export async function endSessions(
  tx: Tx,
  actor: Actor,
  { person, now, but = null, how }: { person: string; now: Date; but?: string | null; how: 'by-hand' | 'taken-away' },
): Promise<void> {
  const ended = await rows<Ended>(
    tx,
    `update identity.session set ended_at = $2 where person = $1 and ended_at is null and ($3::uuid is null or id <> $3)
     returning id, kind`,
    [person, now, but],
  );
  for (const { id, kind } of ended) {
    await logSignIn(tx, actor, { at: now, person, kind, outcome: 'closed', how, session: id });
  }
}
