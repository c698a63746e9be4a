/// <reference lib="dom" />
import { fold, inWords, unitOf, unitWord } from '@chophien/kernel';
import { piece, put, say, slot } from '../../phone/dom.ts';
import { parseDong } from '../../producer/dong.ts';
import { type Answers, answersIn, type GuestDay } from '../answers.ts';
import { labelFields } from '../judge.ts';
import type { Known, LabelRow, TraitRow } from '../kit.ts';
import type { Step } from '../path.ts';
import { dayAndHour, typedOf } from '../typed.ts';
import { unitPriceWords } from '../unit-price.ts';
import type { KeptKit } from './flush.ts';

export interface Filling {
  step: Step;
  answers: Answers;
  crop: Known | undefined;
  kit: KeptKit | undefined;
  producer: string;
}

/** Puts what was answered into a screen's form, and helps with what is typed there. */
export const fill = (screen: HTMLElement, filling: Filling): void => {
  const form = screen.querySelector<HTMLFormElement>('form:not([data-photos])');
  if (!form) return;
  helps[filling.step]?.(screen, form, filling);
  for (const [name, values] of Object.entries(typedOf(filling.step, filling.answers))) {
    if (values.length > 0 || filling.step === 'giay') put(form, name, values);
  }
  form.dispatchEvent(new Event('input'));
};

type Help = (screen: HTMLElement, form: HTMLFormElement, filling: Filling) => void;

const wordOf = (unit: string | undefined): string => {
  try {
    return unit ? unitWord(unit) : '';
  } catch {
    return '';
  }
};

const price: Help = (screen, form, { kit, producer, answers }) => {
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  words.className = 'field-hint';
  const box = form.querySelector<HTMLInputElement>('[name=price]');
  box?.closest('.field')?.append(words);
  const chips = form.querySelector<HTMLElement>('[data-chips]');
  if (chips) chips.hidden = false;
  chips?.addEventListener('click', (event) => {
    const by = Number((event.target as HTMLElement).dataset.add);
    if (!box || !by) return;
    const now = parseDong(box.value);
    box.value = String(Math.max(0, (Number.isNaN(now) ? 0 : now) + by));
    form.dispatchEvent(new Event('input'));
  });
  let asked = '';
  const commune = kit?.producers.find(({ id }) => id === producer)?.commune;
  const told = () => {
    const said = answersIn('gia', new FormData(form));
    const { price: amount = 0, unit = 'kg' } = said;
    words.textContent = amount > 0 && amount <= 1e12 ? `${inWords(amount)} đồng một ${wordOf(unit)}` : '';
    say(screen, 'unit-price', unitPriceWords({ price: amount, unit, pack: said.pack }));
    const isWeight = Boolean(unitOf(unit).kilogramThousandths);
    for (const part of form.querySelectorAll<HTMLElement>('[data-pack]')) part.hidden = isWeight;
    for (const part of form.querySelectorAll<HTMLElement>('[data-weight]')) part.hidden = !isWeight;
    const question = `mon=${answers.commodity ?? ''}&don-vi=${unit}&xa=${commune ?? ''}`;
    if (question === asked || !commune || !answers.commodity) return;
    asked = question;
    void hint(question).then((found) => say(screen, 'hint', found));
  };
  form.addEventListener('input', told);
};

/** Without a line there is none, and nothing is said about that. */
const hint = async (question: string): Promise<string> => {
  const answer = await fetch(`/ban-hang/gia-vung?${question}`, { redirect: 'manual' }).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { words: string }).words : '';
};

const amount: Help = (screen, _form, { answers }) => {
  if (answers.of) screen.querySelector('[data-quantity]')?.remove();
  for (const word of screen.querySelectorAll('[data-unit]')) word.textContent = wordOf(answers.unit);
};

const name: Help = (_screen, form, { answers, crop }) => {
  const box = form.querySelector<HTMLInputElement>('[name=name]');
  if (box && !answers.name) box.value = crop?.name ?? '';
};

/** Those most likely first; a few letters find the rest. */
const kinds: Help = (screen, form, { answers, kit, producer }) => {
  const first = slot(screen, 'first');
  const rest = slot(screen, 'rest');
  const near = kit?.producers.find(({ id }) => id === producer)?.near ?? [];
  const tiles = [...form.querySelectorAll<HTMLElement>('[data-crop]')];
  const order = [...(answers.commodity ? [answers.commodity] : []), ...near];
  const place = ({ dataset }: HTMLElement) =>
    order.includes(dataset.crop ?? '') ? order.indexOf(dataset.crop ?? '') : 999;
  const sorted = tiles.toSorted((a, b) => place(a) - place(b));
  first?.append(...sorted.slice(0, 12));
  rest?.append(...sorted.slice(12));
  const box = form.querySelector<HTMLInputElement>('[name=tim]');
  const seek = () => {
    const words = fold(box?.value ?? '');
    for (const tile of tiles) tile.hidden = !fold(tile.textContent ?? '').includes(words);
    const all = form.querySelector('details');
    if (all && words) all.open = true;
  };
  box?.addEventListener('input', seek);
  form.querySelector('[value=tim]')?.addEventListener('click', (event) => {
    event.preventDefault();
    seek();
  });
};

const label: Help = (screen, _form, { answers, crop }) => {
  slot(screen, 'label')?.replaceChildren(...labelFields(answers, crop).map(labelBox));
};
const labelBox = ({ name: field, words, hint: why, required }: LabelRow): HTMLElement => {
  const line = piece('t-label');
  say(line, 'words', required ? words : `${words} (không bắt buộc)`);
  say(line, 'hint', why);
  const box = line.querySelector('input');
  if (box) box.name = `label.${field}`;
  return line;
};

const traits: Help = (screen, _form, { crop }) => {
  slot(screen, 'traits')?.replaceChildren(...(crop?.traits ?? []).map(traitBox));
};
const traitBox = ({ id, words, choices }: TraitRow): HTMLElement => {
  const line = piece('t-trait');
  say(line, 'words', words);
  const box = line.querySelector('select');
  if (box) box.name = `attributes.${id}`;
  for (const one of choices) box?.add(new Option(one.words, one.value));
  return line;
};

const days: Help = (screen, form, { answers }) => {
  const place = slot(screen, 'days');
  const add = (day?: GuestDay) => place?.append(dayRow(day ?? { id: crypto.randomUUID(), startsAt: '', places: 0 }));
  place?.replaceChildren();
  for (const day of answers.dates ?? []) add(day);
  add();
  form.querySelector('[value=them]')?.addEventListener('click', (event) => {
    event.preventDefault();
    add();
  });
};
const dayRow = ({ id, startsAt, places }: GuestDay): HTMLElement => {
  const row = piece('t-day');
  const [day, hour] = startsAt ? dayAndHour(startsAt) : ['', '08:00'];
  const values: Record<string, string> = { day, hour, places: places ? String(places) : '' };
  for (const box of row.querySelectorAll('input')) {
    const [what = ''] = box.name.split('-');
    if (box.name === 'dateId') box.value = id;
    else {
      box.name = `${what}-${id}`;
      box.value = values[what] ?? '';
    }
  }
  return row;
};

/** A row of a template stands in a screen as a choice. */
export const choice = (type: string, field: string, value: string, words: string): HTMLElement => {
  const line = piece('t-choice');
  const box = line.querySelector('input');
  if (box) Object.assign(box, { type, name: field, value });
  say(line, 'word', words);
  return line;
};

const papers: Help = (screen, _form, { kit, producer }) => {
  const own = kit?.producers.find(({ id }) => id === producer)?.certificates ?? [];
  slot(screen, 'certificates')?.replaceChildren(
    ...own.map(({ id, words }) => choice('checkbox', 'certificates', id, words)),
  );
  const none = screen.querySelector<HTMLElement>('[data-none]');
  if (none) none.hidden = own.length > 0;
};

const helps: Partial<Record<Step, Help>> = {
  mon: kinds,
  ten: name,
  gia: price,
  'so-luong': amount,
  ngay: days,
  nhan: label,
  'chon-them': traits,
  giay: papers,
};
