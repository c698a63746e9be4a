const done: Record<string, string> = {
  'hamlet.changed': 'Sửa tên thôn, ấp',

  'person.registered': 'Đăng ký tài khoản',
  'person.recovered': 'Chuyển tài khoản sang số mới',
  'phone.changed': 'Đổi số điện thoại',
  'recovery.started': 'Bắt đầu chuyển số giúp người mất số cũ',
  'recovery.stopped': 'Dừng việc chuyển số',
  'grant.given': 'Trao quyền',
  'grant.ended': 'Thôi quyền',
  'official.left': 'Cán bộ thôi việc',
  'official.reset': 'Cấp lại lối vào cho cán bộ',
  'partner-key.made': 'Cấp khóa cho đối tác',
  'partner-key.revoked': 'Thu khóa của đối tác',

  'producer.entered': 'Ghi hộ mới',
  'producer.withdrawn': 'Rút hộ đã nhập',
  'producer.taken-over': 'Hộ tự nhận hồ sơ của mình',
  'claim.refused': 'Báo hộ này không phải của mình',
  'member.joined': 'Thêm người hoặc hộ thành viên',
  'member.left': 'Thôi thành viên',
  'delegation.given': 'Ủy quyền làm thay',
  'delegation.ended': 'Thôi ủy quyền',
  'delegate.acted': 'Làm thay một hộ',

  'application.answered': 'Ghi câu trả lời trong hồ sơ',
  'application.submitted': 'Nộp hồ sơ bán hàng',
  'application.taken': 'Nhận hồ sơ để xem',
  'application.returned': 'Trả lại hồ sơ',
  'producer.approved': 'Duyệt hồ sơ',
  'producer.activated': 'Được bán hàng',
  'suspension.announced': 'Báo trước tạm ngừng gian hàng',
  'suspension.dropped': 'Bỏ việc tạm ngừng đã báo',
  'producer.suspended': 'Tạm ngừng gian hàng',
  'producer.reinstated': 'Cho bán lại',
  'producer.closed': 'Đóng gian hàng',
  'producer.renamed': 'Đổi tên gian hàng',
  'payout.changed': 'Đổi tài khoản nhận tiền',
  'consent.given': 'Đồng ý dùng dữ liệu',
  'consent.withdrawn': 'Rút lại đồng ý',
  'verification.decided': 'Kết luận xác minh',
  'requirement.lapsed': 'Không còn đủ điều kiện bán',
  'requirement.restored': 'Đủ điều kiện bán trở lại',
  'rule.approved': 'Duyệt quy định',
  'synonym.added': 'Thêm từ cùng nghĩa khi tìm hàng',
  'synonym.ended': 'Thôi dùng từ cùng nghĩa khi tìm hàng',

  'paper.added': 'Gửi giấy tờ',
  'paper.verified': 'Xác nhận giấy tờ đúng',
  'paper.refused': 'Chưa nhận giấy tờ',
  'paper.expiring': 'Nhắc giấy tờ sắp hết hạn',
  'paper.expired': 'Giấy tờ hết hạn',

  'household.visited': 'Đi thăm hộ',
  'goods.imported': 'Đưa hàng lên từ bảng tính',
  'households.imported': 'Nhập danh sách hộ',
  'training.attended': 'Dự tập huấn',
  'skills.signed': 'Ký xác nhận kỹ năng',

  'support.opened': 'Gửi yêu cầu hỗ trợ',
  'support.answered': 'Trả lời yêu cầu hỗ trợ',
  'support.closed': 'Đóng yêu cầu hỗ trợ',
  'authority.asked': 'Ghi yêu cầu của cơ quan nhà nước',
  'authority.answered': 'Gửi trả lời cơ quan nhà nước',
  'data-request.made': 'Gửi yêu cầu về dữ liệu của mình',
  'data-request.acknowledged': 'Báo đã nhận yêu cầu về dữ liệu',
  'data-request.answered': 'Quyết định yêu cầu về dữ liệu',
  'erasure.granted': 'Cho xóa dữ liệu cá nhân',

  'listing.submitted': 'Gửi món hàng chờ duyệt',
  'listing.approved': 'Duyệt món hàng',
  'listing.returned': 'Trả lại món hàng để sửa',
  'listing.edit-submitted': 'Gửi sửa thông tin món hàng',
  'listing.taken-back': 'Rút lại món hàng trước khi hiện',
  'listing.published': 'Món hàng hiện trên chợ',
  'listing.changed': 'Sửa tin bán',
  'listing.withdrawn': 'Thôi bán',
  'service-date.cancelled': 'Hủy một ngày của dịch vụ',
  'supply.received': 'Nhận hàng của xã viên',
  'supply.undone': 'Bỏ lần nhận hàng của xã viên',
  'picture.focused': 'Chọn phần hiện ra của ảnh',
  'certificate.declared': 'Khai giấy chứng nhận',
  'certificate.decided': 'Kết luận giấy chứng nhận',
  'certificate.ending': 'Báo giấy chứng nhận sắp hết hạn hoặc đã hết hạn',
  'stock.changed': 'Nhập hàng, đếm lại hàng',
  'stock.low': 'Báo hàng sắp hết',

  'order.placed': 'Đặt đơn',
  'order.paid': 'Trả tiền đơn',
  'order.cancelled': 'Huỷ đơn',
  'parcel.confirmed': 'Nhận đơn',
  'parcel.unanswered': 'Nhắc trả lời đơn',
  'parcel.packed': 'Đóng gói',
  'parcel.packed-short': 'Đóng gói thiếu',
  'away.set': 'Báo ngày nghỉ',
  'away.ended': 'Bỏ ngày nghỉ',
  'parcel.cancelled': 'Huỷ kiện',
  'parcel.delivered': 'Giao xong kiện',
  'parcel.returned': 'Kiện quay về',
  'parcel.held': 'Giữ kiện vì nhiệt độ',
  'parcel.released': 'Cho kiện đi tiếp',
  'payment.settled': 'Nhận tiền của đơn',
  'payment.failed': 'Trả tiền không thành',
  'payment.suspected': 'Tiền bị nghi ngờ',
  'payment.decided': 'Quyết định về một khoản tiền',
  'money.received': 'Ghi nhận tiền về',
  'refund.opened': 'Bắt đầu hoàn tiền',
  'cash.collected': 'Thu hộ tiền mặt',
  'cash.remitted': 'Bên giao hàng nộp tiền thu hộ',
  'payout.made': 'Lập đợt chi trả',
  'payout.approved': 'Duyệt đợt chi trả',
  'payout.paid': 'Đã chi trả cho người bán',
  'payout.returned': 'Khoản chi bị trả lại',
  'refund.resumed': 'Gửi hoàn tiền lần nữa',
  'refund.refused': 'Hoàn tiền bị từ chối',
  'refund.settled': 'Hoàn tiền xong',

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
  'application.queue': 'Xem danh sách hồ sơ',
  'application.read': 'Xem hồ sơ bán hàng',
  'application.take': 'Nhận hồ sơ để xem',
  'application.decide': 'Xét hồ sơ bán hàng',
  'payment.handle': 'Xem một việc về tiền',
  'payout.make': 'Lập tệp chi trả cho ngân hàng',
  'application.approve': 'Duyệt hồ sơ',
  'application.return': 'Trả lại hồ sơ',
  'application.verify': 'Xác minh điều kiện',
  'application.assist': 'Làm hồ sơ giúp hộ',
  'application.submit': 'Xem hồ sơ của mình',
  'producer.suspend': 'Tạm ngừng hoặc cho bán lại',
  'producer.reinstate': 'Cho bán lại',
  'producer.close': 'Đóng gian hàng',
  'rule.preview': 'Xem trước một quy định chạm đến ai',
  'paper.queue': 'Xem danh sách giấy tờ',
  'paper.check': 'Kiểm tra giấy tờ',
  'paper.read': 'Xem ảnh giấy tờ',
  'listing.review': 'Xem món hàng chờ duyệt',
  'listing.approve': 'Duyệt món hàng',
  'listing.return': 'Trả lại món hàng để sửa',
  'household.import': 'Nhập danh sách hộ',
  'household.assist': 'Đến nhà ghi hồ sơ giúp hộ',
  'caseload.board': 'Xem bảng hộ gia đình',
  'caseload.print': 'In phiếu mang đến nhà',
  'caseload.household': 'Xem một hộ gia đình',
  'caseload.tour': 'Xem lịch đi thăm',
  'identity.cooperative-members': 'Xem danh sách thành viên hợp tác xã',
  'catalogue.supplies': 'Xem hàng các hộ thành viên góp',
  recovery: 'Chuyển tài khoản sang số mới',
  people: 'Quản lý người có quyền',
  'training.find': 'Tìm hộ cho tập huấn',
  'training.list': 'Xem danh sách dự tập huấn',
  'training.skills': 'Xem kỹ năng của hộ',
  'skills.sign': 'Ký xác nhận kỹ năng',
  'support.read': 'Xem yêu cầu hỗ trợ',
  'support.take': 'Nhận yêu cầu hỗ trợ',
  'support.answer': 'Trả lời yêu cầu hỗ trợ',
  'support.close': 'Đóng yêu cầu hỗ trợ',
  authority: 'Trả lời cơ quan nhà nước',
  'data request': 'Giải quyết yêu cầu về dữ liệu',
  'messages.failed': 'Xem tin nhắn không gửi được',
  'parcel.handle': 'Xem đơn để giao',
  'audit.read': 'Đọc nhật ký',
  delivery: 'Giao hàng',
};

/** What a purpose says beside its name: the number of a request (`authority CQ-2611-0003`), or what follows a comma. */
const beside = /^(.*?)(?:, (.*)| ([A-Z]{2}-\d{4}-\d{4,}))?$/;

/** What a look was for: what it was done under, in words; what stands beside it is told as it is. */
export const purposeWords = (purpose: string | null): string => {
  if (!purpose) return '–';
  const [, name = purpose, rest, number] = beside.exec(purpose) ?? [];
  return [purposes[name] ?? name, rest ?? number].filter(Boolean).join(', ');
};

/** What it was about: the audit itself, or an id. */
export const subjectWords = (subject: string): string => (subject.startsWith('audit:') ? 'Nhật ký' : short(subject));

/** An id is told by its last eight characters; a word or a code as it is. */
export const short = (id: string): string => (/^[0-9a-f-]{36}$/.test(id) ? `…${id.slice(-8)}` : id);
