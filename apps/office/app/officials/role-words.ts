import type { Role } from '@chophien/contracts';

/** What each role is called. */
export const roleWords: Record<Role, string> = {
  producer: 'Chủ hộ',
  'household-member': 'Người trong hộ',
  'cooperative-manager': 'Quản lý hợp tác xã',
  delegate: 'Người được uỷ quyền',
  helper: 'Tổ công nghệ số',
  trainer: 'Giảng viên',
  keeper: 'Thủ kho',
  driver: 'Lái xe',
  cashier: 'Thu ngân',
  'commune-officer': 'Cán bộ xã',
  moderator: 'Kiểm duyệt viên',
  inspector: 'Thanh tra',
  accountant: 'Kế toán',
  'province-officer': 'Cán bộ tỉnh',
  'central-viewer': 'Trung ương (xem số liệu)',
  operator: 'Vận hành',
  partner: 'Đối tác',
  device: 'Thiết bị',
};

/** What it lets somebody do, in one sentence. */
export const roleMeans: Partial<Record<Role, string>> = {
  helper: 'đến từng hộ, giúp ghi hồ sơ và đăng bán khi hộ đồng ý',
  trainer: 'mở lớp, điểm danh, ký nhận kỹ năng',
  keeper: 'giữ kho lạnh, ghi nhiệt độ',
  driver: 'chở hàng, ký giao nhận',
  cashier: 'thu và nộp tiền hàng',
  'commune-officer': 'duyệt hồ sơ, theo dõi các hộ của xã',
  moderator: 'xem và gỡ món hàng sai',
  inspector: 'kiểm tra giấy tờ và kiện hàng',
  accountant: 'đối soát tiền',
  'province-officer': 'quản lý các xã của tỉnh',
  'central-viewer': 'chỉ xem số liệu cả nước',
  operator: 'giữ hệ thống chạy, giao cán bộ tỉnh',
};
