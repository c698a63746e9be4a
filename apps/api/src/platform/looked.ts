import type { Actor } from './actor.ts';
import { dayBounds, vietnamDay } from '@chophien/kernel';
import { clockOf, rows, type Tx } from './database.ts';

/**
 * Notes that someone looked at personal data, and what for; one row for each subject. In the transaction that read it.
 * A subject is what the audit knows by facts (an application, an order), so that a province finds the look again.
 */
export async function looked(
  tx: Tx,
  actor: Actor,
  subjects: string | readonly string[],
  purpose: string,
): Promise<void> {
  await tx.query(
    `insert into platform.looked (actor_kind, actor_id, subject, purpose, address, request_id, at)
     select $1, $2, subject, $4, $5, $6, $7 from unnest($3::text[]) as subject`,
    [
      actor.kind,
      actor.id,
      typeof subjects === 'string' ? [subjects] : subjects,
      purpose,
      actor.address,
      actor.requestId,
      clockOf(tx.dataSource).now(),
    ],
  );
}

/**
 * The same for a list that is opened again and again: once a day (in Vietnam) for each subject and purpose, so that working
 * through a list leaves one trace of each household in it, and reading costs no writing.
 */
export async function lookedToday(tx: Tx, actor: Actor, subjects: readonly string[], purpose: string): Promise<void> {
  if (subjects.length === 0) return;
  const now = clockOf(tx.dataSource).now();
  const { from } = dayBounds(vietnamDay(now));
  const fresh = await rows<{ subject: string }>(tx, unseen, [subjects, actor.id, purpose, from]);
  if (fresh.length > 0) {
    await looked(
      tx,
      actor,
      fresh.map(({ subject }) => subject),
      purpose,
    );
  }
}

const unseen = `select subject from unnest($1::text[]) as asked (subject) where not exists (
  select 1 from platform.looked l where l.subject = asked.subject and l.at >= $4 and l.actor_id = $2 and l.purpose = $3)`;
