/// <reference lib="dom" />
import { householdPath, keptPath, type Step } from '../paths.ts';
import { piece, say, slot } from '../../phone/dom.ts';
import { unsent } from '../../phone/queue.ts';
import { count } from './flush.ts';
import { shownPath, viewOf } from './place.ts';
import { another, insisting, type Queued, sameAs } from './queue.ts';
import type { FieldStore } from './store.ts';

const what: Record<Queued['kind'], string> = {
  household: 'Hộ mới',
  'consent-code': 'Đồng ý bằng mã',
  'consent-slip': 'Đồng ý bằng phiếu',
  answers: 'Câu trả lời',
  visit: 'Buổi thăm',
};

const why = { phone: 'cùng số điện thoại', citizen: 'cùng số căn cước', name: 'cùng tên, cùng thôn' };

/** Where an entry is mended. */
const formOf = ({ kind, household, typed }: Queued): string => {
  if (kind === 'household') return '/nhap-ho/them';
  const isPlace = typed.some(([name, value]) => name === 'items' && value === 'address');
  const answers: Step = isPlace ? 'hoi/noi-o' : 'hoi/gian-hang';
  const step: Step = kind === 'answers' ? answers : kind === 'visit' ? 'tham' : 'dong-y';
  return householdPath(household, step);
};

interface Showing {
  store: FieldStore;
  /** Sends what waits. */
  send: () => void;
}

/**
 * Shows what this phone has not sent, and what must be mended; nothing is called saved that only lies here. It is unfolded on the
 * list, and where something of the household that is shown must be mended.
 */
export const showQueue = async ({ store, send }: Showing): Promise<void> => {
  const section = document.querySelector<HTMLElement>('[data-queue]');
  const list = section && slot(section, 'entries');
  if (!section || !list) return;
  const queue = await count(store);
  const open = unsent(queue).toSorted((a, b) => a.seq - b.seq);
  const sent = queue.length - open.length;
  section.hidden = queue.length === 0;
  const shown = viewOf(shownPath(new URL(location.href)));
  const unfolds = open.some(
    ({ state, household }) =>
      shown.view === 'list' || (state === 'fix' && 'household' in shown && shown.household === household),
  );
  const folded = section.querySelector('details');
  if (folded && unfolds) folded.open = true;
  const told = [open.length > 0 && `${open.length} mục chưa gửi`, sent > 0 && `${sent} mục đã gửi`].filter(Boolean);
  if (slot(section, 'told')?.textContent !== told.join(', ')) say(section, 'told', told.join(', '));
  list.replaceChildren(...open.map((entry) => row(entry, { store, send })));
  const button = section.querySelector<HTMLButtonElement>('[data-go=send]');
  if (button) {
    button.hidden = open.every(({ state }) => state === 'fix');
  }
};

const row = (entry: Queued, showing: Showing): HTMLElement => {
  const line = piece('t-entry');
  const state = piece('t-states').parentElement?.querySelector(`[data-state=${entry.state}]`);
  if (state) slot(line, 'state')?.replaceChildren(state);
  say(line, 'what', `${what[entry.kind]}: ${entry.name}`);
  if (entry.state !== 'fix') return line;
  say(line, 'said', (entry.sentences ?? []).filter(Boolean).join(' '));
  const ways = slot(line, 'ways');
  if (ways) ways.hidden = false;
  const change = async (work: () => Promise<void>) => {
    await work();
    await showQueue(showing);
    showing.send();
  };
  choices(line, entry, showing.store, change);
  const mended = slot(line, 'mend') as HTMLAnchorElement | null;
  if (mended) mended.href = `${keptPath(formOf(entry))}&muc=${entry.seq}`;
  const on = (go: string, work: () => Promise<void>) => {
    const button = line.querySelector<HTMLButtonElement>(`[data-go=${go}]`);
    button?.addEventListener('click', () => void change(work));
  };
  on('again', () => showing.store.put('queue', { ...entry, state: 'wait' }));
  on('drop', async () => {
    if (confirm('Bỏ mục này khỏi máy? Không lấy lại được.')) await drop(showing.store, entry);
  });
  return line;
};

/** What a person decides: which household it is, or whose words stand. */
const choices = (
  line: HTMLElement,
  entry: Queued,
  store: FieldStore,
  change: (work: () => Promise<void>) => Promise<void>,
): void => {
  const place = slot(line, 'choices');
  if (!place) return;
  const offer = (words: string, button: string, work: () => Promise<void>) => {
    const choice = piece('t-choice');
    say(choice, 'words', words);
    const press = choice.querySelector('button');
    if (press) {
      press.textContent = button;
      press.addEventListener('click', () => void change(work));
    }
    place.append(choice);
    place.hidden = false;
  };
  for (const { household, name, place: where, why: reason } of entry.twins ?? []) {
    const words = household
      ? `${[name, where].filter(Boolean).join(', ')} (${why[reason]})`
      : `Một hộ ngoài địa bàn của bạn (${why[reason]})`;
    if (household) offer(words, 'Chính là hộ này', () => merge(store, entry, household));
    else say(line, 'said', words);
  }
  if (entry.twins?.length)
    offer(`${entry.name} là một hộ khác`, 'Hộ khác, vẫn nhập', () => store.put('queue', another(entry)));
  for (const { item, mine, theirs, theirsBy } of entry.conflicts ?? []) {
    say(line, 'said', `Người khác đã trả lời khác (${theirsBy ?? 'chính hộ'}). Chọn bản nào đúng:`);
    offer(`Trên máy chủ: ${flat(theirs)}`, 'Giữ bản trên máy chủ', () => without(store, entry, item));
    offer(`Của bạn: ${flat(mine)}`, 'Dùng bản của tôi', () => store.put('queue', insisting(entry)));
  }
};

const flat = (value: string | string[] | null): string =>
  Array.isArray(value) ? value.join(', ') : (value ?? '(bỏ trống)');

const without = async (store: FieldStore, entry: Queued, item: string): Promise<void> => {
  const conflicts = (entry.conflicts ?? []).filter((one) => one.item !== item);
  if (conflicts.length === 0) await store.drop('queue', entry.seq);
  else await store.put('queue', { ...entry, conflicts });
};

const merge = async (store: FieldStore, entry: Queued, theirs: string): Promise<void> => {
  await store.put('queue', ...sameAs(await store.all('queue'), entry.household, theirs));
  await store.drop('queue', entry.seq);
};

/** An entry, and with a household that was never sent everything written for it. */
const drop = async (store: FieldStore, entry: Queued): Promise<void> => {
  const queue = await store.all('queue');
  const gone = entry.kind === 'household' ? queue.filter(({ household }) => household === entry.household) : [entry];
  await store.drop('slips', ...gone.flatMap(({ paper }) => (paper ? [paper] : [])));
  await store.drop('queue', ...gone.map(({ seq }) => seq));
};
