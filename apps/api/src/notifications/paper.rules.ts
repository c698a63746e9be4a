import { type PaperKind, paperKinds } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import type { EventData } from '../events.ts';
import type { Words } from './message.rules.ts';

type Fact = EventData<'paper.verified'>;

/** What a farmer calls it: inside a sentence, without a capital. */
const named = (kind: string): string => {
  const name = Object.hasOwn(paperKinds, kind) ? paperKinds[kind as PaperKind] : paperKinds.other;
  return /^[A-ZĐ][a-zà-ỹ]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
};
const pageOf = (producer: string): string => `/ban-hang/giay-to/${producer}`;

/** To the household. */
export const paperVerified = ({ producer, kind, expiresOn }: Fact): Words => ({
  kind: 'paper-verified',
  text: `Cán bộ đã xem ${named(kind)}: đúng${expiresOn ? `, dùng được đến hết ngày ${formatDay(expiresOn)}` : ''}.`,
  link: pageOf(producer),
});

/** To the household. */
export const paperRefused = ({ producer, kind, reason }: EventData<'paper.refused'>): Words => ({
  kind: 'paper-refused',
  text: `Cán bộ chưa nhận ${named(kind)}: ${reason}. Mở để gửi lại.`,
  link: pageOf(producer),
  out: {
    sms: `Chua nhan ${named(kind)}: ${reason}. Gui lai:`,
    fields: { giay_to: named(kind), ly_do: reason.slice(0, 200) },
  },
});

/** To the household. */
export const paperExpiring = ({ producer, kind, days, expiresOn }: EventData<'paper.expiring'>): Words => {
  const left = days === 0 ? 'hôm nay là ngày cuối' : `còn ${days} ngày`;
  const day = expiresOn ? formatDay(expiresOn) : '';
  return {
    kind: 'paper-expiring',
    text: `Sắp hết hạn: ${named(kind)}, ${left} (ngày ${day}). Xin cấp lại sớm rồi chụp gửi, để hàng không bị ẩn.`,
    link: pageOf(producer),
    out: {
      sms: `Sap het han: ${named(kind)}, ${left}. Chup giay moi gui:`,
      fields: { giay_to: named(kind), con_lai: left, ngay_het_han: day },
    },
  };
};

/** To the household. */
export const paperExpired = ({ producer, kind, expiresOn }: Fact): Words => {
  const day = expiresOn ? formatDay(expiresOn) : '';
  return {
    kind: 'paper-expired',
    text: `Đã hết hạn ngày ${day}: ${named(kind)}. Hàng cần giấy này tạm ẩn, và tự hiện lại khi cán bộ xác nhận giấy mới.`,
    link: pageOf(producer),
    out: {
      sms: `Da het han ngay ${day}: ${named(kind)}. Hang can giay nay tam an. Gui giay moi:`,
      fields: { giay_to: named(kind), ngay_het_han: day },
    },
  };
};
