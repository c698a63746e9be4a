import { formatDay, vietnamDay } from '@chophien/kernel';
import type { EventData } from '../events.ts';
import type { Words } from './message.rules.ts';

const hour = 3_600_000;

/** `15:04 ngày 28/11/2026`, in Vietnam. */
const moment = (at: Date): string => {
  const time = new Date(at.getTime() + 7 * hour).toISOString().slice(11, 16);
  return `${time} ngày ${formatDay(vietnamDay(at))}`;
};

/** To the applicant: from now on it may sell. */
export const producerActivated: Words = {
  kind: 'producer-activated',
  text: 'Gian hàng đã đủ điều kiện và được bán trên Chợ Phiên. Mở để đăng món hàng đầu tiên.',
  link: '/ban-hang/dang-ban',
  out: { sms: 'Gian hang cua ban da duoc ban tren Cho Phien. Dang mon dau tien:', fields: { ket_qua: 'được bán' } },
};

/** To the applicant: from when, why, and what can be done about it before. */
export const suspensionAnnounced = ({ reason, from }: EventData<'suspension.announced'>): Words => {
  const when = moment(new Date(from));
  return {
    kind: 'suspension-announced',
    text: `Gian hàng sẽ bị tạm ngừng từ ${when}. Lý do: ${reason}. Trước lúc đó bạn vẫn bán như thường. Sửa được chỗ này thì báo cán bộ xã để bỏ việc tạm ngừng; không đồng ý thì gọi cán bộ xã hoặc nộp đơn khiếu nại ở bộ phận một cửa của UBND xã.`,
    link: '/ban-hang',
    out: {
      sms: `Gian hang se tam ngung tu ${when}: ${reason}. Xem ly do, cach phan doi:`,
      fields: { tu_luc: when, ly_do: reason.slice(0, 200) },
    },
  };
};

/** To the applicant. */
export const suspensionDropped = ({ reason }: EventData<'suspension.dropped'>): Words => ({
  kind: 'suspension-dropped',
  text: `Việc tạm ngừng gian hàng đã được bỏ: ${reason}. Bạn vẫn bán như thường.`,
  link: '/ban-hang',
});

/** To the applicant, or to those who sell in a household that has none. */
export const producerClosed = ({ reason }: EventData<'producer.closed'>): Words => ({
  kind: 'producer-closed',
  text: `Gian hàng đã đóng: ${reason}. Hàng không còn hiện trên chợ; đơn đã nhận vẫn cần giao. Không phải ý của bạn thì báo ngay cán bộ xã.`,
  link: '/ban-hang',
  out: {
    sms: `Gian hang cua ban tren Cho Phien da dong: ${reason}. Khong phai y ban thi bao can bo xa. Xem:`,
    fields: { ly_do: reason.slice(0, 200) },
  },
});

/**
 * To those who sell for it. Once sales run, a change of account is how a thief would be paid, so a change goes to their phones;
 * the first account is only noted.
 */
export const payoutChanged = ({ producer, numberEnd, frozenUntil }: EventData<'payout.changed'>, at: Date): Words => {
  const link = `/ban-hang/ho-so/${producer}`;
  if (frozenUntil === null) {
    return {
      kind: 'payout-set',
      text: `Đã ghi tài khoản nhận tiền, số cuối ${numberEnd}. Không phải bạn ghi thì báo ngay cán bộ xã.`,
      link,
    };
  }
  const until = new Date(frozenUntil);
  const hours = Math.ceil((until.getTime() - at.getTime()) / hour);
  return {
    kind: 'payout-changed',
    text: `Tài khoản nhận tiền vừa đổi, số cuối ${numberEnd}. Tiền được giữ lại ${hours} giờ, đến ${moment(until)}. Nếu không phải bạn đổi, hãy báo ngay cán bộ xã trước lúc đó.`,
    link,
    out: {
      sms: `Tai khoan nhan tien vua doi (so cuoi ${numberEnd}), giu tien ${hours} gio. Khong phai ban thi bao can bo xa ngay:`,
      fields: { so_cuoi: numberEnd, so_gio: String(hours) },
    },
  };
};
