import type { EventData } from '../events.ts';
import type { Words } from './message.rules.ts';

/** To whoever asked for help. */
export const supportAnswered = (request: string, { number }: EventData<'support.answered'>): Words => ({
  kind: 'support-answered',
  text: `Yêu cầu ${number} của bạn đã có trả lời. Mở để đọc và hỏi thêm nếu cần.`,
  link: `/ho-tro/${request}`,
  out: { sms: `Yeu cau ${number} da co tra loi. Xem:`, fields: { ma_yeu_cau: number } },
});

/** To whoever asked for help. */
export const supportClosed = (request: string, { number, done }: EventData<'support.closed'>): Words => ({
  kind: 'support-closed',
  text: `Yêu cầu ${number} đã xong: ${done} Nếu chưa được, mở ra và viết tiếp.`,
  link: `/ho-tro/${request}`,
});

const kinds: Record<string, string> = {
  copy: 'xin bản sao dữ liệu',
  correct: 'sửa dữ liệu',
  delete: 'xóa dữ liệu',
  restrict: 'hạn chế dùng dữ liệu',
  object: 'phản đối việc dùng dữ liệu',
};

/** To whoever asked about the own data. */
export const dataRequestAcknowledged = ({ number, kind }: EventData<'data-request.acknowledged'>): Words => ({
  kind: 'data-request-acknowledged',
  text: `Đã nhận yêu cầu ${number}: ${kinds[kind] ?? kind}. Mở để xem hạn trả lời.`,
  link: '/tai-khoan/du-lieu',
});

/** To whoever asked about the own data. */
export const dataRequestAnswered = ({ number, kind, granted }: EventData<'data-request.answered'>): Words => ({
  kind: 'data-request-answered',
  text: `Yêu cầu ${number} (${kinds[kind] ?? kind}) ${granted ? 'đã được thực hiện' : 'không được chấp nhận'}. Mở để đọc lý do và phần luật buộc giữ lại.`,
  link: '/tai-khoan/du-lieu',
  out: { sms: `Yeu cau ${number} ve du lieu ca nhan da co ket qua. Xem:`, fields: { ma_yeu_cau: number } },
});
