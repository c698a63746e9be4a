/// <reference lib="dom" />
import { FIELD } from '../paths.ts';
import { copy } from './dom.ts';
import { beginAnew, type Ended, flush } from './flush.ts';
import { takeForms } from './forms.ts';
import { pull } from './pull.ts';
import { show } from './show.ts';
import { showQueue } from './show-queue.ts';
import { LOCK, MARK, Store } from './store.ts';
import { left, wipe } from './wipe.ts';

// The field's script: what a helper writes lies on her phone until the server has it.

const field = document.querySelector<HTMLElement>('[data-field]');
const view = document.querySelector('[data-view]');

/** Whose phone it is. Only a page of the server says so; another's data is wiped, with a warning when something was not sent. */
const whose = async (): Promise<string | null> => {
  const before = localStorage.getItem(MARK);
  const now = field?.dataset.helper;
  if (!now) return before;
  if (before && before !== now) {
    const n = left();
    const words = `Máy này còn ${n} mục chưa gửi của người dùng trước. Bấm OK để xoá và dùng máy này.`;
    if (n > 0 && !confirm(words)) {
      location.assign('/dang-xuat');
      return null;
    }
    await wipe(before);
  }
  localStorage.setItem(MARK, now);
  localStorage.removeItem(LOCK);
  return now;
};

const endings: Record<Exclude<Ended, 'done' | 'later'>, string> = {
  'sign-in': 'Hãy đăng nhập lại để gửi các mục đang chờ.',
  'not-allowed': 'Bạn không còn được nhập hộ ở đây. Các mục chưa gửi vẫn nằm trên máy này.',
};

/** Without a line: the browser says so, or the kept page stands where the server's should. */
const isAway = (): boolean => !navigator.onLine || (view !== null && location.pathname !== `${FIELD}/may`);

const start = async (): Promise<void> => {
  const helper = await whose();
  if (!helper || (view && localStorage.getItem(LOCK))) {
    if (view) view.replaceChildren(copy(helper ? 'v-locked' : 'v-none'));
    return;
  }
  const store = await Store.open(helper);
  const told = () => showQueue({ store, send });
  const send = () =>
    void flush(store, told).then((ended) => {
      const words = ended in endings ? endings[ended as keyof typeof endings] : undefined;
      const status = document.querySelector('[data-queue] [data-slot=told]');
      if (words && status) status.textContent = words;
    });
  takeForms(store, told);
  document.querySelector('[data-queue] [data-go=send]')?.addEventListener('click', send);
  const offline = () => {
    for (const note of document.querySelectorAll<HTMLElement>('[data-offline]')) note.hidden = !isAway();
  };
  offline();
  await show(store);
  await told();
  addEventListener('online', () => {
    offline();
    beginAnew();
    send();
  });
  addEventListener('offline', offline);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    beginAnew();
    send();
  });
  await navigator.serviceWorker?.register(`${FIELD}/sw.js`, { scope: FIELD }).catch(() => undefined);
  void navigator.storage?.persist?.();
  if (!navigator.onLine) return;
  send();
  const wasThere = new Date((await store.meta<string>('updated')) ?? 0);
  const isOld = Date.now() - wasThere.getTime() > 5 * 60_000;
  if (location.pathname === FIELD || isOld) await pull(store);
  await tell(store);
};

/** When the phone last fetched its households. */
const tell = async (store: Store): Promise<void> => {
  const place = document.querySelector<HTMLElement>('[data-kept]');
  const updated = await store.meta<string>('updated');
  if (!place || !updated) return;
  const households = (await store.all('households')).length;
  const at = new Date(updated).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
  place.textContent = `Máy này giữ ${households} hộ để dùng khi không có mạng, cập nhật lúc ${at}.`;
  place.hidden = false;
};

// Where the browser keeps nothing safely (no https), the pages work without all this.
if (isSecureContext) void start();
