import type { ListingStep } from '@chophien/contracts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { fieldsOf, valuesOf } from './edit.rules.ts';
import type { LockedOffer } from './lock-offer.ts';
import { noteStep } from './note-step.ts';

interface Waits {
  offer: LockedOffer;
  changes: ListingStep['changes'];
  now: Date;
}

/** Puts an edit before the officials: buyers go on reading what was let be shown. It waits from when it was first handed in. */
export const stageEdit = async (tx: Tx, actor: Actor, { offer, changes, now }: Waits): Promise<void> => {
  const { id, producer, commune, province, name } = offer;
  await rows(
    tx,
    `insert into catalogue.listing_review as review
       (offer, producer, commune, province, kind, state, edit, since, submitted_by)
     values ($1, $2, $3, $4, 'edit', 'in_review', $5, $6, $7)
     on conflict (offer) where state in ('in_review', 'returned') do update set edit = excluded.edit, state = 'in_review',
       round = review.round + case when review.state = 'returned' then 1 else 0 end, remarks = '[]',
       since = case when review.state = 'returned' then excluded.since else review.since end,
       submitted_by = excluded.submitted_by`,
    [id, producer, commune, province, JSON.stringify(valuesOf(changes)), now, actor.id],
  );
  await noteStep(tx, actor, { offer: id, producer, what: 'edit-submitted', at: now, changes });
  const fields = fieldsOf(changes);
  await record(tx, actor, 'listing.edit-submitted', id, { producer, commune, province, name, fields });
};
