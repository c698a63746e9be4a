import { whole } from './whole.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const MILLIARD = 1_000_000_000;

/** The largest number `inWords` reads: a thousand tỷ. */
export const MOST_IN_WORDS = 1_000_000_000_000;

const digit = (value: number): string => DIGITS[value] ?? '';

/** What stands in the place of ones after mươi: 21 hai mươi mốt, 24 hai mươi tư, 25 hai mươi lăm. */
const onesAfterTens = (ones: number): string => ({ 1: 'mốt', 4: 'tư', 5: 'lăm' })[ones] ?? digit(ones);

function belowHundred(tens: number, ones: number, afterHundreds: boolean): string[] {
  if (tens === 0) {
    if (ones === 0) return [];
    return afterHundreds ? ['linh', digit(ones)] : [digit(ones)];
  }
  const head = tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
  if (ones === 0) return head;
  if (tens === 1) return [...head, ones === 5 ? 'lăm' : digit(ones)];
  return [...head, onesAfterTens(ones)];
}

/** Three digits; `inside` means a larger group was read before, so that empty places are named: không trăm linh năm. */
function group(value: number, inside: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const named = inside || hundreds > 0;
  const head = named ? [digit(hundreds), 'trăm'] : [];
  return [...head, ...belowHundred(Math.floor(value / 10) % 10, value % 10, named)];
}

/** 1 to 999,999,999. */
function belowMilliard(value: number, inside: boolean): string[] {
  const words: string[] = [];
  for (const [size, name] of [
    [1_000_000, 'triệu'],
    [1_000, 'nghìn'],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / size) % 1_000;
    if (part === 0) continue;
    words.push(...group(part, inside || words.length > 0));
    if (name) words.push(name);
  }
  return words;
}

/**
 * A number as it is read aloud (northern standard: nghìn, linh, tỷ), without the unit: `25000` → `hai mươi lăm nghìn`,
 * `1005` → `một nghìn không trăm linh năm`. Reading a price back catches one zero too many.
 * @throws RangeError unless it is whole, from 0 to 10^12
 */
export function inWords(value: number): string {
  whole('value', value, 0, MOST_IN_WORDS);
  if (value === 0) return digit(0);
  const milliards = Math.floor(value / MILLIARD);
  const head = milliards > 0 ? [...belowMilliard(milliards, false), 'tỷ'] : [];
  return [...head, ...belowMilliard(value % MILLIARD, milliards > 0)].join(' ');
}
