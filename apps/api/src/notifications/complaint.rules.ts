import type { EventData } from '../events.ts';
import type { Words } from './message.rules.ts';

const outcomes: Record<EventData<'complaint.decided'>['outcome'], string> = {
  upheld: 'bạn khiếu nại đúng',
  'not-upheld': 'không có căn cứ',
  settled: 'hai bên đã thống nhất',
  forwarded: 'đã chuyển cơ quan có thẩm quyền',
};

const out = (number: string, sms: string): Words['out'] => ({ sms, fields: { ma_khieu_nai: number } });

/** To whoever complained. */
export const complaintReceived = (link: string, { number }: EventData<'complaint.opened'>): Words => ({
  kind: 'complaint-received',
  text: `Đã nhận khiếu nại ${number}. Mở để xem ai giải quyết và hạn trả lời.`,
  link,
  out: out(number, `Da nhan khieu nai ${number}. Xem han tra loi:`),
});

/** To whoever sells for the producer. */
export const complaintAbout = (link: string, { number }: { number: string }, again: boolean): Words => ({
  kind: 'complaint-about',
  text: again
    ? `Người mua mở lại khiếu nại ${number}. Mở để đọc và trả lời.`
    : `Có khiếu nại ${number} về gian hàng của bạn. Mở để đọc và trả lời, cán bộ xã sẽ nghe cả hai bên.`,
  link,
  out: out(number, `Co khieu nai ${number} ve gian hang cua ban. Doc va tra loi:`),
});

/** To the other sides. */
export const complaintWritten = (link: string, { number, from }: EventData<'complaint.written'>): Words => ({
  kind: 'complaint-written',
  text: `${{ complainant: 'Người khiếu nại', producer: 'Người bán', office: 'Cán bộ xã' }[from]} viết thêm ở khiếu nại ${number}. Mở để đọc.`,
  link,
  out: out(number, `Khieu nai ${number} co loi moi. Xem:`),
});

/** To both sides. */
export const complaintDecided = (
  link: string,
  { number, outcome, reason, authority }: EventData<'complaint.decided'>,
  side: 'complainant' | 'producer',
): Words => ({
  kind: 'complaint-decided',
  text: `Khiếu nại ${number} có quyết định: ${
    side === 'producer' && outcome === 'upheld' ? 'người mua khiếu nại đúng' : outcomes[outcome]
  }${authority ? ` (${authority})` : ''}. Lý do: ${reason.slice(0, 300)}`,
  link,
  out: out(number, `Khieu nai ${number} da co quyet dinh. Xem:`),
});

/** To whoever complained. */
export const complaintEscalated = (link: string, { number }: EventData<'complaint.escalated'>): Words => ({
  kind: 'complaint-escalated',
  text: `Khiếu nại ${number} đã quá hạn mà xã chưa quyết định. Xin lỗi bạn; cán bộ tỉnh đang xem.`,
  link,
});
