/**
 * A Vietnamese mobile number as `+84` and nine digits, or `undefined`. Reads `0912 345 678`, `84912345678`,
 * `+84 (0)912.345.678`. Mobile numbers begin with 3, 5, 7, 8 or 9 and have nine digits after the 0 (the ten-digit plan in
 * force since the eleven-digit numbers ended: Decision 798/QĐ-BTTTT of 25 May 2018).
 */
export function normalisePhone(text: string): string | undefined {
  const digits = text.trim().replace(/[\s.()\-\u2010-\u2015]/g, '');
  const [, number] = /^(?:(?:\+|00)?840?|0)([35789]\d{8})$/.exec(digits) ?? [];
  return number && `+84${number}`;
}

/**
 * As people in Vietnam write it: `+84912345678` → `0912345678`.
 * @throws RangeError if it is not a Vietnamese mobile number; the number itself is not in the message
 */
export function localPhone(phone: string): string {
  const normal = normalisePhone(phone);
  if (!normal) throw new RangeError('phone: a Vietnamese mobile number');
  return `0${normal.slice(3)}`;
}

/** Enough to know one's own number by, too little to ring it: `09•••••321`. Refuses as `localPhone` does. */
export const maskPhone = (phone: string): string => localPhone(phone).replace(/^(..).{5}/, '$1•••••');
