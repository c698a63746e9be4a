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

/** What stands in a screen's form, by the names of its boxes. */
export const typedOf = (step: Step, answers: Answers): Record<string, string[]> => {
  const { price, unit, pack, catchWeight, quantity, minimum, increment, label = {}, certificates = [] } = answers;
  switch (step) {
    case 'gia':
      return {
        price: one(price === undefined || Number.isNaN(price) ? undefined : String(price)),
        unit: one(unit ?? 'kg'),
        packQuantity: one(pack && typedAmount(pack.quantity)),
        packUnit: one(pack?.unit ?? 'kg'),
        catchWeight: box(catchWeight),
      };
    case 'so-luong':
      return {
        quantity: one(typedAmount(quantity)),
        minimum: one(typedAmount(minimum ?? 1_000)),
        increment: one(typedAmount(increment ?? 1_000)),
      };
    case 'ban-tu':
      return {
        sellFrom: one(answers.sellFrom),
        sellTo: one(answers.sellTo),
        repeatsYearly: box(answers.repeatsYearly),
      };
    case 'nhan':
      return Object.fromEntries(Object.entries(label).map(([name, words]) => [`label.${name}`, [words]]));
    case 'giay':
      return { certificates };
    case 'mon':
      return { commodity: one(answers.commodity) };
    case 'ten':
      return { name: one(answers.name), variety: one(answers.variety) };
    case 'che-bien':
      return { process: one(answers.process) };
    case 'thu-hoach':
      return { harvestFrom: one(answers.harvestFrom), harvestTo: one(answers.harvestTo) };
    case 'nguon-goc':
      return { origin: one(answers.origin), growingArea: one(answers.growingArea) };
    case 'cach-giu':
      return { storage: one(answers.storage) };
    case 'giao':
      return { delivery: one(answers.delivery ?? 'country') };
    case 'mo-ta':
      return { description: one(answers.description) };
    default:
      return {};
  }
};
