import { belongsTo, type ListingStep, type Remark } from '@chophien/contracts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';

export interface NewStep {
  offer: string;
  producer: string;
  what: ListingStep['what'];
  at: Date;
  changes?: ListingStep['changes'];
  remarks?: readonly Remark[];
}

/** Writes one line of a listing's history. */
export const noteStep = async (
  tx: Tx,
  actor: Actor,
  { offer, producer, what, at, changes = [], remarks = [] }: NewStep,
): Promise<void> => {
  await rows(
    tx,
    `insert into catalogue.listing_step (offer, at, what, by, by_kind, changes, remarks)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [offer, at, what, actor.id, kindOf(actor, producer), JSON.stringify(changes), JSON.stringify(remarks)],
  );
};

const kindOf = (actor: Actor, producer: string): ListingStep['by'] => {
  if (actor.kind === 'official' || actor.kind === 'system') return actor.kind;
  return belongsTo(actor, producer) ? 'seller' : 'helper';
};
