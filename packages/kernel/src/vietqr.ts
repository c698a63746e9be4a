import { CROCKFORD, isCode } from './code.ts';
import { type Dong, dong } from './money.ts';

/** NAPAS among the payment systems of EMVCo. */
const NAPAS = 'A000000727';

export interface Transfer {
  /** The bank's six digits. */
  bin: string;
  account: string;
  /** Absent: whoever scans it types one. */
  amount?: Dong;
  /** What the transfer says: capitals and digits, at most 25. */
  memo?: string;
}

/**
 * The text of a VietQR code that fills in a bank transfer (EMVCo merchant-presented QR, NAPAS field 38): scanned by any
 * Vietnamese bank's app.
 * @throws RangeError for what would make a code that banks misread
 */
export function vietQr({ bin, account, amount, memo }: Transfer): string {
  if (!/^\d{6}$/.test(bin)) throw new RangeError('bin: six digits');
  if (!/^[A-Z0-9]{1,19}$/.test(account)) throw new RangeError('account: 1 to 19 capitals and digits');
  if (amount !== undefined && (dong(amount) < 1 || amount > 9_999_999_999_999))
    throw new RangeError('amount: 1 to 13 digits');
  if (memo !== undefined && !/^[A-Z0-9 ]{1,25}$/.test(memo)) throw new RangeError('memo: 1 to 25 capitals and digits');
  const payee = field('00', bin) + field('01', account);
  const body =
    field('00', '01') +
    field('01', amount === undefined ? '11' : '12') +
    field('38', field('00', NAPAS) + field('01', payee) + field('02', 'QRIBFTTA')) +
    field('53', '704') +
    (amount === undefined ? '' : field('54', String(amount))) +
    field('58', 'VN') +
    (memo === undefined ? '' : field('62', field('08', memo)));
  const checked = `${body}6304`;
  return checked + crc16(checked);
}

/** Two digits of name, two of length, the value. Values are ASCII, so characters are bytes. */
const field = (id: string, value: string): string => {
  if (value.length > 99) throw new RangeError(`${id}: at most 99 characters`);
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
};

/** CRC-16/CCITT-FALSE (0x1021 from 0xFFFF), four capital hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

const PREFIX = 'DH';

/**
 * What a buyer's transfer says, so that it is known again: `DH`, five characters and one that checks them. One letter
 * mistyped, or two neighbours changed about, is no code of ours.
 * @throws RangeError unless the five are Crockford's characters
 */
export function memoCode(five: string): string {
  if (!isCode(five, 5)) throw new RangeError('five: five of Crockford’s characters');
  return `${PREFIX}${five}${checkOf(five)}`;
}

/** In the field of 32 elements (x⁵ + x² + 1) each place weighs another power of x, so no such mistake sums to nothing. */
const checkOf = (five: string): string => {
  const sum = [...five].reduce((whole, letter) => {
    const shifted = (whole ^ CROCKFORD.indexOf(letter)) << 1;
    return shifted & 32 ? shifted ^ 0b100101 : shifted;
  }, 0);
  return CROCKFORD[sum] as string;
};

/**
 * The codes of ours in what a bank tells of a transfer, in any case, between the bank's own words
 * (`MBVCB.123.dhAB12CD.CT tu…`), also when the bank has left out the spaces.
 */
export const memoCodesIn = (content: string): string[] => {
  const found = [
    ...content
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .matchAll(/DH(?=([0-9A-HJKMNP-TV-Z]{6}))/g),
  ];
  const codes = found.map(([, six = '']) => `${PREFIX}${six}`).filter((code) => memoCode(code.slice(2, 7)) === code);
  return [...new Set(codes)];
};
