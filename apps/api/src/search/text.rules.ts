import { canonicalTone, fold, nfc } from '@chophien/kernel';

/** Direction and joining marks are pasted along unseen; they part no word. */
const unseen = /\p{Cf}/gu;
const split = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words with their accents, lower case, one placement of the tone. */
export const accentedWords = (text: string): string[] =>
  split(canonicalTone(nfc(text).replace(unseen, '').toLowerCase()));

/** Words without accents. As many as with them, one for one. */
export const foldedWords = (text: string): string[] => accentedWords(text).map((word) => fold(word));

/** Words as a phrase that can be looked for among others: ` vai thieu `. */
export const phrase = (words: readonly string[]): string => ` ${words.join(' ')} `;

const initials: readonly [RegExp, string][] = [
  [/^(tr|ch)/, '1'],
  [/^ngh?/, '2'],
  [/^(gi(?=[aeouy])|d|r|z)/, '3'],
  [/^(s|x)/, '4'],
  [/^(l|n(?!h))/, '5'],
  [/^(k(?!h)|q|c)/, '6'],
  [/^(ph|f)/, '7'],
  [/^gh?/, '8'],
];

/**
 * What words sound like that are mixed up by ear: tr and ch, s and x, l and n, d, gi and r, c, k and q, ph and f, y and i,
 * and the endings n and ng, t and c. `xau rieng` and `sau rieng` meet.
 */
export const soundOf = (folded: string): string => {
  const [pattern, sound] = initials.find(([initial]) => initial.test(folded)) ?? [/^/, ''];
  return folded
    .replace(pattern, sound)
    .replaceAll('y', 'i')
    .replace(/(?<=.)n[gh]$/, 'n')
    .replace(/(?<=.)(ch|c)$/, 't');
};

/** Spelled as it is taught: `fe` → `phe`, `kudo` → `cudo`; the word itself when it is. */
export const respelled = (word: string): string =>
  word
    .replace(/^f/, 'ph')
    .replace(/^k(?=[aou])/, 'c')
    .replace(/^z/, 'd')
    .replace(/^j/, 'gi')
    .replace(/^q(?!u)/, 'qu')
    .replace(/k$/, 'c');

const tones: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const doubled: readonly [RegExp, string][] = [
  [/dd/g, 'đ'],
  [/aa/g, 'â'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/aw/g, 'ă'],
  [/uow/g, 'ươ'],
  [/ow/g, 'ơ'],
  [/uw|w/g, 'ư'],
];

/** A word typed as on a keyboard that was not switched on: `thieeuf` → `thieu`; the word itself when it is not one. */
export const fromKeys = (word: string): string => {
  const tone = /[sfrxj]$/.test(word) && word.length > 2;
  const bare = tone && tones[word.at(-1) as string] ? word.slice(0, -1) : word;
  const accented = doubled.reduce((text, [keys, letter]) => text.replace(keys, letter), bare);
  return fold(accented);
};

/** How many letters were left out, added, changed, or changed places; at most `most` + 1. */
export const mistakes = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return Math.min(last[other.length]!, most + 1);
};

/** Letters and a number that belong together though a space parts them: `st 25`. */
export const joined = (letters: string | undefined, digits: string): string | undefined =>
  letters !== undefined && /^[a-z]{1,3}$/.test(letters) && /^\d{1,4}$/.test(digits) ? letters + digits : undefined;
