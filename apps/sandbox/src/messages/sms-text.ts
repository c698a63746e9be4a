import { withoutAccents } from '@chophien/kernel';

// GSM 03.38, the basic alphabet; the letters of the second line take two places.
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const doubled = new Set('^{}\\[~]|€\f');

const smsPlaces = 160;

/** How many of the 160 places of one SMS the text takes, or undefined if a letter is not in the GSM alphabet. */
export function gsmPlaces(text: string): number | undefined {
  let places = 0;
  for (const letter of text) {
    if (basic.has(letter)) places += 1;
    else if (doubled.has(letter)) places += 2;
    else return undefined;
  }
  return places;
}

/** Fit to go out without Unicode: one SMS, and no accents, not even those that GSM happens to have. */
export function isPlainSms(text: string): boolean {
  const places = gsmPlaces(text);
  return places !== undefined && places > 0 && places <= smsPlaces && withoutAccents(text) === text;
}
