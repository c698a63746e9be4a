/// <reference lib="dom" />
import { field as area, keptPageOf } from '../../phone/area.ts';
import { copy } from '../../phone/dom.ts';
import { type Ended, whenever } from '../../phone/flush.ts';
import { isAway, isLocked, whose } from '../../phone/whose.ts';
import { FIELD } from '../paths.ts';
import { flush } from './flush.ts';
import { takeForms } from './forms.ts';
import { pull } from './pull.ts';
import { show } from './show.ts';
import { showQueue } from './show-queue.ts';
import { type FieldStore, openField } from './store.ts';

// The field's script: what a helper writes lies on her phone until the server has it.

const field = document.querySelector<HTMLElement>('[data-field]');
const view = document.querySelector('[data-view]');

const endings: Record<Exclude<Ended, 'done' | 'later'>, string> = {
  'sign-in': 'Hãy đăng nhập lại để gửi các mục đang chờ.',
  'not-allowed': 'Bạn không còn được nhập hộ ở đây. Các mục chưa gửi vẫn nằm trên máy này.',
};

const start = async (): Promise<void> => {
  const helper = await whose(area, field?.dataset.helper);
  if (!helper || (view && isLocked(area))) {
    if (view) view.replaceChildren(copy(helper ? 'v-locked' : 'v-none'));
    return;
  }
  const store = await openField(helper);
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
    for (const note of document.querySelectorAll<HTMLElement>('[data-offline]'))
      note.hidden = !isAway(keptPageOf(area));
  };
  offline();
  await show(store);
  await told();
  for (const change of ['online', 'offline']) addEventListener(change, offline);
  whenever(send);
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
const tell = async (store: FieldStore): Promise<void> => {
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
