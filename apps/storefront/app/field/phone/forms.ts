/// <reference lib="dom" />
import { shrink } from '../../enhance/shrink.ts';
import { bodyOf, isEmpty, type Kind } from '../entry.ts';
import { householdPath, keptPath } from '../paths.ts';
import { put } from '../../phone/dom.ts';
import { type Sealed, seal } from '../../phone/seal.ts';
import { count, flush } from './flush.ts';
import type { Queued } from './queue.ts';
import { enqueue, type FieldStore } from './store.ts';

/** A slip as it is kept and sent: readable, and small enough for a weak line. */
const slipLimits = { longestSide: 1_600, mostBytes: 300 * 1024 };
const soon = 8_000;

/**
 * Every form of the field goes into the queue first and from there to the server: a line that breaks takes nothing away. Only a
 * code needs a signal, so that form is left to the browser.
 */
export const takeForms = (store: FieldStore, told: () => Promise<void>): void =>
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.dataset.entry || form.dataset.entry === 'consent-code') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void take(store, form, told).catch((error: unknown) =>
        complain(form, error instanceof Error ? error.message : String(error)),
      );
    },
    true,
  );

const take = async (store: FieldStore, form: HTMLFormElement, told: () => Promise<void>): Promise<void> => {
  const kind = form.dataset.entry as Kind;
  const typed = new FormData(form);
  const wrong = lacking(kind, typed);
  if (wrong) return complain(form, wrong);
  const buttons = form.querySelectorAll('button');
  for (const button of buttons) button.disabled = true;
  try {
    const household = form.dataset.household ?? '';
    const next = form.dataset.next ?? householdPath(household);
    const at = new Date().toISOString();
    const paper = kind === 'consent-slip' ? crypto.randomUUID() : undefined;
    const body = bodyOf(kind, typed, { at, paper });
    if (isEmpty(kind, body)) return location.assign(next);
    const name = kind === 'household' ? String(body.head) : await nameOf(store, household);
    const slip = paper ? await seal(store, paper, await picture(typed.get('slip') as File)) : undefined;
    const texts = [...typed].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    const entry = {
      id: crypto.randomUUID(),
      kind,
      household,
      name,
      at,
      body,
      typed: texts,
      paper,
      state: 'wait' as const,
    };
    const mended = Number(form.dataset.mends);
    const queued = mended ? await replace(store, mended, entry, slip) : await enqueue(store, entry, slip);
    await count(store);
    if (navigator.onLine) await Promise.race([flush(store, told), new Promise((go) => setTimeout(go, soon))]);
    const now = await store.get('queue', queued.seq);
    // What the server has is shown by the server; anything else out of what the phone keeps.
    location.assign(now?.state === 'sent' ? next : keptPath(now?.state === 'fix' ? householdPath(household) : next));
  } finally {
    for (const button of buttons) button.disabled = false;
  }
};

/** A corrected entry stands where the wrong one stood, under an id of its own. */
const replace = async (store: FieldStore, seq: number, entry: Omit<Queued, 'seq'>, slip: Sealed | undefined) => {
  const before = await store.get('queue', seq);
  if (before?.paper) await store.drop('slips', before.paper);
  if (slip) await store.put('slips', slip);
  const queued = { ...entry, seq };
  await store.put('queue', queued);
  return queued;
};

const nameOf = async (store: FieldStore, household: string): Promise<string> => {
  const known = await store.get('households', household);
  const entered = (await store.all('queue')).find((one) => one.household === household && one.kind === 'household');
  return known?.head ?? known?.name ?? entered?.name ?? 'Hộ';
};

/** What can be seen without the server, in the words of the page's own hints. */
const lacking = (kind: Kind, typed: FormData): string | undefined => {
  const has = (name: string) => typed.getAll(name).some((value) => typeof value !== 'string' || value.trim() !== '');
  const file = typed.get('slip');
  if (kind === 'household' && !has('head')) return 'Ghi họ tên chủ hộ.';
  if (kind === 'household' && !has('where')) return 'Chọn thôn, bản.';
  if (kind === 'consent-slip' && !has('rights')) return 'Chọn ít nhất một việc hộ cho làm thay.';
  if (kind === 'consent-slip' && !(file instanceof File && file.size > 0)) return 'Chụp phiếu có chữ ký của hộ.';
  if (kind === 'visit' && !has('done')) return 'Ghi đã làm gì.';
  return undefined;
};

const complain = (form: HTMLFormElement, words: string): void => {
  const before = form.querySelector<HTMLElement>('[data-wrong]');
  const note = before ?? document.createElement('p');
  note.dataset.wrong = '';
  note.className = 'note note-bad';
  note.setAttribute('role', 'alert');
  note.textContent = words;
  if (!before) form.prepend(note);
  note.scrollIntoView({ block: 'center' });
};

/** Small enough to be sent over a weak line; where it was taken stays on the phone. What is no picture is not kept. */
const picture = async (file: File): Promise<File> => {
  const small = await shrink(file, slipLimits).catch(() => undefined);
  if (!small || small.size > slipLimits.mostBytes) throw new Error('Không đọc được ảnh này. Hãy chụp lại.');
  return small;
};

/** Puts an entry that must be mended back into its form. */
export const mend = (form: HTMLFormElement, entry: Queued): void => {
  form.dataset.mends = String(entry.seq);
  for (const name of new Set(entry.typed.map(([one]) => one))) {
    put(
      form,
      name,
      entry.typed.filter(([one]) => one === name).map(([, value]) => value),
    );
  }
};
