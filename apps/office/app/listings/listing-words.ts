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

/** An answer as a person reads it. */
export const answerWords = (field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'Không ghi';
  if (field === 'pictures' && Array.isArray(value)) return `${value.length} ảnh`;
  if (field === 'certificates' && Array.isArray(value)) return `${value.length} giấy`;
  if (field === 'storage' && typeof value === 'string') return storage[value as keyof typeof storage]?.long ?? value;
  if (field === 'process') return processLevels[value as keyof typeof processLevels] ?? String(value);
  if (field === 'delivery') return deliveryScopes[value as keyof typeof deliveryScopes] ?? String(value);
  if (field === 'origin') return origins[String(value)] ?? String(value);
  if (field === 'price' && typeof value === 'number') return formatDong(value);
  if (field === 'unit' && typeof value === 'string') return isUnitId(value) ? unitWord(value) : value;
  if (field === 'pack') return packWords(value as Parameters<typeof packWords>[0]);
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value;
  if (typeof value === 'number') return value.toLocaleString('vi-VN');
  return Object.entries(value as Record<string, unknown>)
    .map(([part, words]) => `${part}: ${String(words)}`)
    .join('; ');
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

/** What the house noticed, in words: what was found and beside what. */
export const findingWords = ({ reason, found, beside }: Review['findings'][number]): string => {
  const plain = (text: string): string =>
    text.replace(/\b(ambient|cool|chilled|frozen)\b/g, (word) => storage[word as keyof typeof storage].word);
  switch (reason) {
    case 'storage-wrong':
      return `Hộ chọn “${plain(found)}”; thường phải giữ: ${plain(beside ?? '')}`;
    case 'price-implausible':
      return `Giá ${found}; giá giữa của cùng loại hàng: ${beside ?? ''}`;
    case 'picture-not-goods':
      return `Ảnh này đang dùng ở gian hàng khác: ${found}`;
    case 'duplicate':
      return `Gian hàng này đã có: ${found}`;
    case 'certificate-ended':
      return `Giấy số ${found} ${beside === 'revoked' ? 'đã bị thu hồi' : 'đã hết hạn'}`;
    case 'origin-unproven':
      return 'Hàng gom nhưng không ghi mua của ai, ở đâu';
    case 'name-contact':
      return `Tên món có “${found}”`;
    case 'text-contact':
      return `Lời mô tả có “${found}”`;
    case 'text-claims':
      return `Có lời “${found}” · ${beside ?? ''}`;
    case 'prohibited':
      return `Có thể là hàng cấm: “${found}” · ${beside ?? ''}`;
    default:
      return beside ? `“${found}” · ${beside}` : `“${found}”`;
  }
};

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
