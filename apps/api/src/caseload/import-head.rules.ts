import type { ImportField } from '@chophien/contracts';
import { fold } from '@chophien/kernel';

/** How people head the columns of such lists, without accents; the first that fits says what it is. */
const words: readonly (readonly [ImportField | 'aside', RegExp])[] = [
  [
    'aside',
    /^(stt|tt|so tt|so thu tu|no|#|ghi chu.*|loi|ma dong|ngay sinh|nam sinh|gioi tinh|nam nu|dan toc|ky nhan|chu ky|email|xep loai|dien tich.*)$/,
  ],
  ['former', /(xa|phuong|dia phuong|don vi) (cu|truoc (sap nhap|khi sap nhap))|^xa truoc|truoc 7 2025|truoc sap nhap/],
  ['citizen', /can cuoc|cccd|cmnd|dinh danh|giay to tuy than|^so cc$|^cc$/],
  ['phone', /dien thoai|^sdt|so dt|^dt$|di dong|^phone|zalo|^so may/],
  [
    'hamlet',
    /^(thon|ap|ban|xom|to dan pho|tdp|khu|khom|to|buon|lang|khu dan cu|khu pho)( |$)|ten (thon|ap|ban|xom)|noi o thon/,
  ],
  ['name', /gian hang|ten (hien thi|shop|cua hang|co so|htx|hop tac xa|to hop tac|don vi)|co so san xuat|thuong hieu/],
  ['goods', /san pham|mat hang|nong san|cay trong|hang hoa|nganh hang|san xuat gi/],
  ['kind', /^loai($| hinh| ho| co so)|loai hinh|hinh thuc|doi tuong/],
  [
    'head',
    /chu ho|ho (va )?ten|^ho ten|ten ho|nguoi dai dien|dai dien|giam doc|to truong|^ten$|^thanh vien$|ten thanh vien/,
  ],
  ['address', /dia chi|noi o|cho o|thuong tru|so nha/],
  ['commune', /^(xa|phuong|xa phuong|ten xa|xa phuong thi tran)$/],
];

/** What a column's head says it is; `aside` is known and not needed, undefined is not known. */
export const fieldOfHead = (head: string): ImportField | 'aside' | undefined => {
  const plain = fold(head)
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim();
  return plain === '' ? undefined : words.find(([, form]) => form.test(plain))?.[0];
};

export interface FoundColumn {
  column: number;
  head: string;
  field: ImportField | null;
  /** Known, and not needed. */
  aside: boolean;
}

/** The columns of a row that heads a list, as far as their words say; of two of one kind the first counts. */
export const columnsOf = (cells: ReadonlyMap<number, { text: string }>): FoundColumn[] => {
  const taken = new Set<ImportField>();
  return [...cells]
    .toSorted(([a], [b]) => a - b)
    .map(([column, { text }]) => {
      const found = fieldOfHead(text);
      const field = found && found !== 'aside' && !taken.has(found) ? found : null;
      if (field) taken.add(field);
      return { column, head: text.replace(/\s+/g, ' ').trim().slice(0, 120), field, aside: found === 'aside' };
    });
};

/** A head as such: at least two columns are known, one of which says who it is. */
export const isHead = (columns: readonly FoundColumn[]): boolean =>
  columns.filter(({ field, aside }) => field || aside).length >= 2 &&
  columns.some(({ field }) => field === 'head' || field === 'name');

/** Whether somebody must say what the columns are: nobody is named, or one is not understood. */
export const needsMapping = (columns: readonly FoundColumn[]): boolean =>
  !columns.some(({ field }) => field === 'head' || field === 'name') ||
  columns.some(({ field, aside }) => !field && !aside);
