import { areaOf, type ListingState, Problem, producersOf } from '@chophien/contracts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { ListingReviewCase } from './review.entity.ts';
import { holdSight } from './sight.ts';

/** A listing that nobody else changes until the transaction ends. */
export interface LockedOffer {
  id: string;
  product: string;
  producer: string;
  commune: string;
  province: string;
  name: string;
  category: string;
  price: number;
  state: ListingState;
  version: number;
  approvedAt: Date | null;
}

/** One of the actor's own. Sight is held first: a suspension heard meanwhile comes after us. @throws Problem catalogue.not-found */
export const lockMine = (tx: Tx, actor: Actor, id: string): Promise<LockedOffer> =>
  lock(tx, id, 'producer = any($2::uuid[])', [producersOf(actor, 'listing.publish')]);

/** One of the official's area. @throws Problem catalogue.not-found */
export const lockInArea = (tx: Tx, actor: Actor, id: string): Promise<LockedOffer> => {
  const { communes, provinces } = areaOf(actor, 'listing.review');
  return lock(tx, id, '(commune = any($2::text[]) or province = any($3::text[]))', [communes, provinces]);
};

const lock = async (tx: Tx, id: string, whose: string, values: unknown[]): Promise<LockedOffer> => {
  const [found] = await rows<{ producer: string }>(
    tx,
    `select producer from catalogue.offer where id = $1 and ${whose}`,
    [id, ...values],
  );
  if (!found) throw new Problem('catalogue.not-found');
  await holdSight(tx, found.producer, 'beside');
  const [offer] = await rows<LockedOffer>(
    tx,
    `select id, product, producer, commune, province, name, category, price, state, version, approved_at as "approvedAt"
     from catalogue.offer where id = $1 for update`,
    [id],
  );
  return offer as LockedOffer;
};

/** The latest look at a listing, open or over. */
export const lastReview = async (tx: Tx, offer: string): Promise<ListingReviewCase | undefined> => {
  const [last] = await rows<ListingReviewCase>(
    tx,
    `select id, offer, producer, commune, province, kind, state, round, edit, remarks, since,
            submitted_by as "submittedBy", decided_by as "decidedBy", decided_at as "decidedAt"
     from catalogue.listing_review where offer = $1
     order by state in ('in_review', 'returned') desc, since desc, id desc limit 1`,
    [offer],
  );
  return last;
};

export const isOpen = (review: ListingReviewCase | undefined): review is ListingReviewCase =>
  review?.state === 'in_review' || review?.state === 'returned';
