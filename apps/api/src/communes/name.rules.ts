import { canonicalTone, fold, nfc } from '@chophien/kernel';

/** How a unit is called in front of its name, folded; the longer ones first. */
const kinds = ['thanh pho', 'dac khu', 'thi tran', 'thi xa', 'phuong', 'huyen', 'quan', 'tinh', 'xa'];

/** What people write instead, at the beginning and before a dot or a space. */
const short: Record<string, string> = {
  tp: 'thành phố',
  tx: 'thị xã',
  tt: 'thị trấn',
  p: 'phường',
  x: 'xã',
  q: 'quận',
  h: 'huyện',
  t: 'tỉnh',
};

/** What two writings of a unit's name share: no accents, lower case, letters and digits only; `H’Leo` is `hleo`. */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The name with its accents, in one tone placement: what tells `Hòa An` from `Hóa An`, but not `Hoà An` from `Hòa An`. */
export const accentedKey = (name: string): string =>
  canonicalTone(nfc(name).toLowerCase())
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A key without the kind of unit in front: `xa phuc hoa` → `phuc hoa`. A unit that is only a number keeps it. */
export const bareKey = (key: string): string => {
  const kind = kinds.find((kind) => key.startsWith(`${kind} `));
  const bare = kind ? key.slice(kind.length + 1) : key;
  return /^\d+$/.test(bare) ? key : bare;
};

/** A name without the kind of unit in front: `Thành phố Huế` → `Huế`. */
export const withoutKind = (name: string): string =>
  name.replace(/^(Thành phố|Đặc khu|Thị trấn|Thị xã|Phường|Huyện|Quận|Tỉnh|Xã) /, '');

/** `tp. cao lanh` → `thành phố cao lanh`; a name that merely begins with such letters stays. */
export const spelledOut = (words: string): string =>
  words.replace(/^(tp|tx|tt|p|x|q|h|t)(?:\.\s*|\s+)(?=\S)/i, (_, abbreviation: string) => {
    return `${short[abbreviation.toLowerCase()]} `;
  });
