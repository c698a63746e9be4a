import type { PictureView } from '@chophien/contracts';
import { type Quantity, parseQuantity, unitOf } from '@chophien/kernel';
import { parseDong } from '../producer/dong.ts';
import type { Step } from './path.ts';

/** A day on which guests are received. */
export interface GuestDay {
  id: string;
  startsAt: string;
  places: number;
}

/** A picture as an answer names it: by its id, and how it is shown once the server has it. */
export type PictureAnswer = Pick<PictureView, 'id'> & Partial<PictureView>;

/** What is said otherwise of a listing that is handed in already. */
export interface Editing {
  id: string;
  /** As it was when she began: another edit meanwhile is told, not overwritten. */
  version: number;
  /** What an official asked for, as plain things to do; empty when nothing was handed back. */
  todos: string[];
}

/** What was answered so far, by the contract's names. Read and written on the phone and on the server alike. */
export interface Answers {
  /** Absent of a new listing. */
  of?: Editing;
  kind?: 'goods' | 'service';
  pictures?: PictureAnswer[];
  commodity?: string;
  name?: string;
  variety?: string;
  process?: 'fresh' | 'prepared' | 'processed';
  price?: number;
  unit?: string;
  pack?: { quantity: Quantity; unit: string };
  catchWeight?: boolean;
  quantity?: Quantity;
  minimum?: Quantity;
  increment?: Quantity;
  dates?: GuestDay[];
  harvestFrom?: string;
  harvestTo?: string;
  sellFrom?: string;
  sellTo?: string;
  repeatsYearly?: boolean;
  storage?: string;
  origin?: 'self_produced' | 'bought_in';
  growingArea?: string;
  label?: Record<string, string>;
  delivery?: 'country' | 'province' | 'pickup';
  certificates?: string[];
  attributes?: Record<string, string>;
  description?: string;
}
export type AnswerName = keyof Answers;

/** What each screen answers; an answer that a screen leaves out is taken back. */
export const answersOf: Record<Step, readonly AnswerName[]> = {
  anh: ['pictures'],
  mon: ['commodity'],
  ten: ['name', 'variety'],
  'che-bien': ['process'],
  gia: ['price', 'unit', 'pack', 'catchWeight'],
  'so-luong': ['quantity', 'minimum', 'increment'],
  ngay: ['dates'],
  'thu-hoach': ['harvestFrom', 'harvestTo'],
  'nguon-goc': ['origin', 'growingArea'],
  nhan: ['label'],
  'ban-tu': ['sellFrom', 'sellTo', 'repeatsYearly'],
  'cach-giu': ['storage'],
  giao: ['delivery'],
  giay: ['certificates'],
  'chon-them': ['attributes'],
  'mo-ta': ['description'],
  'xem-lai': [],
};

/** The screen on which an answer is given. */
export const stepOfAnswer = (name: string): Step =>
  (Object.keys(answersOf) as Step[]).find((step) => (answersOf[step] as readonly string[]).includes(name)) ??
  (name === 'kind' ? 'mon' : 'xem-lai');

const said = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : undefined;
};
const saidAll = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');

const amount = (form: FormData, name: string): number | undefined => {
  const typed = said(form, name);
  return typed === undefined ? undefined : (parseQuantity(typed) ?? Number.NaN);
};

const isWeight = (unit: string | undefined): boolean => {
  try {
    return Boolean(unit && unitOf(unit).kilogramThousandths);
  } catch {
    return false;
  }
};

const given = <N extends AnswerName>(name: N, value: Answers[N] | undefined): Answers =>
  value === undefined ? {} : { [name]: value };

const price = (form: FormData): Answers => {
  const unit = said(form, 'unit');
  const typed = said(form, 'price');
  const holds = amount(form, 'packQuantity');
  const weight = isWeight(unit);
  return {
    ...(typed === undefined ? {} : { price: parseDong(typed) }),
    ...(unit ? { unit } : {}),
    ...(!weight && holds !== undefined ? { pack: { quantity: holds, unit: said(form, 'packUnit') ?? 'kg' } } : {}),
    ...(weight && said(form, 'catchWeight') ? { catchWeight: true } : {}),
  };
};

/** The days of a service; a row that was left empty is none. */
const days = (form: FormData): GuestDay[] =>
  saidAll(form, 'dateId').flatMap((id) => {
    const day = said(form, `day-${id}`);
    if (!day) return [];
    // People here say hours as they are in Vietnam, all year seven ahead of UTC.
    const at = new Date(`${day}T${said(form, `hour-${id}`) ?? '08:00'}:00+07:00`);
    return [
      { id, startsAt: Number.isNaN(at.getTime()) ? '' : at.toISOString(), places: Number(said(form, `places-${id}`)) },
    ];
  });

/** Answers of which there are as many as the rows of the day ask for: `label.usage`. */
const named = (form: FormData, kind: string): Record<string, string> =>
  Object.fromEntries(
    [...new Set(form.keys())].flatMap((key) => {
      const value = key.startsWith(`${kind}.`) ? said(form, key) : undefined;
      return value ? [[key.slice(kind.length + 1), value]] : [];
    }),
  );

/** Answers that are one box each, under its own name. */
const plain =
  (...names: AnswerName[]) =>
  (form: FormData): Answers =>
    Object.assign({}, ...names.map((name) => given(name, said(form, name) as Answers[typeof name]))) as Answers;

const readers: Record<Step, (form: FormData) => Answers> = {
  anh: () => ({}),
  mon: plain('commodity'),
  ten: plain('name', 'variety'),
  'che-bien': plain('process'),
  gia: price,
  'so-luong': (form) => ({
    ...given('quantity', amount(form, 'quantity')),
    ...given('minimum', amount(form, 'minimum')),
    ...given('increment', amount(form, 'increment')),
  }),
  ngay: (form) => ({ dates: days(form) }),
  'thu-hoach': plain('harvestFrom', 'harvestTo'),
  'nguon-goc': plain('origin', 'growingArea'),
  nhan: (form) => ({ label: named(form, 'label') }),
  'ban-tu': (form) => ({
    ...plain('sellFrom', 'sellTo')(form),
    ...(said(form, 'repeatsYearly') ? { repeatsYearly: true } : {}),
  }),
  'cach-giu': plain('storage'),
  giao: plain('delivery'),
  giay: (form) => ({ certificates: saidAll(form, 'certificates') }),
  'chon-them': (form) => ({ attributes: named(form, 'attributes') }),
  'mo-ta': plain('description'),
  'xem-lai': () => ({}),
};

/** What a screen's form says. Nothing is judged here: a number that is none is `NaN`. */
export const answersIn = (step: Step, form: FormData): Answers => readers[step](form);

/** All answers once this screen's are in. */
export const answeredWith = (before: Answers, step: Step, now: Answers): Answers => {
  const after: Answers = { ...before };
  for (const name of answersOf[step]) if (step !== 'anh') delete after[name];
  return { ...after, ...now };
};
