import { whole } from './whole.ts';

/** What a Vietnamese letter carries, and what is pasted along unseen (zero-width joiners, soft hyphens). */
const MARKS = /[\p{M}\p{Cf}]/gu;

/** The form everything is stored in: an accented letter is one character. Phones on iOS may send two. */
export const nfc = (text: string): string => text.normalize('NFC');

/** Vietnamese without accents, letters' case kept: `Đường phèn` → `Duong phen`. ð (eth) is a common mistyping of đ. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').replace(/[đð]/g, 'd').replace(/[ĐÐ]/g, 'D').normalize('NFC');

/**
 * What two writings of one word share, for searching and comparing: no accents, lower case, single spaces.
 * `Vải  thiều` and `vai thieu` meet, and so do `hoà` and `hòa`. Idempotent.
 */
export const fold = (text: string): string =>
  // Lower case first: some capitals (İ) fall apart into a letter and a mark.
  withoutAccents(nfc(text).toLowerCase()).replace(/\s+/g, ' ').trim();

/** huyền, hỏi, ngã, sắc, nặng as combining characters. */
const TONE = '[\\u0300\\u0309\\u0303\\u0301\\u0323]';
const ENDS = '(?![\\p{L}\\p{M}])';
const TONE_ON_SECOND_VOWEL = new RegExp(`([oO])([aAeE])(${TONE})${ENDS}|(?<![qQ])([uU])([yY])(${TONE})${ENDS}`, 'gu');

/**
 * One placement of the tone for the two in use: `hoà` → `hòa`, `khoẻ` → `khỏe`, `thuỷ` → `thủy`. Only where the syllable
 * ends in oa, oe or uy (not `hoàn`, and not `quý`, whose u belongs to q): elsewhere both schools agree. Answers NFC.
 */
export const canonicalTone = (text: string): string =>
  text
    .normalize('NFD')
    .replace(TONE_ON_SECOND_VOWEL, (_, o = '', ae = '', tone = '', u = '', y = '', toneOfY = '') =>
      o ? o + tone + ae : u + toneOfY + y,
    )
    .normalize('NFC');

/** A name for an address: `a-z`, `0-9` and single dashes, at most 80. Empty if the text has no Latin letter or digit. */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 80)
    .replace(/-$/, '');

/**
 * What an SMS or VNPay's order information can carry: `[A-Za-z0-9 .:,-]`, without accents, at most `max` characters.
 * Anything else is stripped and leaves a single space, so that words don't run into each other.
 * @throws RangeError if `max` is not a whole number of at least 1
 */
export function plainAscii(text: string, max: number): string {
  whole('max', max, 1);
  return withoutAccents(text)
    .replace(/[^A-Za-z0-9.:,-]+/g, ' ')
    .trim()
    .slice(0, max)
    .trimEnd();
}
