/// <reference lib="dom" />
import type { ListingDraft, PictureView } from '@chophien/contracts';
import { goods as area } from '../../phone/area.ts';
import { type Ended, flushAll, passes, waits } from '../../phone/flush.ts';
import { nextOf } from '../../phone/queue.ts';
import { unseal } from '../../phone/seal.ts';
import type { Kit } from '../kit.ts';
import { type Goods, hasNews, merged, type Photo, told, unsaid, withPhoto } from './goods.ts';
import { dropGoods, type GoodsStore } from './store.ts';

export type KeptKit = Omit<Kit, 'crops'>;

/** Whose turn it is: what was handed in, in its order; then what is still being written. Of households one may act for now. */
const nextUp = (queue: readonly Goods[], mine: (one: Goods) => boolean, skipped: ReadonlySet<string>) => {
  const here = queue.filter((one) => mine(one) && !skipped.has(one.id));
  return nextOf(here) ?? here.find((one) => one.state === 'draft' && hasNews(one));
};

/**
 * Sends what waits. Before the first, the server says who is signed in on this phone now: what one person kept is never sent as
 * another, nor for a household she does not act for at this moment.
 */
export const flush = (store: GoodsStore, person: string, told: () => Promise<void>): Promise<Ended> => {
  let kit: KeptKit | undefined;
  /** Drafts whose answers can't be kept now; they stay on the phone. */
  const skipped = new Set<string>();
  const mine = (one: Goods) => !kit || kit.producers.some(({ id }) => id === one.producer);
  return flushAll<Goods>({
    area,
    told,
    next: async () => {
      const entry = nextUp(await store.all('queue'), mine, skipped);
      if (entry && entry.state !== 'draft') await put(store, entry, (now) => ({ ...now, state: 'sending' }));
      return entry;
    },
    send: async (entry) => {
      try {
        if (!kit) {
          const answer = await fetch(`${area.path}/bo`, { redirect: 'manual', signal: AbortSignal.timeout(waits) });
          if (!answer.ok) return answer.status;
          kit = (await answer.json()) as KeptKit;
          await store.note('kit', kit);
          if (kit.person !== person) return 401;
          if (!mine(entry)) return 200;
        }
        return await sendOne(store, entry, { person, told, skipped });
      } catch {
        return 0;
      } finally {
        if (entry.state !== 'draft')
          await put(store, entry, (now) => (now.state === 'sending' ? { ...now, state: 'wait' } : now));
      }
    },
  });
};

const put = (store: GoodsStore, { seq }: Goods, work: (now: Goods) => Goods): Promise<void> =>
  store.change('queue', seq, work);

interface Sender {
  person: string;
  told: () => Promise<void>;
  skipped: Set<string>;
}

/** Its pictures one by one, then what was answered, then the listing. The answer's status; 200 when it is settled. */
const sendOne = async (store: GoodsStore, entry: Goods, sender: Sender): Promise<number> => {
  for (const photo of entry.photos) {
    if (photo.state !== 'wait') continue;
    const status = await sendPhoto(store, entry, photo, sender.person);
    if (status !== 200) return status;
    await sender.told();
  }
  const now = await store.get('queue', entry.seq);
  if (!now) return 200;
  // Taken while the others were on their way: it goes up before the listing does, in the next round.
  if (now.photos.some(({ state }) => state === 'wait')) return 200;
  if (now.photos.some(({ state }) => state === 'fix') && now.state !== 'draft') {
    await put(store, now, (one) => ({ ...one, state: 'fix', said: 'Có ảnh chưa gửi được: bỏ ảnh đó hoặc chụp lại.' }));
    return 200;
  }
  return now.state === 'draft' ? keepAnswers(store, now, sender) : handIn(store, now, sender.person);
};

const sendPhoto = async (store: GoodsStore, entry: Goods, photo: Photo, person: string): Promise<number> => {
  const sealed = await store.get('photos', photo.id);
  if (!sealed) {
    await put(store, entry, (now) => withPhoto(now, { ...photo, state: 'fix', said: 'Ảnh không còn trên máy.' }));
    return 200;
  }
  const answer = await fetch(`${area.path}/gui/anh/${photo.id}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', 'x-nguoi-gui': person },
    body: await unseal(store, sealed),
    redirect: 'manual',
    signal: AbortSignal.timeout(waits * 3),
  });
  if (passes(answer)) return answer.status;
  const { picture, sentence } = (await answer.json()) as { picture?: PictureView; sentence?: string };
  const after: Photo = picture
    ? { id: photo.id, state: 'sent', view: picture }
    : { ...photo, state: 'fix', said: sentence };
  await put(store, entry, (now) => withPhoto(now, after));
  return 200;
};

const post = (path: string, body: object): Promise<Response> =>
  fetch(area.path + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(waits),
  });

/** What was answered so far goes along, so that another phone of hers, or this one after it broke, goes on from there. */
const keepAnswers = async (store: GoodsStore, entry: Goods, { person, skipped }: Sender): Promise<number> => {
  const { id, producer } = entry;
  const answers = unsaid(entry);
  if (answers.length === 0) return 200;
  const answer = await post('/gui/soan', { person, id, producer, answers });
  if (passes(answer)) return answer.status;
  if (!answer.ok) {
    const { code } = (await answer.json()) as { code?: string };
    // Handed in from another phone meanwhile, or thrown away: here it ends too.
    if (code === 'catalogue.draft-ended') await dropGoods(store, entry);
    else skipped.add(id);
    return 200;
  }
  const { draft } = (await answer.json()) as { draft: ListingDraft | null };
  await put(store, entry, (now) => (draft ? merged(told(now, entry), draft) : told(now, entry)));
  return 200;
};

interface Said {
  outcome?: 'handed-in' | 'refused';
  code?: string;
  sentence?: string;
  fields?: Record<string, string>;
}

const handIn = async (store: GoodsStore, entry: Goods, person: string): Promise<number> => {
  const { id, producer, answers, sure } = entry;
  const all = Object.entries(answers).map(([field, value]) => ({ field, value, age: 0 }));
  const answer = await post('/gui/mon', { person, id, producer, answers: all, sure: sure ?? false });
  if (passes(answer)) return answer.status;
  const { outcome, code, sentence, fields } = (await answer.json()) as Said;
  if (outcome === 'handed-in') {
    await put(store, entry, (now) => ({
      ...now,
      state: 'sent',
      at: new Date().toISOString(),
      said: undefined,
      half: undefined,
    }));
    await store.drop('photos', ...entry.photos.map((photo) => photo.id));
    return 200;
  }
  await put(store, entry, (now) => ({ ...now, state: 'fix', code, said: sentence ?? '', fields: fields ?? {} }));
  return 200;
};
