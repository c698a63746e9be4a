import { Problem, producersOf } from '@chophien/contracts';
import { In } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import { Level } from './stock.entity.ts';

/**
 * The level of one of the actor's own offers, locked until the transaction ends; another's is `stock.not-found`. Places of a
 * day are the catalogue's to change: `stock.counts-places`.
 */
export async function lockLevel(tx: Tx, actor: Actor, offer: string): Promise<Level> {
  const level = await tx.findOne(Level, {
    where: { offer, producer: In(producersOf(actor, 'stock.change')) },
    lock: { mode: 'for_no_key_update' },
  });
  if (!level) throw new Problem('stock.not-found');
  if (level.counts === 'places') throw new Problem('stock.counts-places');
  return level;
}
