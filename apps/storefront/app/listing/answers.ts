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

/** What was answered so far, by the contract's names. Read and written on the phone and on the server alike. */
export interface Answers {
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
  'mo-ta': ['description'],
  'xem-lai': [],
};

/** The screen on which an answer is given. */
export const stepOfAnswer = (name: string): Step =>
  (Object.keys(answersOf) as Step[]).find((step) => (answersOf[step] as readonly string[]).includes(name)) ??
  (name === 'kind' || name === 'attributes' ? 'mon' : 'xem-lai');

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

const label = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...new Set(form.keys())].flatMap((key) => {
      const value = key.startsWith('label.') ? said(form, key) : undefined;
      return value ? [[key.slice(6), value]] : [];
    }),
  );

/** What a screen's form says. Nothing is judged here: a number that is none is `NaN`. */
export const answersIn = (step: Step, form: FormData): Answers => {
  switch (step) {
    case 'gia':
      return price(form);
    case 'so-luong':
      return {
        ...given('quantity', amount(form, 'quantity')),
        ...given('minimum', amount(form, 'minimum')),
        ...given('increment', amount(form, 'increment')),
      };
    case 'ngay':
      return { dates: days(form) };
    case 'nhan':
      return { label: label(form) };
    case 'ban-tu':
      return {
        ...given('sellFrom', said(form, 'sellFrom')),
        ...given('sellTo', said(form, 'sellTo')),
        ...(said(form, 'repeatsYearly') ? { repeatsYearly: true } : {}),
      };
    case 'giay':
      return { certificates: saidAll(form, 'certificates') };
    case 'anh':
    case 'xem-lai':
      return {};
    default:
      return Object.fromEntries(
        answersOf[step].flatMap((name) => {
          const value = said(form, name);
          return value === undefined ? [] : [[name, value]];
        }),
      ) as Answers;
  }
};

const given = <N extends AnswerName>(name: N, value: Answers[N] | undefined): Answers =>
  value === undefined ? {} : { [name]: value };

/** All answers once this screen's are in. */
export const answeredWith = (before: Answers, step: Step, said: Answers): Answers => {
  const after: Answers = { ...before };
  for (const name of answersOf[step]) if (step !== 'anh') delete after[name];
  return { ...after, ...said };
};
