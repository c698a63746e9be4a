import { type FieldError, Problem } from '@chophien/contracts';
import { commonPasswords } from './common-passwords.rules.ts';

const leastLetters = 10;

/** Why a password is not taken: too short, one that most people choose, her own phone number. */
export type WeakPassword = 'short' | 'common' | 'phone';

/** `Matkhau2026!` is `matkhau` with what everyone puts behind it. */
const stem = (password: string): string => password.replace(/^[^a-z]+|[^a-z]+$/g, '');

/** One letter over and over, the same few again and again, or a row of the keyboard's digits. */
const isMonotonous = (password: string): boolean =>
  new Set(password).size < 5 ||
  /^(.{1,4})\1+.{0,3}$/.test(password) ||
  /^(?:0?1234567890?|0?987654321)+\d*$/.test(password);

/** What is wrong with a password for the official with this phone (`+84…`); undefined when it may be taken. */
export const weakness = (password: string, phone: string): WeakPassword | undefined => {
  const plain = password.normalize('NFC').toLowerCase();
  if ([...plain].length < leastLetters) return 'short';
  if (plain.replace(/\D/g, '').includes(phone.slice(3))) return 'phone';
  if (commonPasswords.has(plain) || isMonotonous(plain)) return 'common';
  const word = stem(plain);
  return word.length < 3 || (commonPasswords.has(word) && plain.length - word.length <= 8) ? 'common' : undefined;
};

const messages: Record<WeakPassword, string> = {
  short: 'at least ten letters',
  common: 'not what most people choose',
  phone: 'not the phone number',
};

/** @throws Problem `platform.invalid-input` on `password` */
export const refuseWeak = (password: string, phone: string): void => {
  const rule = weakness(password, phone);
  if (!rule) return;
  const wrong: FieldError = { field: 'password', rule, message: messages[rule] };
  throw new Problem('platform.invalid-input', { errors: [wrong] });
};
