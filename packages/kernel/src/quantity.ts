import { unitWord } from './units.ts';
import { grouped, NBSP, whole } from './whole.ts';

/** Whole thousandths of a selling unit: 1.5 kg is 1500, one bunch is 1000. */
export type Quantity = number;

/** One whole unit. */
export const ONE: Quantity = 1_000;

/**
 * `1500, 'kg'` → `1,5 kg` with a no-break space; the unit by its id or its word.
 * @throws RangeError if the quantity is not a whole number of at least 0, or the unit is not one of `units`
 */
export function formatQuantity(quantity: Quantity, unit: string): string {
  whole('quantity', quantity);
  const fraction = (quantity % ONE).toString().padStart(3, '0').replace(/0+$/, '');
  const number = grouped(Math.floor(quantity / ONE)) + (fraction && `,${fraction}`);
  return `${number}${NBSP}${unitWord(unit)}`;
}

/**
 * What a person typed, in thousandths, or `undefined` if it is not a number of at most three decimals. The comma is the
 * decimal sign; a dot stands between thousands (`1.500` is one thousand five hundred), and is read as a comma where it
 * can't be that (`1.5`, `0.500`), because some phone keyboards offer nothing else.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const typed = text.trim();
  const plain = /^[1-9]\d{0,2}(\.\d{3})+(,\d{1,3})?$/.test(typed) ? typed.replaceAll('.', '') : typed;
  const [, units = '', decimals = ''] = /^(\d{1,13})(?:[.,](\d{1,3}))?$/.exec(plain) ?? [];
  if (!units) return undefined;
  const quantity = Number(units + decimals.padEnd(3, '0'));
  return Number.isSafeInteger(quantity) ? quantity : undefined;
}

/**
 * Whether a quantity can be had in steps of `increment`, both in thousandths: 1500 in steps of 500.
 * @throws RangeError if either is not whole, the quantity is negative or the increment below 1
 */
export const isMultiple = (quantity: Quantity, increment: Quantity): boolean =>
  whole('quantity', quantity) % whole('increment', increment, 1) === 0;
