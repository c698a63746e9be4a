import type { ProblemCode } from '@chophien/contracts';
import { formatDay, formatDong, formatQuantity, isUnitId } from '@chophien/kernel';

type Details = Readonly<Record<string, unknown>>;
type Words = string | ((details: Details) => string);

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const waiting = (details: Details, otherwise: string): string => {
  const seconds = number(details.retryAfter);
  if (seconds === undefined) return otherwise;
  return seconds < 90
    ? `Hãy thử lại sau ${Math.max(1, seconds)} giây.`
    : `Hãy thử lại sau ${Math.ceil(seconds / 60)} phút.`;
};

const left = (details: Details): string => {
  const available = number(details.available);
  if (available === undefined) return '';
  if (available === 0) return ' Món này vừa hết.';
  const unit = typeof details.unit === 'string' && isUnitId(details.unit) ? details.unit : undefined;
  return unit ? ` Hiện còn ${formatQuantity(available, unit)}.` : '';
};

const listed = (names: unknown): string => (Array.isArray(names) && names.length > 0 ? `: ${names.join(', ')}` : '');

/** One sentence for each refusal the house knows. A name without a sentence does not compile. */
const words: Record<ProblemCode, Words> = {
  'platform.invalid-input': 'Có chỗ ghi chưa đúng. Hãy xem lại các dòng được đánh dấu.',
  'platform.malformed': 'Yêu cầu gửi lên bị hỏng. Hãy tải lại trang rồi thử lại.',
  'platform.too-large': 'Nội dung gửi lên quá lớn. Hãy rút ngắn chữ hoặc chọn ảnh nhỏ hơn.',
  'platform.unsupported-type': 'Loại tệp này chưa nhận được. Hãy gửi ảnh JPEG, PNG hoặc WebP.',
  'platform.not-found': 'Không tìm thấy. Có thể địa chỉ đã cũ hoặc gõ nhầm.',
  'platform.not-allowed': 'Tài khoản này không có quyền làm việc đó.',
  'platform.too-many': (details) => `Bạn thử quá nhiều lần. ${waiting(details, 'Hãy nghỉ vài phút rồi thử lại.')}`,
  'platform.busy': 'Hệ thống đang bận. Chưa có gì bị mất: hãy thử lại sau ít phút.',
  'platform.failed': 'Có lỗi ở phía chúng tôi. Hãy thử lại sau ít phút.',
  'platform.outside-failed': 'Bên đối tác chưa trả lời. Hãy thử lại sau ít phút.',

  'communes.unknown': 'Không có xã, phường này trong danh mục. Hãy tìm và chọn lại.',

  'identity.sign-in-needed': 'Hãy đăng nhập để tiếp tục.',
  'identity.code-wrong': 'Mã chưa đúng. Hãy xem lại tin nhắn và gõ sáu chữ số.',
  'identity.code-expired': 'Mã đã hết hạn. Hãy lấy mã mới.',
  'identity.code-exhausted': (details) => `Mã này đã bị gõ sai quá nhiều lần. ${waiting(details, 'Hãy lấy mã mới.')}`,
  'identity.code-too-soon': (details) =>
    `Vừa gửi mã cho số này. ${waiting(details, 'Hãy đợi một phút rồi lấy mã mới.')}`,
  'identity.code-not-sent': 'Chưa gửi được mã đến số này. Hãy thử lại sau ít phút.',
  'identity.credentials-wrong': 'Số điện thoại, mật khẩu hoặc mã xác thực chưa đúng.',
  'identity.phone-taken': 'Số điện thoại này đã có người dùng.',

  'identity.right-not-delegable':
    'Việc này không giao cho người khác được: nhận tiền, đồng ý và uỷ quyền luôn do chính hộ làm.',
  'identity.delegation-too-long': (details) =>
    `Ngày cuối của uỷ quyền không được quá ${typeof details.until === 'string' ? formatDay(details.until) : 'thời hạn cho phép'} và không được là ngày đã qua.`,
  'identity.evidence-missing': 'Cần mã xác nhận của hộ hoặc ảnh phiếu có chữ ký.',
  'identity.not-a-member': 'Hộ này không phải là thành viên.',
  'identity.already-member': 'Người hoặc hộ này đã là thành viên.',
  'identity.last-owner': 'Phải còn ít nhất một chủ. Hãy giao quyền chủ cho người khác trước.',
  'identity.producer-closed': 'Gian hàng này đã đóng.',
  'identity.invitation-ended': 'Lời mời này đã hết hạn hoặc đã được trả lời.',
  'identity.too-many-entries': 'Đã đủ số lượng cho phép. Hãy bỏ bớt trước khi thêm.',
  'identity.proof-needed': 'Việc này cần xác nhận lại là bạn. Hãy nhập mã mới rồi làm tiếp.',
  'identity.start-link-ended': 'Đường dẫn này đã dùng rồi hoặc đã hết hạn. Hãy xin người giao việc một đường dẫn mới.',
  'identity.not-yours-to-appoint': 'Bạn không được giao hay kết thúc vai trò này.',
  'identity.last-operator': 'Đây là người vận hành cuối cùng. Hãy giao cho người khác trước.',
  'identity.colleague-needed': 'Hãy chọn người nhận việc: một đồng nghiệp cùng vai trò, cùng nơi.',
  'identity.recovery-open': 'Số này đang được chuyển rồi. Hãy mở lần chuyển đang chờ.',
  'identity.recovery-ended': 'Lần chuyển số này đã xong hoặc đã dừng.',

  'papers.not-found': 'Không tìm thấy giấy tờ này.',
  'papers.unreadable':
    'Không đọc được tệp này. Hãy chụp lại, hoặc chọn ảnh JPEG, PNG, WebP hay tệp PDF không có mật khẩu.',
  'papers.too-large': 'Ảnh hoặc tệp này quá lớn: nhiều nhất 8 MB và 40 triệu điểm ảnh. Hãy chụp lại với cỡ nhỏ hơn.',
  'papers.infected': 'Tệp này có mã độc nên không nhận. Hãy chụp ảnh giấy tờ thay cho tệp.',
  'papers.illegal-step': 'Giấy tờ này đã được xử lý. Hãy tải lại trang để xem.',
  'papers.too-many': 'Nhà mình đã gửi rất nhiều giấy tờ đang chờ. Hãy lấy lại giấy gửi nhầm, hoặc đợi cán bộ xem xong.',

  'onboarding.incomplete': 'Hồ sơ còn việc chưa xong. Hãy xem các việc được đánh dấu.',
  'onboarding.not-met': 'Còn yêu cầu chưa đạt nên chưa duyệt được.',
  'onboarding.taken-by-another': 'Một cán bộ khác đang xem hồ sơ này.',
  'onboarding.text-changed': 'Nội dung này vừa có bản mới. Hãy đọc bản mới rồi đồng ý lại.',
  'onboarding.requirement-unknown': 'Không có yêu cầu này trong hồ sơ.',
  'onboarding.own-rule': 'Người soạn quy định không tự duyệt bản của mình.',
  'onboarding.already-applied': 'Bạn đã có một hồ sơ đang chờ duyệt.',
  'onboarding.not-found': 'Không tìm thấy hồ sơ này.',
  'onboarding.illegal-step': 'Hồ sơ đã chuyển sang bước khác. Hãy tải lại trang để xem bản mới nhất.',
  'onboarding.own-application': 'Cán bộ không tự duyệt hồ sơ của chính mình.',

  'catalogue.not-found': 'Không tìm thấy món hàng này. Có thể người bán đã thôi bán.',
  'catalogue.producer-not-approved': 'Hồ sơ bán hàng chưa được duyệt hoặc đang tạm ngừng, nên chưa đăng bán được.',
  'catalogue.not-for-sale': 'Có món trong giỏ không còn bán. Hãy bỏ món đó ra rồi đặt lại.',
  'catalogue.price-changed': 'Giá vừa thay đổi. Hãy xem giá mới rồi quyết định.',
  'catalogue.picture-unreadable': 'Không đọc được ảnh này. Hãy chọn ảnh khác, dạng JPEG, PNG hoặc WebP.',
  'catalogue.picture-heic':
    'Ảnh này ở dạng HEIC của iPhone, chợ chưa đọc được. Vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc chụp màn hình ảnh này và chọn ảnh chụp màn hình.',
  'catalogue.picture-too-large': 'Ảnh quá lớn. Mỗi ảnh nhiều nhất 10 MB và 50 triệu điểm ảnh.',
  'catalogue.picture-differs': 'Ảnh này đã gửi trước đó với nội dung khác. Hãy chọn lại ảnh để gửi như ảnh mới.',
  'catalogue.picture-unknown': 'Có ảnh chưa gửi lên xong. Hãy chọn lại ảnh.',
  'catalogue.commodity-unknown': 'Không có loại hàng này trong danh mục. Hãy chọn lại.',
  'catalogue.quantity-step': 'Số lượng phải theo bước bán của món hàng. Hãy chỉnh lại số lượng.',
  'catalogue.window-ended': 'Ngày cuối bán đã qua. Hãy chọn ngày sau hôm nay, hoặc chọn “năm nào cũng bán”.',
  'catalogue.label-incomplete': (details) =>
    `Nhãn hàng còn thiếu${listed(details.names)}. Hàng đã chế biến phải ghi đủ theo quy định về nhãn.`,
  'catalogue.label-field-unknown': 'Có mục trên nhãn không có trong quy định. Hãy bỏ mục đó ra.',
  'catalogue.attribute-unknown': 'Có lựa chọn không hợp với nhóm hàng này. Hãy chọn lại.',
  'catalogue.kind-mismatch': (details) =>
    details.kind === 'service'
      ? 'Loại này là dịch vụ: khách đến tận nơi, nên phải có ngày và số chỗ.'
      : 'Loại này là hàng hóa, không có ngày và số chỗ.',
  'catalogue.certificate-taken': 'Số giấy này đã có người khai. Hãy xem lại số trên giấy, hoặc báo cán bộ xã.',
  'catalogue.certificate-unknown': 'Không có giấy chứng nhận này trong sổ của gian hàng. Hãy khai giấy trước.',
  'catalogue.certificate-of-another-product': 'Giấy OCOP chỉ cấp cho một sản phẩm, và giấy này là của sản phẩm khác.',
  'catalogue.own-certificate': 'Không tự duyệt giấy của gian hàng mình. Hãy nhờ cán bộ khác.',
  'catalogue.date-not-open': 'Ngày này đã qua hoặc đã hủy, không sửa được nữa.',
  'catalogue.date-has-guests': 'Ngày này đã có khách đặt chỗ. Ghi lý do rồi bấm hủy, và gọi báo cho khách.',
  'catalogue.too-many-dates': 'Đã có 60 ngày đang mở. Bớt ngày cũ rồi thêm.',
  'catalogue.places-full': (details) =>
    `Ngày này chỉ còn ${Number(details?.places ?? 0)} chỗ, ghi ít hơn hoặc chọn ngày khác.`,
  'catalogue.not-a-service': 'Món này là hàng hóa, không có ngày đón khách.',
  'catalogue.not-of-a-group': 'Chỉ hàng của hợp tác xã, tổ hợp tác mới nhận hàng của xã viên.',
  'catalogue.supplier-not-member': 'Hộ này không phải thành viên lúc này. Chọn hộ khác, hoặc mời hộ vào trước.',
  'catalogue.date-past': 'Có ngày đã qua. Hãy chọn ngày giờ sau lúc này.',
  'catalogue.date-taken': 'Ngày này đã được ghi cho một dịch vụ khác. Hãy tải lại trang.',
  'catalogue.not-yet-on-sale': (details) =>
    `Món này chưa mở bán.${typeof details.from === 'string' ? ` Bán từ ${formatDay(details.from)}.` : ''}`,
  'catalogue.not-delivered-there': (details) =>
    details.delivery === 'pickup'
      ? 'Món này không gửi đi: phải đến tận nơi lấy. Hãy gọi người bán.'
      : 'Món này chỉ giao trong tỉnh của người bán. Hãy bỏ món đó ra, hoặc giao đến nơi khác.',
  'catalogue.service-not-orderable': 'Dịch vụ chưa đặt được trên chợ. Hãy gọi người bán để giữ chỗ.',
  'catalogue.illegal-step': 'Món hàng đang ở bước khác nên chưa làm việc này được. Hãy tải lại trang để xem.',
  'catalogue.edited-meanwhile': 'Món hàng vừa được sửa ở nơi khác. Hãy xem bản mới rồi làm lại.',
  'catalogue.already-decided': 'Một cán bộ khác vừa quyết định món này. Hãy tải lại trang để xem.',
  'catalogue.own-listing': 'Đây là hàng của nhà bạn. Việc này phải do cán bộ khác quyết định.',
  'catalogue.price-jump': 'Giá mới khác giá cũ nhiều lần. Nếu đúng là giá này, hãy xác nhận lần nữa.',
  'catalogue.unit-fixed': 'Món đã bán thì không đổi đơn vị được. Hãy thôi bán món này và đăng món mới.',
  'catalogue.draft-ended': 'Bản nháp này đã đăng hoặc đã xóa rồi.',
  'catalogue.too-many-drafts': 'Có quá nhiều bản nháp. Hãy xóa bớt rồi làm tiếp.',

  'search.synonym-day-past': 'Chọn từ hôm nay trở đi: từ cùng nghĩa không đổi những ngày đã qua.',
  'search.synonym-words': 'Ghi ít nhất hai từ khác nhau.',
  'search.synonym-not-found': 'Không có nhóm từ này. Có thể đã được người khác sửa.',

  'caseload.not-found': 'Không có hộ hoặc danh sách này trong địa bàn của bạn.',
  'caseload.illegal-step': 'Danh sách đã sang bước khác. Hãy tải lại trang để xem.',
  'caseload.file-unreadable':
    'Không đọc được tệp này. Hãy lưu lại dưới dạng Excel (.xlsx) hoặc CSV rồi tải lên; tệp .xls cũ và tệp có mật khẩu chưa nhận được.',
  'caseload.file-too-large': 'Tệp quá lớn hoặc quá nhiều dòng. Hãy chia danh sách thành nhiều tệp nhỏ hơn.',
  'caseload.hamlet-unknown': 'Không có thôn, ấp này trong xã. Hãy chọn lại.',
  'caseload.hamlet-known': 'Xã đã có một thôn, ấp tên như vậy. Nếu hai tên là một, hãy gộp lại.',
  'caseload.helper-unknown': 'Người này không giúp ở thôn, xã đó. Hãy chọn người khác.',
  'caseload.undo-too-late': 'Đã quá hạn huỷ. Các hộ đã ghi được giữ lại.',
  'caseload.entry-changed': 'Mục này đã gửi rồi với nội dung khác. Hãy ghi lại thành một mục mới.',
  'caseload.possible-twin': 'Có thể hộ này đã được nhập. Hãy xem các hộ giống và chọn.',
  'caseload.consent-missing': 'Hộ chưa đồng ý cho bạn ghi giúp, hoặc đã thôi. Hãy lấy đồng ý trước.',
  'caseload.reading-changed': 'Lời đọc cho hộ nghe đã thay đổi. Hãy đọc lại bản mới rồi lấy đồng ý.',
  'caseload.own-phone': 'Đây là số của chính bạn. Hãy ghi số của hộ.',
  'caseload.no-phone': 'Hộ này chưa có số điện thoại. Hãy lấy đồng ý bằng phiếu có chữ ký.',

  'sheets.not-found': 'Không tìm thấy bảng hàng này.',
  'sheets.illegal-step': 'Bảng hàng đã sang bước khác. Hãy tải lại trang để xem.',
  'sheets.file-unreadable':
    'Không đọc được tệp này. Hãy lưu lại dưới dạng Excel (.xlsx) hoặc CSV rồi gửi; tệp .xls cũ và tệp có mật khẩu chưa nhận được.',
  'sheets.file-too-large': 'Tệp quá lớn hoặc quá nhiều dòng. Hãy chia thành nhiều tệp nhỏ hơn.',

  'stock.counts-places': 'Đây là chỗ của một ngày dịch vụ. Sửa ở phần Ngày đón khách của món.',
  'stock.too-little': (details) => `Không đủ hàng để bán số lượng này.${left(details)}`,
  'stock.not-found': 'Không tìm thấy số tồn của món hàng này.',
  'stock.hold-ended': 'Thời gian giữ hàng đã hết. Hãy đặt lại.',

  'training.not-found': 'Không tìm thấy buổi tập huấn hoặc hộ này.',
  'training.course-unknown': 'Không có khóa học này, hoặc khóa đã hết hạn.',
  'training.code-wrong': 'Mã điểm danh chưa đúng hoặc đã đổi. Hãy quét lại mã đang hiện trong lớp.',
  'training.too-early': 'Buổi học chưa bắt đầu nên chưa điểm danh được.',
  'training.ended': 'Buổi học đã kết thúc hoặc đã hủy, không sửa được nữa.',
  'training.attended': 'Buổi học đã có người điểm danh nên không hủy được.',
  'training.skill-unknown': 'Không có kỹ năng này trong bảng.',

  'support.not-found': 'Không tìm thấy yêu cầu hỗ trợ này.',
  'support.topic-unknown': 'Hãy chọn việc cần giúp trong danh sách.',
  'complaints.not-found': 'Không tìm thấy khiếu nại này.',
  'complaints.topic-unknown': 'Hãy chọn việc cần khiếu nại trong danh sách.',
  'complaints.id-used': 'Khiếu nại này đã gửi với lời khác. Hãy mở lại trang và gửi lại.',
  'complaints.decided': 'Khiếu nại này đã có quyết định.',
  'complaints.not-decided': 'Khiếu nại này chưa có quyết định nên chưa mở lại được.',
  'complaints.reopened-before': 'Khiếu nại này đã mở lại một lần rồi. Bạn còn quyền hoà giải, trọng tài hoặc toà án.',
  'support.closed': 'Yêu cầu này đã đóng.',
  'support.own-answer': 'Người soạn câu trả lời không tự gửi. Hãy nhờ một cán bộ khác xem và gửi.',
  'support.illegal-step': 'Yêu cầu đã chuyển sang bước khác. Hãy tải lại trang.',
  'support.obstacles': 'Còn việc phải xong trước khi xóa dữ liệu. Hãy xem các điểm được nêu.',
  'support.id-used': 'Yêu cầu này đã được gửi với nội dung khác.',
  'notifications.not-found': 'Không tìm thấy tin nhắn này.',

  'lots.not-found': 'Không tìm thấy lô hàng này.',

  'coldchain.device-refused': 'Máy đo này không được nhận số liệu.',
  'coldchain.batch-conflict': 'Gói số liệu này đã gửi với nội dung khác.',
  'coldchain.device-busy': 'Máy đo này đang theo một gói hàng khác. Hãy lấy máy khác.',
  'coldchain.device-known': 'Đã có máy đo mang mã này. Hãy xem lại mã dán trên máy.',
  'coldchain.device-unknown': 'Không có máy đo mang mã này. Hãy xem lại mã dán trên máy.',
  'coldchain.not-found': 'Không tìm thấy số liệu nhiệt độ.',

  'logistics.no-route': 'Chưa giao được đến nơi này với cách giữ hàng đã chọn.',
  'logistics.not-found': 'Không tìm thấy chuyến giao này.',
  'logistics.illegal-step': 'Chuyến giao đã chuyển sang bước khác. Hãy tải lại trang.',

  'ordering.not-found': 'Không tìm thấy đơn. Hãy xem lại mã đơn và số điện thoại.',
  'ordering.basket-empty': 'Giỏ hàng đang trống.',
  'ordering.id-used': 'Đơn này đã được gửi trước đó với nội dung khác. Hãy mở lại giỏ hàng.',
  'ordering.total-changed': (details) => {
    const total = number(details.total);
    return total === undefined
      ? 'Tổng tiền vừa thay đổi. Hãy xem lại rồi đặt.'
      : `Tổng tiền vừa thay đổi, nay là ${formatDong(total)}. Hãy xem lại rồi đặt.`;
  },
  'ordering.illegal-step': 'Đơn đã chuyển sang bước khác. Hãy tải lại trang để xem bản mới nhất.',
  'ordering.too-many-open': 'Số điện thoại này có nhiều đơn chưa xong. Hãy chờ các đơn đó rồi đặt tiếp.',
  'ordering.parcel-held': 'Gói hàng đang bị giữ vì nhiệt độ. Cần cán bộ kiểm tra trước khi giao tiếp.',
  'ordering.not-paid': 'Đơn chưa được thanh toán.',
  'ordering.producer-away': ({ producer, until }) =>
    `${typeof producer === 'string' ? producer : 'Người bán'} đang nghỉ${typeof until === 'string' ? `, đến hết ${formatDay(until)}` : ''}. Hãy bỏ món của nhà này ra, hoặc đặt sau ngày đó.`,
  'ordering.not-delivered': 'Kiện này chưa giao xong. Nhận hàng rồi mới báo hỏng, thiếu hoặc đánh giá được.',
  'ordering.claim-too-late': 'Đã quá hạn báo hỏng, thiếu cho kiện này. Hãy gọi người bán hoặc đường dây hỗ trợ.',
  'ordering.claim-open': 'Kiện này đã có một lần báo đang chờ, hoặc tiền đã hoàn hết.',
  'ordering.claim-unanswered': 'Người bán còn hạn trả lời. Quá hạn hoặc khi họ trả lời rồi, cán bộ mới quyết định.',
  'ordering.claim-decided': 'Việc này đã có kết quả. Hãy tải lại trang.',
  'ordering.refund-too-much': (details) => {
    const most = number(details.most);
    return most === undefined ? 'Số hoàn lớn hơn tiền của kiện.' : `Hoàn nhiều nhất ${formatDong(most)}.`;
  },
  'ordering.reviewed': 'Món này đã có lời đánh giá hoặc lời đáp. Mỗi món chỉ một lần.',
  'ordering.own-review': 'Không tự đánh giá hàng của nhà mình.',
  'ordering.notes-closed': 'Không nhắn thêm được cho kiện này. Hãy gọi điện.',
  'ordering.too-many-photos': 'Mỗi lần báo gửi nhiều nhất 4 ảnh.',
  'ordering.packed-too-much': 'Đóng nhiều hơn người mua đặt. Hãy cân lại, hoặc ghi đúng số đã đặt.',
  'ordering.short-without-reason': 'Đóng thiếu thì chọn lý do, để người mua hiểu.',
  'ordering.nothing-packed': 'Không đóng được món nào thì bấm “Không giao được”, tiền và hàng sẽ được trả lại.',

  'payments.not-found': 'Không tìm thấy lần thanh toán này.',
  'payments.not-payable': 'Đơn này không còn chờ thanh toán.',
  'payments.already-recorded': 'Khoản tiền này đã được ghi nhận.',
  'payments.amount-out-of-range': 'Số tiền nằm ngoài mức cổng thanh toán cho phép. Hãy chọn trả tiền khi nhận hàng.',
  'payments.no-account': 'Người bán chưa có tài khoản nhận chuyển khoản. Hãy chọn cách trả tiền khác.',
  'settlement.not-found': 'Không tìm thấy khoản này trong sổ của tỉnh bạn.',
  'settlement.nothing-to-pay': 'Chưa có khoản nào đến lúc chi trả.',
  'settlement.own-payout': 'Người lập đợt chi trả không tự duyệt. Hãy nhờ người khác duyệt.',
  'settlement.not-approved': 'Đợt chi trả này chưa được duyệt.',
  'settlement.illegal-step': 'Khoản này đã chuyển sang bước khác. Hãy tải lại trang.',
  'settlement.month-not-over': 'Tháng này chưa hết nên chưa khoá sổ được.',
  'settlement.month-before-open': 'Tháng trước đó chưa khoá sổ. Hãy khoá lần lượt từng tháng.',
  'settlement.month-closed': 'Tháng này đã khoá sổ. Việc phát sinh sau được ghi vào tháng đang mở.',
  'settlement.own-closing': 'Người đề nghị khoá sổ không tự duyệt. Hãy nhờ người khác duyệt.',
  'settlement.not-asked': 'Chưa ai đề nghị khoá sổ tháng này.',
  'settlement.out-of-balance': 'Sổ tháng này chưa khớp nên không khoá được. Báo người vận hành ngay.',
  'payments.statement-unreadable':
    'Không đọc được tệp này. Cần tệp Excel hoặc CSV có cột mã giao dịch (hoặc mã kiện) và cột số tiền.',
  'payments.no-match': 'Không tìm thấy đơn chờ tiền theo mã này. Hãy xem lại mã đơn.',
  'payments.already-decided': 'Việc này đã có người quyết định. Hãy tải lại trang để xem.',
  'payments.wrong-decision': 'Việc này không quyết định như vậy được.',
  'payments.proof-missing': 'Cần số giao dịch của ngân hàng và một câu ghi rõ lý do.',
  'payments.more-than-paid': 'Không hoàn quá số tiền đã nhận được.',

  'channels.not-found': 'Không tìm thấy sàn này.',
  'channels.nothing-to-export': 'Chưa có món nào đang bán để xuất.',

  'assessment.not-found': 'Không tìm thấy số liệu này.',
  'assessment.indicator-unknown': 'Không có chỉ tiêu này.',
};

/** The sentence a person reads for a refusal. */
export const sentence = (problem: { code: ProblemCode; details?: Details }): string => {
  const found = words[problem.code];
  return typeof found === 'function' ? found(problem.details ?? {}) : found;
};

/** The same for a name that came over a wire and may be anything. */
export const sentenceFor = (code: unknown, details: Details = {}): string =>
  typeof code === 'string' && Object.hasOwn(words, code)
    ? sentence({ code: code as ProblemCode, details })
    : sentence({ code: 'platform.failed' });
