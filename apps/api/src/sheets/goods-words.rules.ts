import { fold, units } from '@chophien/kernel';
import type { Goods } from './goods.ts';

/** What may be written for one thing: the word we write ourselves, and others people use, folded. */
export interface Choice<T extends string = string> {
  value: T;
  word: string;
  also: RegExp;
}

export const storages: readonly Choice<Goods['storage']>[] = [
  { value: 'ambient', word: 'Nhiệt độ thường', also: /^(nhiet do )?(thuong|phong)$|^kho( rao)?$|^de ngoai$/ },
  { value: 'cool', word: 'Mát', also: /^(giu |noi |ngan )?mat( me)?$/ },
  { value: 'chilled', word: 'Lạnh', also: /^(giu |uop |tu |bao quan )?lanh$|^uop da$/ },
  { value: 'frozen', word: 'Đông lạnh', also: /^(cap |tru )?dong( da| lanh)?$/ },
];

export const origins: readonly Choice<Goods['origin']>[] = [
  {
    value: 'self_produced',
    word: 'Nhà làm ra',
    also: /^(nha|tu|htx|hop tac xa|ho)( tu)? (lam|trong|nuoi|san xuat|che bien)( ra)?$|^(hang )?nha$|^thanh vien$/,
  },
  { value: 'bought_in', word: 'Thu mua', also: /^(hang )?(thu mua|gom|mua lai|nhap|mua ve|thu gom)$/ },
];

export const processes: readonly Choice<Goods['process']>[] = [
  { value: 'fresh', word: 'Tươi', also: /^(hang )?tuoi( song)?$|^chua che bien$/ },
  { value: 'prepared', word: 'Sơ chế', also: /^(da |hang )?so che$/ },
  { value: 'processed', word: 'Chế biến', also: /^(da |hang )?che bien$/ },
];

export const deliveries: readonly Choice<Goods['delivery']>[] = [
  { value: 'country', word: 'Cả nước', also: /^(ca nuoc|toan quoc|moi noi)$/ },
  { value: 'province', word: 'Trong tỉnh', also: /^(trong |noi )?tinh$|^trong tinh.*$/ },
  {
    value: 'pickup',
    word: 'Đến lấy',
    also: /^(tu |khach )?(den )?lay( tai (cho|vuon|nha))?$|^khong giao$|^tai (vuon|cho)$/,
  },
];

export const answers: readonly Choice<'yes' | 'no'>[] = [
  { value: 'yes', word: 'Có', also: /^(co|x|v|yes|y|true|1|dung|ok)$/ },
  { value: 'no', word: 'Không', also: /^(khong|ko|k|no|n|false|0|sai)$/ },
];

/** Units by the words people use for them, beside the unit's own. */
const unitWords: Readonly<Record<string, RegExp>> = {
  kg: /^(ki|ky|ki lo|kilo|kilogam|kilogram|can|kgs|ki lo gam)$/,
  trai: /^qua$/,
  hop: /^hop$/,
  goi: /^(tui|bich|bao nho)$/,
  chai: /^binh$/,
  hu: /^lo$/,
  thung: /^(ket|sot)$/,
  cai: /^chiec$/,
  bo: /^mo$/,
  lit: /^(l|lit|litre)$/,
};

const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const choiceOf = <T extends string>(choices: readonly Choice<T>[], text: string): T | undefined => {
  const said = plain(text);
  return choices.find(({ word, also }) => plain(word) === said || also.test(said))?.value;
};

export const wordOf = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.word ?? value;

/** The unit's id, by its word or another people use for it. */
export const unitBy = (text: string): string | undefined => {
  const said = plain(text.replace(/^(đ|₫|đồng)\s*\//u, '').replace(/^\//, ''));
  return units.find(({ id, word }) => plain(word) === said || id === said || unitWords[id]?.test(said))?.id;
};
