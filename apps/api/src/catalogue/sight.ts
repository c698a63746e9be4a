import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';

const actor = system('catalogue');

/**
 * The requirements that keep goods of a category out of sight, and since when: of each requirement the latest fact counts
 * that was said of the category or of all goods. `producer` and `category` are our own SQL.
 */
export const lapsesOver = (producer: string, category: string): string => `
  select requirement, at from (
    select distinct on (requirement) requirement, state, at from catalogue.lapse
    where lapse.producer = ${producer} and lapse.category in ('*', ${category})
    order by requirement, at desc, event desc
  ) latest where state = 'lapsed'`;

/**
 * Holds off, until the transaction ends, whatever would change who sees this producer's listings: `alone` for what decides
 * over all of them, else `beside` others that add one.
 */
export const holdSight = async (tx: Tx, producer: string, how: 'alone' | 'beside'): Promise<void> => {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await rows(tx, `select ${lock}(hashtextextended('catalogue.sight ' || $1, 0))`, [producer]);
};

/** Whether a listing of this category would be seen now, if it were on sale. */
export const wouldBeSeen = async (tx: Tx, producer: string, category: string): Promise<boolean> => {
  const [found] = await rows<{ seen: boolean }>(
    tx,
    `select exists (select from catalogue.standing where producer = $1 and state = 'approved')
       and not exists (${lapsesOver('$1', '$2')}) as seen`,
    [producer, category],
  );
  return found?.seen ?? false;
};

/** Brings each listing of a producer into sight or out of it, as everything known says, and tells of each that changed. */
export const settleSight = async (tx: Tx, producer: string): Promise<void> => {
  const changed = await rows<{ id: string; producer: string; commune: string; price: number }>(tx, settle, [producer]);
  for (const { id, ...rest } of changed) {
    await record(tx, actor, 'listing.changed', id, { ...rest, changed: ['visibility'] });
  }
};

const settle = `with due as (
    select offer.id, offer.state = 'published' and offer.window_state <> 'ended'
      and exists (select from catalogue.standing where standing.producer = $1 and standing.state = 'approved')
      and not exists (${lapsesOver('$1', 'offer.category')}) as seen
    from catalogue.offer offer where offer.producer = $1
  )
  update catalogue.offer set visible = due.seen from due where offer.id = due.id and offer.visible <> due.seen
  returning offer.id, offer.producer, offer.commune, offer.price`;
