import { formatQuantity } from '@chophien/kernel';
import type { Answers } from './answers.ts';
import type { Step } from './path.ts';

/** `1500` → `1,5`: an amount as it is typed into its box. */
export const typedAmount = (quantity: number | undefined): string =>
  quantity === undefined || !Number.isSafeInteger(quantity) ? '' : formatQuantity(quantity, 'kg').replace(/\s.*/, '');

const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
const box = (on: boolean | undefined): string[] => (on ? ['1'] : []);

/** Day and hour of an instant as they are in Vietnam. */
export const dayAndHour = (instant: string): [day: string, hour: string] => {
  const there = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return [there.slice(0, 10), there.slice(11, 16)];
};

type Typed = Record<string, string[]>;

const named = (kind: string, values: Record<string, string> = {}): Typed =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${kind}.${name}`, [value]]));

const screens: Record<Step, (answers: Answers) => Typed> = {
  anh: () => ({}),
  mon: ({ commodity }) => ({ commodity: one(commodity) }),
  ten: ({ name, variety }) => ({ name: one(name), variety: one(variety) }),
  'che-bien': ({ process }) => ({ process: one(process) }),
  gia: ({ price, unit, pack, catchWeight }) => ({
    price: one(price === undefined || Number.isNaN(price) ? undefined : String(price)),
    unit: one(unit ?? 'kg'),
    packQuantity: one(pack && typedAmount(pack.quantity)),
    packUnit: one(pack?.unit ?? 'kg'),
    catchWeight: box(catchWeight),
  }),
  'so-luong': ({ quantity, minimum, increment }) => ({
    quantity: one(typedAmount(quantity)),
    minimum: one(typedAmount(minimum ?? 1_000)),
    increment: one(typedAmount(increment ?? 1_000)),
  }),
  ngay: () => ({}),
  'thu-hoach': ({ harvestFrom, harvestTo }) => ({ harvestFrom: one(harvestFrom), harvestTo: one(harvestTo) }),
  'nguon-goc': ({ origin, growingArea }) => ({ origin: one(origin), growingArea: one(growingArea) }),
  nhan: ({ label }) => named('label', label),
  'ban-tu': ({ sellFrom, sellTo, repeatsYearly }) => ({
    sellFrom: one(sellFrom),
    sellTo: one(sellTo),
    repeatsYearly: box(repeatsYearly),
  }),
  'cach-giu': ({ storage }) => ({ storage: one(storage) }),
  giao: ({ delivery }) => ({ delivery: one(delivery ?? 'country') }),
  giay: ({ certificates = [] }) => ({ certificates }),
  'chon-them': ({ attributes }) => named('attributes', attributes),
  'mo-ta': ({ description }) => ({ description: one(description) }),
  'xem-lai': () => ({}),
};

/** What stands in a screen's form, by the names of its boxes. */
export const typedOf = (step: Step, answers: Answers): Typed => screens[step](answers);
