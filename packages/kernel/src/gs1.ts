import { whole } from './whole.ts';

/**
 * The check digit of a GS1 number given without it (GS1 General Specifications, 7.9.1): from the right weights 3, 1, 3, …;
 * what is missing to the next ten. Catches every wrong digit, and most neighbours swapped.
 * @throws RangeError unless it is digits only
 */
export function checkDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError('digits: one or more digits and nothing else');
  let sum = 0;
  for (let place = 1; place <= digits.length; place++) sum += Number(digits.at(-place)) * (place % 2 === 1 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

const checks = (number: string): boolean => checkDigit(number.slice(0, -1)) === Number(number.at(-1));

/** Whether it is a GTIN-8, -12, -13 or -14 with a right check digit. */
export const isGtin = (text: string): boolean => /^(\d{8}|\d{12,14})$/.test(text) && checks(text);

/** Whether it is a serial shipping container code: 18 digits with a right check digit, without the `(00)` before it. */
export const isSscc = (text: string): boolean => /^\d{18}$/.test(text) && checks(text);

/**
 * A serial shipping container code of 18 digits: extension, company prefix, serial padded to fill, check digit.
 * @param extension 0 to 9, free for the company to use
 * @param companyPrefix the GS1 company prefix, 4 to 12 digits; only one that GS1 gave, never an invented one
 * @param serial whole, as many digits as the prefix leaves (16 − its length)
 * @throws RangeError that names the argument
 */
export function sscc(extension: number, companyPrefix: string, serial: number): string {
  whole('extension', extension, 0, 9);
  if (!/^\d{4,12}$/.test(companyPrefix)) throw new RangeError('companyPrefix: 4 to 12 digits');
  const room = 16 - companyPrefix.length;
  whole('serial', serial, 0, 10 ** room - 1);
  const digits = `${extension}${companyPrefix}${serial.toString().padStart(room, '0')}`;
  return digits + checkDigit(digits);
}
