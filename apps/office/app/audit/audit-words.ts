const done: Record<string, string> = {
  'person.registered': 'Đăng ký tài khoản',
  'grant.given': 'Trao quyền',
  'grant.ended': 'Thôi quyền',
  'application.submitted': 'Nộp hồ sơ bán hàng',
  'application.returned': 'Trả lại hồ sơ',
  'producer.approved': 'Duyệt hồ sơ',
  'producer.suspended': 'Tạm ngừng gian hàng',
  'producer.reinstated': 'Cho bán lại',
  'paper.added': 'Gửi giấy tờ',
  'paper.verified': 'Xác nhận giấy tờ đúng',
  'paper.refused': 'Chưa nhận giấy tờ',
  'paper.expiring': 'Nhắc giấy tờ sắp hết hạn',
  'paper.expired': 'Giấy tờ hết hạn',
  'listing.published': 'Đăng bán',
  'listing.changed': 'Sửa tin bán',
  'listing.withdrawn': 'Thôi bán',
  'order.placed': 'Đặt đơn',
  'order.paid': 'Trả tiền đơn',
  'order.cancelled': 'Huỷ đơn',
  'parcel.confirmed': 'Nhận đơn',
  'parcel.packed': 'Đóng gói',
  'parcel.cancelled': 'Huỷ kiện',
  'parcel.delivered': 'Giao xong kiện',
  'parcel.returned': 'Kiện quay về',
  'parcel.held': 'Giữ kiện vì nhiệt độ',
  'parcel.released': 'Cho kiện đi tiếp',
  'shipment.created': 'Lập chuyến giao',
  'shipment.dispatched': 'Chuyến lên đường',
  'shipment.delivered': 'Chuyến giao xong',
  'shipment.failed': 'Chuyến không giao được',
  'lot.harvested': 'Ghi lô thu hoạch',
  'device.registered': 'Đăng ký nhiệt kế',
  'device.revoked': 'Thu hồi nhiệt kế',
  'device.silent': 'Nhiệt kế im lặng',
  'coldchain.breached': 'Nhiệt độ ngoài mức',
  'coldchain.revised': 'Tính lại nhiệt độ',
  'channel.exported': 'Xuất tệp cho sàn khác',
  'commune.declared': 'Khai số liệu xã',
  looked: 'Xem dữ liệu cá nhân',
};

/** What was done, in words; a thing without words is told by its own name. */
export const doneWords = (what: string): string => done[what] ?? what;

const actors: Record<string, string> = {
  person: 'Người dân',
  official: 'Cán bộ',
  system: 'Hệ thống',
  device: 'Nhiệt kế',
  anonymous: 'Người mua không đăng nhập',
};

/** Who did it: a kind, and the end of the number that tells two of them apart. */
export const actorWords = (kind: string, id: string | null, name: string | null): string => {
  const word = name ?? actors[kind] ?? kind;
  return id && !name ? `${word} ${short(id)}` : word;
};

const purposes: Record<string, string> = {
  'application.decide': 'Xét hồ sơ bán hàng',
  'producer.suspend': 'Tạm ngừng hoặc cho bán lại',
  'application.submit': 'Xem hồ sơ của mình',
  'paper.queue': 'Xem danh sách giấy tờ',
  'paper.check': 'Kiểm tra giấy tờ',
  'paper.read': 'Xem ảnh giấy tờ',
  'household.import': 'Nhập danh sách hộ',
  'caseload.board': 'Xem bảng hộ gia đình',
  'caseload.household': 'Xem một hộ gia đình',
  'caseload.tour': 'Xem lịch đi thăm',
  'audit.read': 'Đọc nhật ký',
  delivery: 'Giao hàng',
};

/** What a look was for: the right it was done under, in words; what follows a comma is told as it is. */
export const purposeWords = (purpose: string | null): string => {
  if (!purpose) return '–';
  const [right = '', ...rest] = purpose.split(', ');
  return [purposes[right] ?? right, ...rest].join(', ');
};

/** What it was about: the audit itself, or an id. */
export const subjectWords = (subject: string): string => (subject.startsWith('audit:') ? 'Nhật ký' : short(subject));

/** An id is told by its last eight characters; a word or a code as it is. */
export const short = (id: string): string => (/^[0-9a-f-]{36}$/.test(id) ? `…${id.slice(-8)}` : id);
