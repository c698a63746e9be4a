import { rows, type Tx } from '../platform/database.ts';
import type { EventOf } from '../platform/outbox.ts';
import type { Standing } from './producer.entity.ts';
import { holdSight, settleSight } from './sight.ts';

/**
 * Keeps whether a producer may sell, by the latest fact about it: an older one that comes late changes nothing. Its
 * listings come into sight or leave it in the same transaction, and each that did is told.
 */
export async function setStanding(
  tx: Tx,
  { subject, at, id }: Pick<EventOf, 'subject' | 'at' | 'id'>,
  state: Standing['state'],
): Promise<void> {
  await holdSight(tx, subject, 'alone');
  const [set] = await rows(
    tx,
    `insert into catalogue.standing (producer, state, at, event) values ($1, $2, $3, $4)
     on conflict (producer) do update set state = excluded.state, at = excluded.at, event = excluded.event
     where (standing.at, standing.event) < (excluded.at, excluded.event)
     returning producer`,
    [subject, state, at, id],
  );
  if (set) await settleSight(tx, subject);
}
