/// <reference lib="dom" />
import type { FieldHousehold } from '@chophien/contracts';
import type { Kit } from '../household-form.tsx';
import { householdPath, keptPath, type Step } from '../paths.ts';
import { copy, piece, put, say, slot } from '../../phone/dom.ts';
import { unsent } from '../../phone/queue.ts';
import { mend } from './forms.ts';
import { shownPath, type View, viewOf } from './place.ts';
import type { Queued } from './queue.ts';
import { type FieldStore, kitOf } from './store.ts';

/** A household as this phone knows it: from the server, or only from what was typed here. */
interface Known {
  id: string;
  head: string;
  place: string;
  server: FieldHousehold | undefined;
  /** Whether something may be written for it: it agreed, or signed a slip that lies here. */
  mayWrite: boolean;
  slip: boolean;
}

/** Shows, in the page the phone keeps, whatever page of the field was asked for. */
export const show = async (store: FieldStore): Promise<void> => {
  const place = document.querySelector('[data-view]');
  if (!place) return;
  const url = new URL(location.href);
  const view = viewOf(shownPath(url));
  const [households, queue, kit] = [
    await store.all('households'),
    unsent(await store.all('queue')),
    await kitOf(store),
  ];
  const known = knownOf(households, queue, kit);
  const screen = screenOf(view, known, { kit, updated: await store.meta<string>('updated') });
  const entry = queue.find(({ seq }) => seq === Number(url.searchParams.get('muc')));
  const form = screen.querySelector('form');
  if (form && entry) {
    mend(form, entry);
    form.dataset.household = entry.household;
    if (entry.kind === 'household') form.dataset.next = householdPath(entry.household, 'dong-y');
  }
  place.replaceChildren(screen);
};

interface Took {
  kit: Kit | undefined;
  updated: string | undefined;
}

const screenOf = (view: View, all: ReadonlyMap<string, Known>, took: Took): HTMLElement => {
  if (view.view === 'list') return list([...all.values()], took);
  if (view.view === 'new')
    return took.kit ? newHousehold(took.kit) : nothing('Hãy mở trang Nhập hộ một lần khi có mạng.');
  const household = 'household' in view ? all.get(view.household) : undefined;
  if (!household) return nothing();
  if (view.view === 'household') return oneHousehold(household);
  const mayAsk = view.view === 'visit' || view.view === 'consent' || household.mayWrite;
  if (!mayAsk) return nothing('Hộ chưa đồng ý cho bạn ghi giúp. Hãy lấy đồng ý trước.');
  const screen = copy(`v-${view.view}`);
  about(screen, household);
  const form = screen.querySelector('form');
  if (!form) return screen;
  form.dataset.household = household.id;
  form.dataset.next = householdPath(household.id, view.view === 'gian-hang' ? 'hoi/noi-o' : '');
  if (view.view === 'consent') fillConsent(screen, form, took.kit);
  else if (view.view === 'visit') put(form, 'day', [today()]);
  else fillAnswers(form, household);
  return screen;
};

const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(new Date());

const nothing = (words?: string): HTMLElement => {
  const screen = copy('v-none');
  if (words) say(screen, 'why', words);
  return screen;
};

const list = (all: readonly Known[], { updated }: Took): HTMLElement => {
  const screen = copy('v-list');
  const rows = all.toSorted((a, b) => a.head.localeCompare(b.head, 'vi')).map((one) => ({ one, line: listed(one) }));
  slot(screen, 'rows')?.append(...rows.map(({ line }) => line));
  const at = updated && new Date(updated).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
  say(screen, 'kept', `${all.length} hộ trên máy này${at ? `, cập nhật lúc ${at}` : ''}.`);
  const find = screen.querySelector<HTMLInputElement>('[data-find]');
  find?.addEventListener('input', () => {
    const words = plain(find.value);
    for (const { one, line } of rows) line.hidden = !plain(`${one.head} ${one.place}`).includes(words);
  });
  return screen;
};

/** Without accents, as people type on a phone. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase().trim();

const listed = (household: Known): HTMLElement => {
  const line = piece('t-row');
  const link = slot(line, 'name') as HTMLAnchorElement | null;
  if (link) link.href = wayTo(household);
  say(line, 'name', household.head);
  say(line, 'about', [household.place, household.server?.phones[0]].filter(Boolean).join(' · '));
  badges(line, household);
  return line;
};

/** What only this phone knows is shown by what it keeps, also with a line. */
const wayTo = ({ id, server }: Known, step?: Step): string => {
  const path = householdPath(id, step);
  return server ? path : keptPath(path);
};

const badges = (root: HTMLElement, { server, slip }: Known): void => {
  const until = server?.delegation?.until;
  const state = server?.signedIn ? 'own' : until ? 'until' : slip ? 'slip' : 'none';
  const badge = piece(`t-badge-${state}`);
  if (until && state === 'until') badge.append(until.split('-').toReversed().join('/'));
  slot(root, 'badges')?.append(...(server ? [] : [piece('t-badge-local')]), badge);
};

const oneHousehold = (household: Known): HTMLElement => {
  const screen = copy('v-household');
  about(screen, household);
  say(screen, 'name', household.server?.name ?? `Hộ ${household.head}`);
  badges(screen, household);
  if (household.mayWrite) screen.querySelector('[data-no-consent]')?.remove();
  else for (const way of screen.querySelectorAll('[data-writes]')) way.remove();
  return screen;
};

/** Whose it is, on top; and the ways on, which stay on the phone while only the phone knows the household. */
const about = (screen: HTMLElement, household: Known): void => {
  say(screen, 'banner', `Đang nhập hộ: ${[household.head, household.place].filter(Boolean).join(', ')}`);
  for (const way of screen.querySelectorAll<HTMLAnchorElement>('[data-step]')) {
    way.href = wayTo(household, way.dataset.step as Step);
  }
};

const newHousehold = ({ communes }: Kit): HTMLElement => {
  const screen = copy('v-new');
  const form = screen.querySelector('form');
  const where = screen.querySelector<HTMLSelectElement>('[name=where]');
  for (const { code, name, hamlets } of communes) {
    for (const hamlet of hamlets) where?.add(new Option(hamlet.name, `${code}/${hamlet.slug}`));
    where?.add(new Option(`${name}, chưa rõ thôn`, `${code}/`));
  }
  if (form) {
    form.dataset.household = crypto.randomUUID();
    form.dataset.next = householdPath(form.dataset.household, 'dong-y');
  }
  return screen;
};

const fillConsent = (screen: HTMLElement, form: HTMLFormElement, kit: Kit | undefined): void => {
  if (!kit) return;
  say(screen, 'reading', kit.reading.text);
  put(form, 'reading', [kit.reading.version]);
  put(form, 'until', [kit.until]);
  for (const { purpose, version, title, text, required } of kit.texts) {
    const box = piece('t-purpose');
    say(box, 'title', `${title}${required ? ' (bắt buộc)' : ''}`);
    say(box, 'text', text);
    const tick = box.querySelector('input');
    if (tick) tick.value = `${purpose} ${version}`;
    tick?.setAttribute('aria-label', `Hộ đồng ý: ${title}`);
    slot(screen, 'texts')?.append(box);
  }
};

/** What stands, to be changed; of a household only the phone knows, what was typed when it was entered. */
const fillAnswers = (form: HTMLFormElement, { server, head, place }: Known): void => {
  const typed = [
    { item: 'name', value: `Hộ ${head}`, at: '' },
    { item: 'head', value: head, at: '' },
    { item: 'sub-area', value: place, at: '' },
  ];
  for (const { item, value, at } of server?.answers ?? typed) {
    const values = typeof value === 'string' ? [value] : value;
    put(form, item, values);
    put(form, `was-${item}`, [values.toSorted().join(',')]);
    put(form, `seen-${item}`, [at]);
  }
};

const knownOf = (
  households: readonly FieldHousehold[],
  queue: readonly Queued[],
  kit: Kit | undefined,
): Map<string, Known> => {
  const slips = new Set(queue.filter(({ kind }) => kind === 'consent-slip').map(({ household }) => household));
  const known = new Map<string, Known>();
  for (const server of households) {
    const { id, head, name, place, delegation } = server;
    const slip = slips.has(id);
    const mayWrite = slip || (delegation?.rights.includes('producer.prepare') ?? false);
    known.set(id, { id, head: head ?? name, place: place ?? '', server, slip, mayWrite });
  }
  const hamlets = kit?.communes.flatMap((commune) => commune.hamlets) ?? [];
  for (const { kind, household: id, body, name: head } of queue) {
    if (kind !== 'household' || known.has(id)) continue;
    const place = hamlets.find(({ slug }) => slug === body?.hamlet)?.name ?? '';
    known.set(id, { id, head, place, server: undefined, slip: slips.has(id), mayWrite: slips.has(id) });
  }
  return known;
};
