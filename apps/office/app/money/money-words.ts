import type { PaymentDecision, PaymentTaskKind } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

/** Why a person must look, in a word and in what to do about it. */
export const kindWords: Record<PaymentTaskKind, { word: string; help: string }> = {
  suspected: {
    word: 'Tiền bị nghi ngờ',
    help: 'Tiền đã bị trừ ở ngân hàng nhưng VNPay nghi ngờ hoặc báo lỗi. Chưa giao hàng cho đơn này. Hãy hỏi VNPay, rồi ghi lại kết quả.',
  },
  'refund-refused': {
    word: 'Hoàn tiền không được',
    help: 'Bên thanh toán từ chối trả lại tiền cho người mua. Hãy gửi lại, hoặc trả bằng cách khác rồi ghi số giao dịch.',
  },
  'refund-due': {
    word: 'Cần chuyển trả người mua',
    help: 'Người mua đã chuyển khoản, nay được nhận lại tiền. Ai giữ tiền thì người đó chuyển trả; hãy gọi người bán nếu tiền ở tài khoản của họ, rồi ghi số giao dịch.',
  },
  'transfer-unmatched': {
    word: 'Chuyển khoản chưa rõ đơn nào',
    help: 'Tiền về tài khoản nhưng nội dung không có mã đơn. Hãy tìm đơn có cùng số tiền, hoặc chuyển trả.',
  },
  'cash-short': {
    word: 'Thu hộ thiếu tiền',
    help: 'Người giao thu ít hơn số phải thu. Hãy hỏi bên giao hàng và người mua.',
  },
  'cash-missing': {
    word: 'Tiền thu hộ chưa nộp',
    help: 'Bên giao hàng đã thu tiền nhưng quá hạn chưa nộp. Hãy đòi, rồi ghi số giao dịch khi tiền về.',
  },
  'remittance-differs': {
    word: 'Tiền thu hộ nộp lệch',
    help: 'Số tiền bên giao hàng nộp khác số đã thu. Hãy đối chiếu với họ.',
  },
  'cash-back': {
    word: 'Trả lại tiền mặt',
    help: 'Người mua đã trả tiền khi nhận hàng, nay được hoàn theo kết quả khiếu nại. Hãy chuyển trả, rồi ghi số giao dịch.',
  },
  'transfer-claimed': {
    word: 'Người mua báo đã chuyển khoản',
    help: 'Chưa ai thấy tiền về. Hãy hỏi người bán xem sao kê, rồi ghi số giao dịch nếu tiền đã về.',
  },
};

/** What can be decided, as a button and a line of help says it. */
export const decisionWords: Record<PaymentDecision, { word: string; hint: string; done: string }> = {
  match: {
    word: 'Trả cho đơn này',
    hint: 'Ghi mã đơn hoặc mã DH… vào ô số giao dịch.',
    done: 'Đã ghép với đơn',
  },
  accept: {
    word: 'Chấp nhận',
    hint: 'Tiền đã về thật; với tiền thu hộ: để nguyên số như vậy.',
    done: 'Đã ghi: tiền về thật',
  },
  void: {
    word: 'Không phải tiền của đơn hàng',
    hint: 'Ngân hàng đã trả lại, tiền không về, hoặc là chuyện riêng.',
    done: 'Đã ghi: không phải tiền của đơn',
  },
  again: { word: 'Gửi lệnh hoàn tiền lần nữa', hint: 'Gửi như một lệnh mới.', done: 'Đã gửi hoàn lại' },
  'by-hand': {
    word: 'Đã chuyển bằng cách khác',
    hint: 'Tiền đã trả người mua, hoặc phần thiếu đã về: ghi số giao dịch.',
    done: 'Đã chuyển bằng cách khác',
  },
};

/** VNPay's codes that stand in a task: the answer to a refund, or response and state of a payment. */
const said: Record<string, string> = {
  '02': 'sai mã kết nối',
  '03': 'sai định dạng',
  '09': 'ngân hàng từ chối hoàn tiền',
  '91': 'không tìm thấy giao dịch',
  '95': 'giao dịch gốc không thành công',
  '97': 'sai chữ ký',
  '07/07': 'giao dịch bị nghi ngờ',
  '07/00': 'giao dịch bị nghi ngờ',
  '07': 'vẫn nghi ngờ',
  '00/04': 'ngân hàng đã trừ tiền, VNPay báo lỗi',
  '04': 'ngân hàng đã trừ tiền, VNPay báo lỗi',
  unreachable: 'gửi nhiều lần không được trả lời',
};

export const saidWords = (code: string | null): string =>
  code === null ? '–' : said[code] ? `${said[code]} (mã ${code})` : `mã ${code}`;

const states: Record<string, { word: string; tone: Tone }> = {
  'attempt open': { word: 'Đang chờ', tone: 'wait' },
  'attempt paid': { word: 'Đã trả', tone: 'good' },
  'attempt failed': { word: 'Không thành', tone: 'quiet' },
  'attempt expired': { word: 'Hết hạn', tone: 'quiet' },
  'attempt suspected': { word: 'Bị nghi ngờ', tone: 'bad' },
  'receipt clear': { word: 'Đã nhận', tone: 'good' },
  'receipt suspected': { word: 'Chưa tính', tone: 'bad' },
  'receipt void': { word: 'Ngân hàng trả lại', tone: 'quiet' },
  'refund pending': { word: 'Chờ gửi', tone: 'wait' },
  'refund sent': { word: 'Đã gửi', tone: 'wait' },
  'refund accepted': { word: 'Đang hoàn', tone: 'wait' },
  'refund unknown': { word: 'Đang hỏi lại', tone: 'wait' },
  'refund settled': { word: 'Đã hoàn', tone: 'good' },
  'refund refused': { word: 'Bị từ chối', tone: 'bad' },
};

export const moveWords = (what: string, state: string): { word: string; tone: Tone } =>
  states[`${what} ${state}`] ?? { word: state, tone: 'plain' };

export const whatWords: Record<string, string> = {
  attempt: 'Người mua trả',
  receipt: 'Tiền nhận',
  refund: 'Hoàn tiền',
};
