/// <reference lib="dom" />
import { piece, say, slot } from '../../phone/dom.ts';
import { unsent } from '../../phone/queue.ts';
import { MINE, stepPath } from '../path.ts';
import { type Goods, hasNews } from './goods.ts';
import { count, dropGoods, type GoodsStore } from './store.ts';

interface Showing {
  store: GoodsStore;
  person: string;
  send: () => void;
}

/** Shows what lies on this phone and is not with the server: nothing is called saved that only lies here. */
export const showQueue = async (showing: Showing): Promise<void> => {
  const section = document.querySelector<HTMLElement>('[data-queue]');
  const list = section && slot(section, 'entries');
  const queue = await count(showing.store, showing.person);
  if (!section || !list) return;
  const open = document.querySelector<HTMLElement>('[data-wizard]');
  const here = new URL(location.href).searchParams.get('nhap') ?? open?.dataset.id;
  // In the middle of one listing the others are out of the way.
  const quiet = open !== null && open.dataset.step !== 'anh' && open.dataset.step !== undefined;
  // What the server keeps too stands in its own list, where there is one.
  const listed = location.pathname === MINE && document.querySelector('[data-view]') === null;
  const shown = unsent(queue)
    .filter((one) => one.id !== here && !(listed && one.state === 'draft' && !hasNews(one)))
    .toSorted((a, b) => a.seq - b.seq);
  section.hidden = quiet || shown.length === 0;
  const waiting = shown.filter(({ state }) => state !== 'draft').length;
  const drafts = shown.length - waiting;
  const told = [waiting > 0 && `${waiting} món chưa gửi`, drafts > 0 && `${drafts} món soạn dở`]
    .filter(Boolean)
    .join(', ');
  if (slot(section, 'told')?.textContent !== told) say(section, 'told', told);
  list.replaceChildren(...shown.map((one) => row(one, showing)));
  const button = section.querySelector<HTMLButtonElement>('[data-go=send]');
  if (button) button.hidden = !shown.some(({ state }) => state === 'wait' || state === 'sending');
};

const row = (goods: Goods, showing: Showing): HTMLElement => {
  const { id, answers, state, photos, said, fields = {} } = goods;
  const line = piece('t-entry');
  const states = document.getElementById('t-states') as HTMLTemplateElement | null;
  const badge = states?.content.querySelector(`[data-state=${state}]`)?.cloneNode(true);
  if (badge) slot(line, 'state')?.replaceChildren(badge);
  say(line, 'what', answers.name ?? 'Món chưa có tên');
  const sent = photos.filter((photo) => photo.state === 'sent').length;
  if (state === 'sending') say(line, 'photos', `Đang gửi ${Math.min(sent + 1, photos.length)}/${photos.length} ảnh`);
  say(line, 'said', [said, ...Object.values(fields)].filter(Boolean).join(' '));
  const way = slot(line, 'open') as HTMLAnchorElement | null;
  if (way) {
    way.href = stepPath('xem-lai', id);
    way.textContent = state === 'fix' ? 'Sửa' : state === 'draft' ? 'Làm tiếp' : 'Xem';
  }
  const change = async (work: () => Promise<void>) => {
    await work();
    await showQueue(showing);
    showing.send();
  };
  const again = line.querySelector<HTMLButtonElement>('[data-go=again]');
  if (again) {
    again.hidden = state !== 'fix';
    again.addEventListener(
      'click',
      () => void change(() => showing.store.change('queue', goods.seq, (now) => ({ ...now, state: 'wait' }))),
    );
  }
  line.querySelector('[data-go=drop]')?.addEventListener('click', () => {
    if (confirm('Bỏ món này khỏi máy? Không lấy lại được.')) void change(() => dropGoods(showing.store, goods));
  });
  return line;
};
