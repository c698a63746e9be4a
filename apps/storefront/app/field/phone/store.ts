import type { FieldHousehold } from '@chophien/contracts';
import { field } from '../../phone/area.ts';
import { nextSeq } from '../../phone/queue.ts';
import type { Sealed } from '../../phone/seal.ts';
import { type Shelves, Store } from '../../phone/store.ts';
import type { Kit } from '../household-form.tsx';
import type { Queued } from './queue.ts';

export interface FieldShelves extends Shelves {
  households: FieldHousehold;
  queue: Queued;
  slips: Sealed;
}
/** What the phone keeps for one helper. */
export type FieldStore = Store<FieldShelves>;

const keys = { households: 'id', queue: 'seq', slips: 'id', meta: 'key' };

export const openField = (helper: string): Promise<FieldStore> => Store.open<FieldShelves>(field, helper, keys);

export const kitOf = (store: FieldStore): Promise<Kit | undefined> => store.meta<Kit>('kit');

/** An entry and its slip: both or neither. The entry gets the next place in the queue. */
export const enqueue = async (store: FieldStore, entry: Omit<Queued, 'seq'>, slip?: Sealed): Promise<Queued> => {
  const queued = { ...entry, seq: nextSeq(await store.all('queue')) };
  await store.write(['queue', 'slips'], ([queue, slips]) => {
    queue?.add(queued);
    if (slip) slips?.put(slip);
  });
  return queued;
};
