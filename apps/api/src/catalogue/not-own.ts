import { Problem } from '@chophien/contracts';
import type { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';

/**
 * Nobody lets be shown what her own household sells, nor a cooperative it belongs to: an official is another account, so she
 * is known again by her number.
 * @throws Problem catalogue.own-listing
 */
export const refuseOwn = async (tx: Tx, actor: Actor, producer: string, identity: Identity): Promise<void> => {
  if (!actor.id || actor.kind !== 'official') return;
  const official = await identity.contact(tx, actor.id);
  const owners = await identity.ownersOf(producer);
  if (owners.some(({ person }) => person === actor.id)) throw new Problem('catalogue.own-listing');
  if (!official) return;
  const members = await identity.membersOf(producer);
  const phones = new Set(owners.map(({ phone }) => phone));
  for (const household of [producer, ...members.map(({ household: id }) => id)]) {
    for (const phone of await identity.phonesOf(tx, household)) phones.add(phone);
  }
  if (phones.has(official.phone)) throw new Problem('catalogue.own-listing');
};
