import type { Actor } from './actor.ts';
import { clockOf, type Tx } from './database.ts';

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
