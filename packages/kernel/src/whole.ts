/**
 * The number itself, if it is a whole one from `min` to `max` that JavaScript keeps exactly.
 * @throws RangeError that names the field
 */
export function whole(field: string, value: number, min = 0, max: number = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    throw new RangeError(`${field}: a whole number from ${min} to ${max}, not ${value}`);
  }
  return value;
}

/** Digits in threes with a dot, as Vietnam writes them: 1234567 → `1.234.567`. Written out because ICU data differ between browsers. */
export const grouped = (value: number | bigint): string => value.toString().replace(/\B(?=(\d{3})+$)/g, '.');

/** Keeps a number and its unit on one line. */
export const NBSP = '\u00a0';
