import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';

/**
 * The form under this id became a listing: its answers are the listing's now, and what a phone sends later, or is sending just
 * now, changes nothing.
 */
export const endDraft = async (
  tx: Tx,
  actor: Actor,
  { id, producer }: { id: string; producer: string },
  now: Date,
): Promise<void> => {
  await rows(
    tx,
    `insert into catalogue.draft (id, owner, producer, started_at, changed_at, ended, ended_at)
     values ($1, $2, $3, $4, $4, 'handed-in', $4)
     on conflict (id) do update set ended = 'handed-in', ended_at = excluded.ended_at where draft.producer = excluded.producer`,
    [id, actor.id, producer, now],
  );
  await rows(
    tx,
    `delete from catalogue.draft_answer using catalogue.draft
     where draft_answer.draft = draft.id and draft.id = $1 and draft.producer = $2`,
    [id, producer],
  );
};
