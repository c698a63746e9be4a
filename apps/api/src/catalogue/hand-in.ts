import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import type { LockedOffer } from './lock-offer.ts';
import { noteStep } from './note-step.ts';

type Offer = Pick<LockedOffer, 'id' | 'producer' | 'commune' | 'province' | 'name'>;

/** Puts a listing before the officials of its area: for the first time, or again after it was mended. */
export const handIn = async (tx: Tx, actor: Actor, offer: Offer, now: Date): Promise<void> => {
  const [{ round }] = (await rows<{ round: number }>(
    tx,
    `insert into catalogue.listing_review as review (offer, producer, commune, province, kind, state, since, submitted_by)
     values ($1, $2, $3, $4, 'listing', 'in_review', $5, $6)
     on conflict (offer) where state in ('in_review', 'returned') do update set state = 'in_review',
       round = review.round + 1, since = excluded.since, submitted_by = excluded.submitted_by, remarks = '[]'
     returning round`,
    [offer.id, offer.producer, offer.commune, offer.province, now, actor.id],
  )) as [{ round: number }];
  await noteStep(tx, actor, { offer: offer.id, producer: offer.producer, what: 'submitted', at: now });
  const { producer, commune, province, name } = offer;
  const [asked] = await rows<{ price: number; unit: string }>(
    tx,
    'select price, unit from catalogue.offer where id = $1',
    [offer.id],
  );
  const { price, unit } = asked as { price: number; unit: string };
  const said = { producer, commune, province, name, price, unit, again: round > 1 };
  await record(tx, actor, 'listing.submitted', offer.id, said);
};

/** Ends the open look at a listing, as nobody needs to decide it any more. */
export const cancelReview = async (tx: Tx, offer: string, now: Date): Promise<void> => {
  await rows(
    tx,
    `update catalogue.listing_review set state = 'cancelled', decided_at = $2
     where offer = $1 and state in ('in_review', 'returned')`,
    [offer, now],
  );
};
