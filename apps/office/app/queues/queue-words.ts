import type { QueueId, QueueView } from '@chophien/contracts';

/** Each queue in words, and where it is worked on. */
export const queueWords: Record<QueueId, { word: string; href: string }> = {
  'applications-submitted': { word: 'Hồ sơ chờ xem', href: '/ho-so' },
  'applications-mine': { word: 'Hồ sơ tôi đang xem', href: '/ho-so?muc=dang-xem' },
  'applications-returned': { word: 'Hồ sơ trả lại, chờ hộ bổ sung', href: '/ho-so?muc=tra-lai' },
  'applications-wishes': { word: 'Chờ đồng ý đổi tên', href: '/ho-so?muc=dang-ban&doi-ten=co' },
  'papers-waiting': { word: 'Giấy tờ chờ kiểm tra', href: '/giay-to' },
  'papers-expiring': { word: 'Giấy tờ sắp hết hạn', href: '/giay-to?muc=sap-het-han' },
  'papers-expired': { word: 'Giấy tờ đã hết hạn', href: '/giay-to?muc=het-han' },
  'listings-waiting': { word: 'Món hàng chờ duyệt', href: '/mon-hang' },
  'certificates-waiting': { word: 'Giấy chứng nhận chờ xem', href: '/chung-nhan' },
  'certificates-expiring': { word: 'Giấy chứng nhận sắp hết hạn', href: '/chung-nhan?muc=sap-het-han' },
  'support-open': { word: 'Yêu cầu hỗ trợ chờ trả lời', href: '/ho-tro' },
  'complaints-open': { word: 'Đơn khiếu nại chờ quyết định', href: '/don-khieu-nai' },
  'complaints-escalated': { word: 'Đơn khiếu nại quá hạn, tỉnh xem', href: '/don-khieu-nai?qua-han=1' },
  'authority-open': { word: 'Yêu cầu của cơ quan nhà nước', href: '/co-quan' },
  'data-open': { word: 'Yêu cầu về dữ liệu cá nhân', href: '/du-lieu' },
  'visits-overdue': { word: 'Hộ quá ngày hẹn thăm', href: '/ho-gia-dinh?tham=qua-ngay' },
  'payments-open': { word: 'Khoản tiền cần người xem', href: '/tien' },
  'messages-failed': { word: 'Tin nhắn không gửi được', href: '/viec/tin-nhan' },
};

/** Which of them stand as a number beside which word of the menu: what somebody in office can do something about now. */
const beside: Record<string, readonly QueueId[]> = {
  '/ho-so': ['applications-submitted', 'applications-mine', 'applications-wishes'],
  '/ho-gia-dinh': ['visits-overdue'],
  '/giay-to': ['papers-waiting'],
  '/mon-hang': ['listings-waiting'],
  '/chung-nhan': ['certificates-waiting'],
  '/ho-tro': ['support-open'],
  '/don-khieu-nai': ['complaints-open'],
  '/co-quan': ['authority-open'],
  '/du-lieu': ['data-open'],
  '/tien': ['payments-open'],
};

/** The number beside a word of the menu; undefined where nothing waits or nothing is known. */
export const countBeside = (href: string, queues: readonly QueueView[]): number | undefined => {
  const ids = beside[href] ?? [];
  return queues.filter(({ id }) => ids.includes(id)).reduce((sum, { total }) => sum + total, 0) || undefined;
};

/** How long the oldest has waited: `lâu nhất 6 ngày`. */
export const oldestWords = (days: number | null): string => {
  if (days === null) return '';
  return days < 1 ? 'lâu nhất từ hôm nay' : `lâu nhất ${days} ngày`;
};

/** Queues with something late first, then the longest waiting; empty ones last. */
export const inOrder = (queues: readonly QueueView[]): QueueView[] =>
  queues.toSorted(
    (one, other) =>
      Number(other.total > 0) - Number(one.total > 0) ||
      Number(other.late > 0) - Number(one.late > 0) ||
      (other.oldestDays ?? -1) - (one.oldestDays ?? -1),
  );
