import { grouped, NBSP, whole } from './whole.ts';

/** Whole đồng (ISO 4217 VND has no smaller unit in use). */
export type Dong = number;

/**
 * The number as an amount of money.
 * @throws RangeError unless it is whole, not negative and at most 2^53 − 1
 */
export const dong = (amount: number): Dong => whole('amount', amount);

/**
 * What a quantity costs: đồng per unit × thousandths of the unit, rounded half up to whole đồng. Exact: no binary fractions.
 * @throws RangeError if an argument is not a whole number of at least 0, or the answer is above 2^53 − 1
 */
export function priceOf(pricePerUnit: Dong, quantityThousandths: number): Dong {
  const price = BigInt(whole('pricePerUnit', pricePerUnit));
  const quantity = BigInt(whole('quantityThousandths', quantityThousandths));
  return whole('price', Number((price * quantity + 500n) / 1000n));
}

/**
 * `25000` → `25.000 ₫`, with a no-break space. A debit keeps its sign: `-25.000 ₫`.
 * @throws RangeError if it is not a whole number
 */
export const formatDong = (amount: Dong): string =>
  `${grouped(whole('amount', amount, Number.MIN_SAFE_INTEGER))}${NBSP}₫`;

/**
 * Splits whole đồng in proportion to the weights, so that the parts add up to the total exactly: everyone gets the whole
 * part of what is theirs, the đồng left over go to the largest remainders, the earlier first. Weight 0 gets 0.
 * @throws RangeError if a number is not whole or is negative, or if there is something to split and nobody with a weight
 */
export function share(total: Dong, weights: readonly number[]): Dong[] {
  const amount = BigInt(whole('total', total));
  const parts = weights.map((weight, index) => BigInt(whole(`weights[${index}]`, weight)));
  const sum = parts.reduce((a, b) => a + b, 0n);
  if (sum === 0n) {
    if (amount > 0n) throw new RangeError('weights: at least one above 0');
    return parts.map(() => 0);
  }
  const shares = parts.map((part) => (amount * part) / sum);
  const left = Number(amount - shares.reduce((a, b) => a + b, 0n));
  const remainders = parts.map((part, index) => ({ index, remainder: (amount * part) % sum }));
  // Sorting is stable: equal remainders keep their order.
  remainders.sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0));
  const luckier = new Set(remainders.slice(0, left).map(({ index }) => index));
  return shares.map((part, index) => Number(part) + (luckier.has(index) ? 1 : 0));
}

/**
 * An amount as people type it, in whole đồng: `25000`, `25.000`, `25 000 ₫`, `25k`, `25 nghìn`, `1,2 triệu`.
 * `NaN` if it can't be read, so that the contract refuses it.
 */
export const parseDong = (typed: string): number => {
  const plain = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/(₫|đồng|vnđ|vnd|đ)\s*$/u, '')
    .replace(/\s/g, '');
  const [, number = '', size = ''] = /^([\d.,]+)(k|nghìn|ngàn|nghin|ngan|tr|triệu|trieu)?$/u.exec(plain) ?? [];
  if (!number) return Number.NaN;
  if (!size) return /^\d+$|^\d{1,3}([.,]\d{3})+$/.test(number) ? Number(number.replace(/[.,]/g, '')) : Number.NaN;
  if (!/^\d+([.,]\d{1,3})?$/.test(number)) return Number.NaN;
  return Math.round(Number(number.replace(',', '.')) * (size.startsWith('tr') ? 1_000_000 : 1_000));
};
