import { formatDong, formatQuantity, isUnitId } from '@chophien/kernel';

/** A fact as it was kept. */
export interface KeptFact {
  type: string;
  subject: string;
  data: Record<string, unknown>;
}

export interface Said {
  words: string;
  /** A page of the storefront where it is seen and, where that can be done, put back. */
  link: string | null;
}

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value.slice(0, 80) : otherwise;
const price = ({ price: amount, unit }: Record<string, unknown>): string => {
  if (typeof amount !== 'number') return '';
  return ` giá ${formatDong(amount)}${typeof unit === 'string' && isUnitId(unit) ? ` một ${formatQuantity(1000, unit).replace(/^1\s/, '')}` : ''}`;
};

const changed = (data: Record<string, unknown>): string => {
  const what = Array.isArray(data.changed) ? data.changed : [];
  if (what.includes('price')) return `Sửa giá một món hàng:${price(data)}`;
  return what.includes('facts') ? 'Sửa thông tin một món hàng' : 'Cho một món hàng hiện trở lại';
};

const papers = '/ban-hang/giay-to';

/** What each fact is called when somebody did it in a household's name, and where it can be put back. */
const said: Record<string, (fact: KeptFact) => Said> = {
  'listing.published': ({ subject, data }) => ({
    words: `Đăng bán ${text(data.name, 'một món hàng')}${price(data)}`,
    link: `/ban-hang/san-pham/${subject}`,
  }),
  'listing.submitted': ({ subject, data }) => ({
    words: `${data.again ? 'Sửa và gửi lại' : 'Gửi đăng bán'} ${text(data.name, 'một món hàng')}${price(data)}`,
    link: `/ban-hang/san-pham/${subject}`,
  }),
  'listing.edit-submitted': ({ subject, data }) => ({
    words: `Gửi sửa thông tin ${text(data.name, 'một món hàng')}, chờ cán bộ xem`,
    link: `/ban-hang/san-pham/${subject}`,
  }),
  'listing.taken-back': ({ subject, data }) => ({
    words: `Rút lại ${text(data.name, 'một món hàng')} trước khi hiện trên chợ`,
    link: `/ban-hang/san-pham/${subject}`,
  }),
  'listing.changed': ({ subject, data }) => ({
    words: changed(data),
    link: `/ban-hang/san-pham/${subject}`,
  }),
  'stock.changed': ({ subject, data }) => ({
    words: data.kind === 'received' ? 'Nhập thêm hàng' : 'Đếm lại số hàng còn',
    link: `/ban-hang/san-pham/${subject}`,
  }),
  'supply.received': ({ subject, data }) => ({
    words: `Nhận hàng của xã viên cho ${text(data.name, 'một món hàng')}`,
    link: `/ban-hang/san-pham/${subject}/gop-hang`,
  }),
  'supply.undone': ({ subject, data }) => ({
    words: `Bỏ một lần nhận hàng của xã viên: ${text(data.reason, 'không ghi lý do')}`,
    link: `/ban-hang/san-pham/${subject}/gop-hang`,
  }),
  'service-date.cancelled': ({ subject, data }) => ({
    words: `Hủy một ngày đón khách${data.reason ? `: ${text(data.reason, '')}` : ''}`,
    link: `/ban-hang/san-pham/${subject}`,
  }),
  'goods.imported': ({ subject, data }) => ({
    words: `Đưa bảng hàng lên: ${Number(data.listed) + Number(data.waiting)} món mới, sửa ${Number(data.changed)} món`,
    link: `/ban-hang/bang-tinh/${subject}`,
  }),
  'picture.focused': () => ({ words: 'Chọn phần hiện ra của một ảnh', link: null }),
  'listing.withdrawn': ({ subject }) => ({ words: 'Thôi bán một món hàng', link: `/ban-hang/san-pham/${subject}` }),
  'parcel.confirmed': ({ subject, data }) => ({
    words: `Nhận kiện hàng ${text(data.code, '')}`.trim(),
    link: `/ban-hang/don-hang/${subject}`,
  }),
  'parcel.packed': ({ subject, data }) => ({
    words: `Báo đã đóng gói kiện ${text(data.code, '')}`.trim(),
    link: `/ban-hang/don-hang/${subject}`,
  }),
  'parcel.cancelled': ({ subject, data }) => ({
    words: `Từ chối kiện hàng ${text(data.code, '')}: ${text(data.reason, 'không ghi lý do')}`,
    link: `/ban-hang/don-hang/${subject}`,
  }),
  'parcel.delivered': ({ subject, data }) => ({
    words: `Báo đã giao kiện ${text(data.code, '')}`.trim(),
    link: `/ban-hang/don-hang/${subject}`,
  }),
  'shipment.dispatched': ({ data }) => ({
    words: `Giao kiện ${text(data.code, '')} cho xe`,
    link: typeof data.parcel === 'string' ? `/ban-hang/don-hang/${data.parcel}` : null,
  }),
  'lot.harvested': ({ data }) => ({ words: `Ghi lô thu hoạch ${text(data.code, '')}`.trim(), link: null }),
  'channel.exported': () => ({ words: 'Xuất danh sách hàng cho sàn khác', link: '/ban-hang/kenh' }),
  'paper.added': () => ({ words: 'Nộp một giấy tờ', link: papers }),
  'producer.entered': () => ({ words: 'Ghi tên hộ vào Chợ Phiên', link: null }),
  'household.visited': () => ({ words: 'Ghi một lần đến thăm hộ', link: null }),
  'application.answered': () => ({ words: 'Ghi hoặc sửa hồ sơ bán hàng', link: '/ban-hang' }),
  'application.submitted': () => ({ words: 'Gửi hồ sơ bán hàng', link: '/ban-hang' }),
};

/** One act in plain words. One without words of its own is still told. */
export const actedWords = (fact: KeptFact): Said =>
  said[fact.type]?.(fact) ?? { words: 'Làm một việc trong gian hàng', link: '/ban-hang' };
