import type { Tx } from '../platform/database.ts';
import { rows } from '../platform/database.ts';
import type { Actor } from '../platform/actor.ts';
import { record } from '../platform/outbox.ts';

export interface Attending {
  session: string;
  course: string;
  /** A day in Vietnam. */
  day: string;
  how: 'qr' | 'list';
  person: string | null;
  at: Date;
}

/** Enters that households were there, and states it once for each; who was entered before is left as it is. */
export async function attend(
  tx: Tx,
  actor: Actor,
  { session, course, day, how, person, at }: Attending,
  households: readonly { id: string; commune: string }[],
): Promise<void> {
  const entered = await rows<{ producer: string }>(
    tx,
    `insert into training.attendance (session, producer, person, how, by, at)
     select $1, producer, $3, $4, $5, $6 from unnest($2::uuid[]) as producer on conflict do nothing returning producer`,
    [session, households.map(({ id }) => id), person, how, actor.id, at],
  );
  const fresh = new Set(entered.map(({ producer }) => producer));
  for (const { id, commune } of households) {
    if (fresh.has(id))
      await record(tx, actor, 'training.attended', session, { producer: id, commune, course, person, day });
  }
}
