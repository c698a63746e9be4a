import { whole } from './whole.ts';

/** Crockford's base 32 (crockford.com/base32.html): no I, L, O, U, which are misread or spell words. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code people read aloud and type, such as an order's: five bits of each random byte make one character, so every code
 * is as likely as any other.
 * @throws RangeError if the length is below 1 or there are fewer bytes than characters
 */
export function codeFromBytes(bytes: Uint8Array, length: number): string {
  whole('length', length, 1);
  if (bytes.length < length) throw new RangeError(`bytes: at least ${length}, not ${bytes.length}`);
  return Array.from(bytes.subarray(0, length), (byte) => CROCKFORD[byte & 31]).join('');
}

/** Whether it is a code of this length exactly as we print it; what a person typed goes through `normaliseCode` first. */
export const isCode = (text: string, length: number): boolean =>
  text.length === length && /^[0-9A-HJKMNP-TV-Z]+$/.test(text);

/** What a person typed, as we print it: capitals, O read as 0, I and L as 1, without spaces and dashes. */
export const normaliseCode = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
