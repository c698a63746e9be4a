/** Why a message did not go out, by what the company answered last; our own reasons come first. */
const reasons: Record<string, string> = {
  'no phone': 'Hộ chưa có số điện thoại, hoặc số đã đổi',
  unreachable: 'Không nối được với bên gửi tin',
  '-118': 'Số này không dùng Zalo',
  '-114': 'Số này không nhận tin Zalo',
  '99': 'Số điện thoại sai hoặc không liên lạc được',
  '103': 'Tài khoản gửi tin đã hết tiền: báo người vận hành',
};

/** In words; an answer nobody knows is told as it is. */
export const whyWords = (why: string | null): string =>
  why === null ? 'Không rõ lý do' : (reasons[why] ?? `Bên gửi tin từ chối, mã ${why}`);

/** How it was to go out. */
export const providerWords = (provider: string): string =>
  provider === 'zalo' ? 'Zalo' : provider === 'sms' ? 'SMS' : provider;

const kinds: Record<string, string> = {
  'application-returned': 'Hồ sơ cần bổ sung',
  'certificate-expired': 'Giấy chứng nhận hết hạn',
  'certificate-expiring': 'Giấy chứng nhận sắp hết hạn',
  'certificate-refused': 'Giấy chứng nhận không được công nhận',
  'certificate-revoked': 'Giấy chứng nhận bị thu hồi',
  'certificate-verified': 'Giấy chứng nhận đúng',
  'claim-refused': 'Có người báo hộ không phải của mình',
  'data-request-acknowledged': 'Đã nhận yêu cầu về dữ liệu',
  'data-request-answered': 'Trả lời yêu cầu về dữ liệu',
  'delegate-acted': 'Có người làm thay hộ',
  'delegation-ended': 'Thôi ủy quyền',
  'delegation-given': 'Đã ủy quyền',
  'delegation-received': 'Được ủy quyền',
  'member-joined': 'Có người vào hộ',
  'member-left': 'Có người rời hộ',
  'listing-approved': 'Món hàng được duyệt',
  'listing-edit-approved': 'Phần sửa món hàng được duyệt',
  'listing-returned': 'Món hàng cần sửa',
  'new-order': 'Có đơn mới',
  'order-cancelled': 'Đơn bị hủy',
  'order-received': 'Đã nhận đơn',
  'paper-expired': 'Giấy tờ hết hạn',
  'paper-expiring': 'Giấy tờ sắp hết hạn',
  'paper-refused': 'Giấy tờ chưa được nhận',
  'paper-verified': 'Giấy tờ đúng',
  'parcel-held': 'Kiện bị giữ',
  'parcel-refused': 'Kiện bị từ chối',
  'parcel-released': 'Kiện được đi tiếp',
  'parcel-unanswered': 'Đơn chờ trả lời',
  'parcel-lapsed': 'Đơn tự huỷ vì quá hạn',
  'claim-opened': 'Người mua báo hỏng, thiếu',
  'claim-decided': 'Kết quả khiếu nại',
  'order-note': 'Lời nhắn về đơn',
  'parcel-short': 'Kiện đóng thiếu',
  'parcel-sent': 'Kiện đã gửi đi',
  'payout-changed': 'Đổi tài khoản nhận tiền',
  'payout-set': 'Ghi tài khoản nhận tiền',
  'producer-activated': 'Được bán hàng',
  'producer-approved': 'Hồ sơ được duyệt',
  'producer-closed': 'Gian hàng đã đóng',
  'producer-reinstated': 'Được bán lại',
  'producer-suspended': 'Gian hàng tạm ngừng',
  'producer-taken-over': 'Hộ nhận hồ sơ của mình',
  'stock-low': 'Hàng sắp hết',
  'supply-received': 'Hợp tác xã nhận hàng của hộ',
  'supply-undone': 'Hợp tác xã bỏ lần nhận hàng của hộ',
  'complaint-received': 'Đã nhận khiếu nại',
  'complaint-about': 'Có khiếu nại về gian hàng',
  'complaint-written': 'Lời mới ở khiếu nại',
  'complaint-decided': 'Quyết định khiếu nại',
  'complaint-escalated': 'Khiếu nại quá hạn',
  'support-answered': 'Trả lời yêu cầu hỗ trợ',
  'support-closed': 'Đóng yêu cầu hỗ trợ',
  'suspension-announced': 'Báo trước tạm ngừng',
  'suspension-dropped': 'Bỏ việc tạm ngừng',
};

/** What a message was about; a kind without words is told by its own name. */
export const kindWords = (kind: string): string => kinds[kind] ?? kind;
