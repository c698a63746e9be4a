import { goods as area } from '../../phone/area.ts';
import { isOld, tellLeft } from '../../phone/flush.ts';
import { nextSeq, unsent } from '../../phone/queue.ts';
import type { Sealed } from '../../phone/seal.ts';
import { type Shelves, Store } from '../../phone/store.ts';
import { begun, type Goods, hasNews } from './goods.ts';

export interface GoodsShelves extends Shelves {
  queue: Goods;
  photos: Sealed;
}
/** What the phone keeps for one person who sells. */
export type GoodsStore = Store<GoodsShelves>;

const keys = { queue: 'seq', photos: 'id', meta: 'key' };

export const openGoods = (person: string): Promise<GoodsStore> => Store.open<GoodsShelves>(area, person, keys);

export const goodsOf = async (store: GoodsStore, id: string): Promise<Goods | undefined> =>
  (await store.all('queue')).find((one) => one.id === id);

/** The listing with this id as it is at this moment; begun if nobody knows it. */
export const changeGoods = async (
  store: GoodsStore,
  { id, producer }: { id: string; producer: string },
  work: (now: Goods) => Goods,
): Promise<Goods> => {
  const known = await goodsOf(store, id);
  const seq = known?.seq ?? nextSeq(await store.all('queue'));
  if (!known) await store.put('queue', begun(id, producer, seq));
  let after: Goods | undefined;
  await store.change('queue', seq, (now) => (after = work(now)));
  return after ?? begun(id, producer, seq);
};

/** Gone from the phone, with its pictures. */
export const dropGoods = async (store: GoodsStore, { seq, photos }: Goods): Promise<void> => {
  await store.write(['queue', 'photos'], ([queue, pictures]) => {
    queue?.delete(seq);
    for (const { id } of photos) pictures?.delete(id);
  });
};

/** How many the server knows nothing of, or not all, is told to pages that do not open the store; what was sent is forgotten after a day. */
export const count = async (store: GoodsStore, person: string): Promise<Goods[]> => {
  const queue = await store.all('queue');
  const old = queue.filter(isOld);
  for (const one of old) await dropGoods(store, one);
  tellLeft(area, person, unsent(queue).filter((one) => one.state !== 'draft' || hasNews(one)).length);
  return queue.filter((one) => !old.includes(one));
};
