import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { LockedOffer } from './lock-offer.ts';
import { askOnJump } from './price.rules.ts';
import { threshold } from './thresholds.ts';

interface Asked {
  price: number;
  /** She means it, however far from the price before. */
  confirm?: boolean | undefined;
  now: Date;
}

/**
 * Sets the price from now on and keeps what it was; false if it is that already. What was never shown may be mended freely.
 * @throws Problem catalogue.price-jump
 */
export const setPrice = async (
  tx: Tx,
  actor: Actor,
  offer: Pick<LockedOffer, 'id' | 'price' | 'approvedAt'>,
  { price, confirm, now }: Asked,
): Promise<boolean> => {
  if (offer.price === price) return false;
  if (!confirm && offer.approvedAt !== null) {
    askOnJump({ from: offer.price, to: price, factor: await threshold(tx, 'price-jump-factor', now) });
  }
  // An official who is looking at it saw another price.
  await rows(
    tx,
    'update catalogue.offer set price = $2, version = version + (approved_at is null)::int where id = $1',
    [offer.id, price],
  );
  await rows(tx, 'insert into catalogue.price (offer, price, at, by) values ($1, $2, $3, $4)', [
    offer.id,
    price,
    now,
    actor.id,
  ]);
  return true;
};
