import { unitWord } from '@chophien/kernel';

type Cell = string | number | null;

/** What a file says of a listing. */
export interface ExportedListing {
  id: string;
  name: string;
  /** Whole đồng for one unit. */
  price: number;
  unit: string;
  /** Thousandths of the unit. */
  available: number;
  minimum: number;
  increment: number;
  storage: 'ambient' | 'cool' | 'chilled' | 'frozen';
  producer: string;
  commune: string;
  province: string;
  /** Whole addresses. */
  picture: string | null;
  page: string;
}

const storages = { ambient: 'Nhiệt độ thường', cool: 'Mát', chilled: 'Lạnh', frozen: 'Đông lạnh' } as const;

const columns: readonly [header: string, value: (listing: ExportedListing) => Cell][] = [
  ['Mã sản phẩm', ({ id }) => id],
  ['Tên sản phẩm', ({ name }) => name],
  ['Giá (đồng)', ({ price }) => price],
  ['Đơn vị', ({ unit }) => unitWord(unit)],
  ['Số lượng còn', ({ available }) => available / 1_000],
  ['Mua ít nhất', ({ minimum }) => minimum / 1_000],
  ['Bước tăng', ({ increment }) => increment / 1_000],
  ['Bảo quản', ({ storage }) => storages[storage]],
  ['Người bán', ({ producer }) => producer],
  ['Xã, phường', ({ commune }) => commune],
  ['Tỉnh, thành phố', ({ province }) => province],
  ['Ảnh', ({ picture }) => picture],
  ['Trang sản phẩm', ({ page }) => page],
];

/** A text that a spreadsheet would take for a formula gets an apostrophe before it, as people type it there. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = guarded(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const bom = '\uFEFF';

/** RFC 4180, in UTF-8 with a byte order mark, without which Excel misreads accents. Numbers are numbers, with a dot. */
export const csv = (listings: readonly ExportedListing[]): string =>
  bom +
  [columns.map(([header]) => header), ...listings.map((listing) => columns.map(([, value]) => value(listing)))]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');
