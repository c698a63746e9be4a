import type { Actor } from './actor.ts';
import { clockOf, type Tx } from './database.ts';

/** Notes that someone looked at somebody's personal data, and what for. In the transaction that read it. */
export async function looked(tx: Tx, actor: Actor, subject: string, purpose: string): Promise<void> {
  await tx.query(
    `insert into platform.looked (actor_kind, actor_id, subject, purpose, address, request_id, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [actor.kind, actor.id, subject, purpose, actor.address, actor.requestId, clockOf(tx.dataSource).now()],
  );
}
