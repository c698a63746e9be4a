import type { GoodsField } from '@chophien/contracts';
import { goodsFields } from '@chophien/contracts';
import { fold } from '@chophien/kernel';

/** How people head the columns of a price list, without accents; the first that fits says what it is. */
const words: readonly (readonly [GoodsField | 'aside', RegExp])[] = [
  [
    'aside',
    /^(stt|tt|so tt|so thu tu|no|#|ghi chu.*|loi|ma dong|trang thai.*|dang giu.*|con ban duoc.*|trang san pham|thanh tien|tong.*|nguoi ban|hinh thuc|can sua.*)$/,
  ],
  ['id', /^(ma hang|ma san pham|ma sp|ma mon|id|ma)$/],
  ['mark', /^dau( cua san.*)?$/],
  ['pictures', /^(anh|hinh|hinh anh|ma anh|ten anh|tep anh|file anh)( san pham| hang)?$/],
  ['growingArea', /vung trong|^(ma )?vung nuoi|puc/],
  ['catchWeight', /can (khi|luc) giao|can lai|tinh theo can thuc/],
  ['harvestFrom', /^(thu hoach|mua vu|mua|vu)( thu hoach)?( \S+)? ?(tu|bat dau)( ngay)?$|^ngay thu hoach$/],
  ['harvestTo', /^(thu hoach|mua vu|mua|vu)( thu hoach)?( \S+)? ?(den|ket thuc)( ngay)?$/],
  ['sellFrom', /^(mo )?ban tu( ngay)?$|^ngay mo ban$|^bat dau ban$/],
  ['sellTo', /^ban den( ngay)?$|^ngay (ngung|het|thoi) ban$|^ket thuc ban$/],
  ['repeatsYearly', /lap lai|hang nam|moi nam/],
  ['pack', /dong goi|quy cach|trong luong|khoi luong tinh|dung tich|dung luong/],
  ['minimum', /mua it nhat|toi thieu|dat it nhat|it nhat/],
  ['increment', /buoc tang|nac ban|^buoc$/],
  ['quantity', /^so luong|^sl$|^ton( kho)?$|^san luong|^co san|so luong co$/],
  ['price', /^(don )?gia( ban| tien| ban le)?( .*)?$/],
  ['unit', /^(don vi|dvt|don vi tinh|dv|don vi ban)( .*)?$/],
  ['storage', /bao quan|cach giu|^giu$/],
  ['origin', /nguon goc|xuat xu|nha lam|tu lam hay/],
  ['label', /noi dung nhan|^nhan( hang hoa)?$|ghi nhan/],
  ['process', /che bien|so che|^dang( hang)?$/],
  ['variety', /^giong|^ten giong|^chung loai giong/],
  ['delivery', /giao (toi|den|hang)|pham vi giao|noi giao/],
  ['description', /^mo ta|gioi thieu|^dac diem|thong tin/],
  ['commodity', /^loai($| hang| san pham| nong san| mat hang)|^nhom hang|^danh muc|^nganh hang/],
  ['name', /^(ten|san pham|mat hang|hang hoa|ten hang|ten san pham|ten mon|ten mat hang|mon|hang)( .*)?$/],
];

const own = new Map(Object.entries(goodsFields).map(([field, head]) => [plain(head), field as GoodsField]));

/** What a column's head says it is; `aside` is known and not needed, undefined is not known. */
export const fieldOfGoodsHead = (head: string): GoodsField | 'aside' | undefined => {
  const said = plain(head);
  return said === '' ? undefined : (own.get(said) ?? words.find(([, form]) => form.test(said))?.[0]);
};

function plain(head: string): string {
  return fold(head)
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim();
}

export interface GoodsColumn {
  column: number;
  head: string;
  field: GoodsField | null;
  /** Known, and not needed. */
  aside: boolean;
}

/** The columns of a row that heads a list, as far as their words say; of two of one kind the first counts. */
export const goodsColumns = (cells: ReadonlyMap<number, { text: string }>): GoodsColumn[] => {
  const taken = new Set<GoodsField>();
  return [...cells]
    .toSorted(([a], [b]) => a - b)
    .map(([column, { text }]) => {
      const found = fieldOfGoodsHead(text);
      const field = found && found !== 'aside' && !taken.has(found) ? found : null;
      if (field) taken.add(field);
      return { column, head: text.replace(/\s+/g, ' ').trim().slice(0, 120), field, aside: found === 'aside' };
    });
};

const named = ({ field }: { field: GoodsField | null }): boolean => field === 'name' || field === 'id';

/** A head as such: at least two columns are known, one of which says what it is. */
export const isGoodsHead = (columns: readonly GoodsColumn[]): boolean =>
  columns.filter(({ field, aside }) => field || aside).length >= 2 && columns.some(named);

/** Whether somebody must say what the columns are: no goods are named, or one is not understood. */
export const needsGoodsMapping = (columns: readonly GoodsColumn[]): boolean =>
  !columns.some(named) || columns.some(({ field, aside }) => !field && !aside);
