import { Problem } from '@chophien/contracts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type LockedOffer, lockMine } from './lock-offer.ts';

interface LockedDate {
  offer: LockedOffer;
  startsAt: Date;
  places: number;
  state: 'open' | 'past' | 'cancelled';
}

/** One of the actor's own services, which nobody else changes meanwhile. @throws Problem catalogue.not-found, .not-a-service */
export const lockService = async (tx: Tx, actor: Actor, id: string): Promise<LockedOffer> => {
  const offer = await lockMine(tx, actor, id);
  const [{ kind } = { kind: '' }] = await rows<{ kind: string }>(tx, 'select kind from catalogue.offer where id = $1', [
    id,
  ]);
  if (kind !== 'service') throw new Problem('catalogue.not-a-service');
  return offer;
};

/** One of its days. @throws Problem catalogue.not-found, catalogue.not-a-service */
export const lockDate = async (tx: Tx, actor: Actor, id: string, date: string): Promise<LockedDate> => {
  const offer = await lockService(tx, actor, id);
  const [found] = await rows<Omit<LockedDate, 'offer'>>(
    tx,
    'select starts_at as "startsAt", places, state from catalogue.service_date where id = $1 and offer = $2 for update',
    [date, id],
  );
  if (!found) throw new Problem('catalogue.not-found');
  return { offer, ...found };
};

/** A day that is past or cancelled changes no more. @throws Problem catalogue.date-not-open */
export const mustBeOpen = ({ state, startsAt }: LockedDate, now: Date): void => {
  if (state !== 'open' || startsAt <= now) throw new Problem('catalogue.date-not-open');
};
