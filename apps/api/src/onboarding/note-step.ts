import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';

/** What can happen to an application; the words are the sites'. */
export type StepName =
  | 'started'
  | 'submitted'
  | 'taken'
  | 'passed-on'
  | 'returned'
  | 'approved'
  | 'activated'
  | 'wish-agreed'
  | 'wish-declined'
  | 'suspension-announced'
  | 'suspension-dropped'
  | 'suspended'
  | 'reinstated'
  | 'closed';

/** Writes one line of an application's history. */
export async function noteStep(
  tx: Tx,
  actor: Actor,
  { application, what, at, note = null }: { application: string; what: StepName; at: Date; note?: string | null },
): Promise<void> {
  const by = actor.kind === 'system' ? null : actor.id;
  await tx.query('insert into onboarding.step (application, at, what, by, note) values ($1, $2, $3, $4, $5)', [
    application,
    at,
    what,
    by,
    note,
  ]);
}
