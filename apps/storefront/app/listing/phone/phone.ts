/// <reference lib="dom" />
import type { ListingDraft } from '@chophien/contracts';
import { goods as area, keptPageOf } from '../../phone/area.ts';
import { copy, piece, say, slot } from '../../phone/dom.ts';
import { type Ended, whenever } from '../../phone/flush.ts';
import { isAway, isLocked, whose } from '../../phone/whose.ts';
import { FORM, MINE } from '../path.ts';
import { flush, type KeptKit } from './flush.ts';
import { merged } from './goods.ts';
import { showQueue } from './show-queue.ts';
import { changeGoods, type GoodsStore, openGoods } from './store.ts';
import { runWizard } from './wizard.ts';

// The script of whoever sells: what is answered lies on the phone until the server has it.

const root = document.querySelector<HTMLElement>('[data-goods]');
const view = document.querySelector<HTMLElement>('[data-view]');

const endings: Record<Exclude<Ended, 'done' | 'later'>, string> = {
  'sign-in': 'Hãy đăng nhập lại bằng đúng tài khoản đã soạn để gửi các món đang chờ.',
  'not-allowed': 'Tài khoản này không đăng bán được lúc này. Các món chưa gửi vẫn nằm trên máy.',
};

/** What this page brought along: for whom she may sell, and the listing as the server keeps it. */
const takeIn = async (store: GoodsStore): Promise<KeptKit | undefined> => {
  const { kit, draft } = root?.dataset ?? {};
  if (kit) await store.note('kit', JSON.parse(kit));
  if (draft) {
    const { id, producer, answers } = JSON.parse(draft) as ListingDraft;
    await changeGoods(store, { id, producer }, (now) => merged(now, { answers }));
  }
  return store.meta<KeptKit>('kit');
};

/** What the page the phone keeps stands for now. */
const screenOf = (path: string): string => {
  if (path.startsWith(FORM)) return 'v-wizard';
  if (path === '/ban-hang' || path === keptPageOf(area)) return 'v-home';
  return path === MINE ? 'v-mine' : 'v-none';
};

interface KnownGoods {
  name: string;
  about: string;
}

/** The list as it was last seen, for the days without a line. */
const remember = async (store: GoodsStore): Promise<void> => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-known]')];
  if (location.pathname !== MINE || view) return;
  const items = rows.map(({ dataset }) => ({ name: dataset.known ?? '', about: dataset.about ?? '' }));
  await store.note('known', { at: new Date().toISOString(), items });
};

const recall = async (store: GoodsStore, place: HTMLElement): Promise<void> => {
  const known = await store.meta<{ at: string; items: KnownGoods[] }>('known');
  if (!known) return;
  const at = new Date(known.at).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
  say(place, 'seen', `Hàng đã đăng, xem lần cuối lúc ${at}. Sửa giá, số lượng khi có mạng.`);
  const rows = known.items.map(({ name, about }) => {
    const line = piece('t-known');
    say(line, 'name', name);
    say(line, 'about', about);
    return line;
  });
  slot(place, 'known')?.replaceChildren(...rows);
};

const start = async (): Promise<void> => {
  const person = await whose(area, root?.dataset.person);
  if (!person || (view && isLocked(area))) {
    view?.replaceChildren(copy(person ? 'v-locked' : 'v-none'));
    return;
  }
  const store = await openGoods(person);
  const kit = await takeIn(store);
  const told = () => showQueue({ store, person, send: () => void send() });
  const send = async (): Promise<Ended> => {
    if (!navigator.onLine) {
      await told();
      return 'later';
    }
    const ended = await flush(store, person, told);
    const words = ended === 'sign-in' || ended === 'not-allowed' ? endings[ended] : undefined;
    const status = document.querySelector('[data-queue] [data-slot=told]');
    if (words && status) status.textContent = words;
    return ended;
  };
  if (view) {
    view.replaceChildren(copy(screenOf(location.pathname)));
    // What was not sent stands before what was seen last.
    const queue = document.querySelector('[data-queue]');
    if (queue) slot(view, 'queue')?.append(queue);
    await recall(store, view);
  } else await remember(store);
  if (document.querySelector('[data-wizard]')) runWizard({ store, kit, send });
  document.querySelector('[data-queue] [data-go=send]')?.addEventListener('click', () => void send());
  const offline = () => {
    for (const note of document.querySelectorAll<HTMLElement>('[data-offline]'))
      note.hidden = !isAway(keptPageOf(area));
  };
  offline();
  for (const change of ['online', 'offline']) addEventListener(change, offline);
  await told();
  whenever(() => void send());
  await navigator.serviceWorker?.register(`${area.path}/sw.js`, { scope: area.path }).catch(() => undefined);
  void navigator.storage?.persist?.();
  if (navigator.onLine) void send();
};

// Where the browser keeps nothing safely (no https), the pages work without all this.
if (isSecureContext && root) void start();
