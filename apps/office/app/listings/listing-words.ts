import {
  type AnswerOf,
  type getListingReview,
  type listListingReviews,
  type ListingStep,
  type QueryOf,
  type ReviewField,
} from '@chophien/contracts';
import { deliveryScopes, packWords, processLevels, storage, type Tone } from '@chophien/ui';
import { formatDay, formatDong, isUnitId, unitWord } from '@chophien/kernel';

export type Review = AnswerOf<typeof getListingReview>;
export type Card = AnswerOf<typeof listListingReviews>['items'][number];
type State = QueryOf<typeof listListingReviews>['state'];

interface Tab {
  /** As the address says it: `?muc=tra-lai`. */
  key: string;
  state: State;
  word: string;
  empty: string;
}

export const tabs: readonly [Tab, ...Tab[]] = [
  { key: 'cho-duyet', state: 'in_review', word: 'Chờ duyệt', empty: 'Không có món hàng nào chờ duyệt' },
  { key: 'tra-lai', state: 'returned', word: 'Đã trả lại, chờ hộ sửa', empty: 'Không có món nào đang chờ hộ sửa' },
];

/** The part an address asks for; nonsense is the first. */
export const tabOf = (asked: string | null): Tab => tabs.find(({ key }) => key === asked) ?? tabs[0];

export const ofWords = { listing: 'Món mới', edit: 'Sửa món đang bán' } as const;

/** What each answer is called; an unknown one by its own name. */
const fields: Record<ReviewField | (string & {}), string> = {
  listing: 'Cả món hàng',
  name: 'Tên món',
  commodity: 'Loại nông sản',
  description: 'Lời mô tả',
  pictures: 'Ảnh',
  price: 'Giá',
  unit: 'Đơn vị bán',
  quantity: 'Số lượng',
  storage: 'Cách giữ hàng',
  origin: 'Nguồn gốc',
  harvest: 'Mùa thu hoạch',
  harvestFrom: 'Thu hoạch từ ngày',
  harvestTo: 'Thu hoạch đến ngày',
  variety: 'Giống',
  process: 'Mức chế biến',
  label: 'Nội dung nhãn',
  growingArea: 'Mã vùng trồng',
  attributes: 'Đặc điểm',
  certificates: 'Giấy chứng nhận',
  dates: 'Ngày đón khách',
  delivery: 'Nơi giao',
  pack: 'Quy cách gói',
  minimum: 'Mua ít nhất',
  increment: 'Bước mua',
  sellFrom: 'Bán từ ngày',
  sellTo: 'Bán đến ngày',
  repeatsYearly: 'Lặp lại mỗi năm',
  catchWeight: 'Cân lại khi đóng gói',
  catchTolerance: 'Được lệch khi cân',
};
export const fieldWords = (field: string): string => fields[field] ?? field;

export const origins: Record<string, string> = { self_produced: 'Nhà làm ra', bought_in: 'Gom của người khác' };

const words: Record<string, Record<string, string>> = {
  storage: Object.fromEntries(Object.entries(storage).map(([kind, { long }]) => [kind, long])),
  process: processLevels,
  delivery: deliveryScopes,
  origin: origins,
};

/** What the rows of the day call the parts of a label, the traits of goods, and their choices (`trait=choice`). */
export type Names = Readonly<Record<string, string>>;

/** Which part of a label or trait it is, and what is said of it. */
export const partWords = (names: Names, part: string, said: string): { part: string; said: string } => ({
  part: names[part] ?? part,
  said: names[`${part}=${said}`] ?? said,
});

/** An answer as a person reads it. */
export const answerWords = (field: string, value: unknown, names: Names = {}): string => {
  if (value === null || value === undefined || value === '') return 'Không ghi';
  if (typeof value === 'string') return textWords(field, value);
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return field === 'price' ? formatDong(value) : value.toLocaleString('vi-VN');
  if (Array.isArray(value)) return `${value.length} ${field === 'pictures' ? 'ảnh' : 'giấy'}`;
  if (field === 'pack') return packWords(value as Parameters<typeof packWords>[0]);
  return Object.entries(value as Record<string, string>)
    .map((pair) => partWords(names, ...pair))
    .map(({ part, said }) => `${part}: ${said}`)
    .join('; ');
};

const textWords = (field: string, value: string): string => {
  if (field === 'unit' && isUnitId(value)) return unitWord(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value);
  return words[field]?.[value] ?? value;
};

export const steps: Record<ListingStep['what'], string> = {
  submitted: 'Gửi chờ duyệt',
  approved: 'Được duyệt, hiện trên chợ',
  returned: 'Trả lại để sửa',
  edited: 'Sửa',
  'edit-submitted': 'Gửi phần sửa chờ duyệt',
  'edit-approved': 'Phần sửa được duyệt',
  'edit-returned': 'Trả lại phần sửa',
  'edit-cancelled': 'Bỏ phần sửa',
  withdrawn: 'Thôi bán',
  relisted: 'Bán lại',
};

export const doers: Record<ListingStep['by'], string> = {
  seller: 'Người bán',
  helper: 'Người làm thay',
  official: 'Cán bộ',
  system: 'Hệ thống',
};

export const states: Record<Review['listing']['state'], { word: string; tone: Tone }> = {
  in_review: { word: 'Chờ duyệt, chưa ai thấy', tone: 'wait' },
  returned: { word: 'Đã trả lại, chưa ai thấy', tone: 'bad' },
  published: { word: 'Đang bán', tone: 'good' },
  withdrawn: { word: 'Người bán đã thôi bán', tone: 'quiet' },
};

const plain = (text: string): string =>
  text.replace(/\b(ambient|cool|chilled|frozen)\b/g, (word) => storage[word as keyof typeof storage].word);

type Found = Pick<Review['findings'][number], 'found'> & { beside: string };

const said: Partial<Record<Review['findings'][number]['reason'], (finding: Found) => string>> = {
  'storage-wrong': ({ found, beside }) => `Hộ chọn “${plain(found)}”; thường phải giữ: ${plain(beside)}`,
  'price-implausible': ({ found, beside }) => `Giá ${found}; giá giữa của cùng loại hàng: ${beside}`,
  'picture-not-goods': ({ found }) => `Ảnh này đang dùng ở gian hàng khác: ${found}`,
  duplicate: ({ found }) => `Gian hàng này đã có: ${found}`,
  'certificate-ended': ({ found, beside }) =>
    `Giấy số ${found} ${beside === 'revoked' ? 'đã bị thu hồi' : 'đã hết hạn'}`,
  'origin-unproven': () => 'Hàng gom nhưng không ghi mua của ai, ở đâu',
  'name-contact': ({ found }) => `Tên món có “${found}”`,
  'text-contact': ({ found }) => `Lời mô tả có “${found}”`,
  'text-claims': ({ found, beside }) => `Có lời “${found}” · ${beside}`,
  prohibited: ({ found, beside }) => `Có thể là hàng cấm: “${found}” · ${beside}`,
};

/** What the house noticed, in words: what was found and beside what. */
export const findingWords = ({ reason, found, beside }: Review['findings'][number]): string =>
  said[reason]?.({ found, beside: beside ?? '' }) ?? `“${found}”`;

/** How long it has waited: `từ hôm nay`, `2 ngày`. */
export const ageWords = (age: number): string => (age < 1 ? 'từ hôm nay' : `${age} ngày`);

/** What became of one of several, in words. */
export const outcomes: Record<string, string> = {
  'catalogue.edited-meanwhile': 'hộ vừa sửa, hãy mở ra xem lại',
  'catalogue.already-decided': 'cán bộ khác vừa quyết định',
  'catalogue.own-listing': 'hàng của nhà bạn, phải do cán bộ khác duyệt',
  'catalogue.illegal-step': 'món không còn chờ duyệt',
  'catalogue.not-found': 'không tìm thấy trong địa bàn của bạn',
};
