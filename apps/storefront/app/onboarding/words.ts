import type {
  AnswerItem,
  ApplicationStatus,
  ConsentView,
  PaperView,
  RequirementView,
  TaskId,
  TaskView,
} from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

interface StateWords {
  word: string;
  tone: Tone;
}

/** Where an application stands, as the household reads it. */
export const statuses: Record<ApplicationStatus, StateWords> = {
  draft: { word: 'Đang chuẩn bị', tone: 'wait' },
  submitted: { word: 'Đã gửi, chờ cán bộ xã', tone: 'wait' },
  'in-review': { word: 'Cán bộ xã đang xem', tone: 'wait' },
  returned: { word: 'Cần bổ sung', tone: 'bad' },
  approved: { word: 'Đã duyệt, chưa bán được', tone: 'wait' },
  active: { word: 'Đang bán', tone: 'good' },
  suspended: { word: 'Tạm ngừng', tone: 'bad' },
  closed: { word: 'Đã đóng', tone: 'quiet' },
};

/** What there is to do, the verb first. */
export const tasks: Record<TaskId, { title: string; about: string }> = {
  stall: { title: 'Giới thiệu gian hàng', about: 'Tên, chủ hộ, hàng định bán' },
  place: { title: 'Ghi nơi ở và sản xuất', about: 'Xã, thôn bản, địa chỉ' },
  identity: { title: 'Cho biết bạn là ai', about: 'Họ tên, ngày sinh, số căn cước' },
  'food-safety': { title: 'Chọn giấy an toàn thực phẩm', about: 'Giấy chứng nhận, cam kết, hoặc thuộc diện miễn' },
  money: { title: 'Ghi nơi nhận tiền', about: 'Tài khoản ngân hàng, mã số thuế' },
};

export const taskStates: Record<TaskView['state'], StateWords> = {
  todo: { word: 'Chưa xong', tone: 'wait' },
  done: { word: 'Xong', tone: 'good' },
  waiting: { word: 'Chờ cán bộ kiểm tra', tone: 'plain' },
  returned: { word: 'Cần sửa', tone: 'bad' },
};

export const requirementStates: Record<RequirementView['state'], StateWords> = {
  met: { word: 'Đạt', tone: 'good' },
  missing: { word: 'Chưa có', tone: 'wait' },
  waiting: { word: 'Chờ cán bộ kiểm tra', tone: 'plain' },
  refused: { word: 'Chưa đạt', tone: 'bad' },
  expiring: { word: 'Sắp hết hạn', tone: 'wait' },
  expired: { word: 'Đã hết hạn', tone: 'bad' },
};

export const paperStates: Record<PaperView['state'], string> = {
  waiting: 'chờ kiểm tra',
  verified: 'đã kiểm tra',
  refused: 'không nhận',
  expired: 'hết hạn',
  replaced: 'đã thay bằng bản khác',
};

/** Each answer in a word or two, as it stands before a remark or on the page with every answer. */
export const itemWords: Record<AnswerItem, string> = {
  kind: 'Bán với tư cách',
  name: 'Tên gian hàng',
  head: 'Chủ hộ hoặc người đại diện',
  commune: 'Xã, phường',
  'sub-area': 'Thôn, bản',
  address: 'Địa chỉ',
  crops: 'Hàng định bán',
  story: 'Lời giới thiệu',
  note: 'Lời nhắn cho cán bộ xã',
};

/** What an agreement is for, and what stops when it is taken back. */
export const consentEnds: Record<ConsentView['purpose'], string> = {
  'trading-rules': 'Gian hàng ngừng bán: người mua không thấy hàng nữa. Đơn đã nhận vẫn phải giao xong.',
  selling:
    'Gian hàng ngừng bán, vì không còn được dùng tên và nơi ở của bạn để bán hàng. Đơn đã nhận vẫn phải giao xong.',
  messages: 'Chúng tôi thôi nhắn tin mời tập huấn và mách cách bán hàng. Tin về đơn hàng và hồ sơ vẫn gửi.',
  statistics: 'Số liệu của nhà bạn thôi được gộp vào thống kê của xã, tỉnh. Việc bán hàng không đổi.',
};

export const consentHow: Record<NonNullable<ConsentView['how']>, string> = {
  'own-hand': 'tự tay đánh dấu',
  code: 'bằng mã gửi về điện thoại',
  slip: 'bằng phiếu có chữ ký',
};

/** Why no certificate is needed: Decree 15/2018/NĐ-CP, Article 12(1), by its letters; k has a certificate of its own. */
export const exemptions = [
  { letter: 'a', word: 'Nhà tôi trồng trọt, chăn nuôi, đánh bắt nhỏ lẻ' },
  { letter: 'b', word: 'Nhà tôi làm hoặc bán ở chỗ không cố định' },
  { letter: 'c', word: 'Nhà tôi sơ chế nhỏ lẻ: rửa, phơi, sấy, đóng túi hàng tươi' },
  { letter: 'd', word: 'Nhà tôi buôn bán thực phẩm nhỏ lẻ' },
  { letter: 'đ', word: 'Nhà tôi chỉ bán thực phẩm đã đóng gói sẵn của nơi khác' },
  { letter: 'e', word: 'Nhà tôi làm hoặc bán bao bì, đồ đựng thực phẩm' },
  { letter: 'g', word: 'Nhà hàng trong khách sạn' },
  { letter: 'h', word: 'Bếp ăn tập thể không đăng ký kinh doanh thực phẩm' },
  { letter: 'i', word: 'Nhà tôi bán thức ăn đường phố' },
  { letter: 'k', word: 'Cơ sở đã có GMP, HACCP, ISO 22000, IFS, BRC, FSSC 22000 hoặc tương đương' },
] as const;
