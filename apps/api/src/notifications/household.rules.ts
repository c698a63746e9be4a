import { gradeWords, SupplyGrade } from '@chophien/contracts';
import { addDays, dayBounds, formatQuantity, vietnamDay } from '@chophien/kernel';
import type { EventData } from '../events.ts';
import type { Words } from './message.rules.ts';

/** A delegation as it is told. */
export interface Delegated {
  giver: string;
  receiver: string;
  sentence: string;
  evidence: 'own-hand' | 'code' | 'slip';
}

const short = (text: string, most = 200): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** To the household that gave it. What it did by its own hand needs no message to its phone. */
export const delegationGiven = (household: string, { giver, receiver, sentence, evidence }: Delegated): Words => ({
  kind: 'delegation-given',
  text: `${sentence} Không đúng thì mở ra và bấm “Thôi uỷ quyền”, có tác dụng ngay.`,
  link: `/ban-hang/uy-quyen?ho=${household}`,
  ...(evidence === 'own-hand'
    ? {}
    : {
        out: {
          sms: `${giver} cho ${receiver} lam thay mot so viec tren Cho Phien. Khong dung thi thoi ngay:`,
          fields: { ben_giao: short(giver, 80), ben_nhan: short(receiver, 80), noi_dung: short(sentence) },
        },
      }),
});

/** To whoever received it. */
export const delegationReceived = ({ sentence }: Delegated): Words => ({
  kind: 'delegation-received',
  text: `${sentence} Khi làm thay, mỗi việc đều được ghi tên và báo cho hộ.`,
  link: '/tai-khoan/lam-thay',
});

/** To both sides. */
export const delegationEnded = (sentence: string, link: string): Words => ({
  kind: 'delegation-ended',
  text: sentence,
  link,
});

/** To the household, once for each delegate and day, with all that was done so far. */
export const delegateActed = (household: string, day: { by: string; day: string; acts: readonly string[] }): Words => {
  const { by, acts } = day;
  const named = acts.slice(0, 12).join('; ');
  const rest = acts.length > 12 ? `; và ${acts.length - 12} việc khác` : '';
  const [year, month, date] = day.day.split('-');
  return {
    kind: 'delegate-acted',
    text: `Ngày ${date}/${month}/${year}, ${by} đã làm thay gian hàng của bạn: ${named}${rest}. Mở để xem từng việc, sửa lại hoặc thôi uỷ quyền.`,
    link: `/ban-hang/da-lam-thay?ho=${household}`,
    out: {
      sms: `Hom nay ${by} da lam thay ban ${acts.length} viec: ${acts.slice(0, 2).join('; ')}. Xem:`,
      fields: { nguoi_lam: short(by, 80), so_viec: String(acts.length), noi_dung: short(named) },
    },
  };
};

/** To the people of a household or cooperative. */
export const memberJoined = (name: string, producer: string, link: string): Words => ({
  kind: 'member-joined',
  text: `${name} đã vào ${producer}.`,
  link,
});

export const memberLeft = (name: string, producer: string, link: string): Words => ({
  kind: 'member-left',
  text: `${name} không còn ở trong ${producer}.`,
  link,
});

/** To who took it over. */
export const takenOver = (producer: string, household: string): Words => ({
  kind: 'producer-taken-over',
  text: `Bạn đã nhận ${producer}. Hãy xem lại ai đang được làm thay, và thôi uỷ quyền nếu không cần nữa.`,
  link: `/ban-hang/uy-quyen?ho=${household}`,
});

/** To the other numbers that were entered for it: whoever did not expect it can say so. */
export const takenOverElsewhere = (producer: string): Words => ({
  kind: 'producer-taken-over',
  text: `${producer} đã có người nhận làm chủ trên Chợ Phiên bằng một số điện thoại của hộ. Không đúng thì báo cán bộ xã.`,
  link: null,
  out: {
    sms: `${producer} da co nguoi nhan lam chu tren Cho Phien bang mot so cua ho. Khong dung thi bao can bo xa.`,
    fields: { ten_gian_hang: short(producer, 80) },
  },
});

/** To the officers of the commune. */
export const claimRefused = (producer: string): Words => ({
  kind: 'claim-refused',
  text: `Người dùng số điện thoại đã ghi cho ${producer} báo: không phải hộ của họ. Số đó đã được bỏ khỏi hộ; cần xem lại số của hộ.`,
  link: null,
});

/** "30 kg Vải thiều, loại 1" */
const brought = ({ name, unit, grade, quantity }: EventData<'supply.received'>): string => {
  const known = SupplyGrade.safeParse(grade);
  const sorted = known.success && known.data !== 'ungraded' ? `, ${gradeWords[known.data].toLowerCase()}` : '';
  return `${formatQuantity(quantity, unit)} ${name}${sorted}`;
};

/** To the household that brought it: what the cooperative wrote down in its name. */
export const supplyReceived = (cooperative: string, supply: EventData<'supply.received'>): Words => ({
  kind: 'supply-received',
  text: `${cooperative} đã nhận ${brought(supply)} của hộ bạn. Không đúng thì báo ngay cho người nhận hàng.`,
  link: `/ban-hang/gop-hang?ho=${supply.supplier}`,
  out: {
    sms: `${short(cooperative, 60)} da nhan ${brought(supply)} cua ho. Xem:`,
    fields: { to_chuc: short(cooperative, 80), noi_dung: short(brought(supply)) },
  },
});

/** To the same: it was taken back, and why. */
export const supplyUndone = (cooperative: string, supply: EventData<'supply.undone'>): Words => ({
  kind: 'supply-undone',
  text: `${cooperative} đã bỏ lần ghi nhận ${brought(supply)} của hộ bạn. Lý do: ${supply.reason}`,
  link: `/ban-hang/gop-hang?ho=${supply.supplier}`,
  out: {
    sms: `${short(cooperative, 60)} da bo lan ghi nhan ${brought(supply)}: ${short(supply.reason, 60)}. Xem:`,
    fields: { to_chuc: short(cooperative, 80), noi_dung: short(brought(supply)), ly_do: short(supply.reason) },
  },
});

const halfHour = 30 * 60_000;
const hour = 3_600_000;

/** When a message about what was done goes out: half an hour later, with what was done meanwhile; never between 21:00 and 7:00. */
export const goesOutAt = (now: Date): Date => {
  const at = new Date(now.getTime() + halfHour);
  const day = vietnamDay(at);
  const { from } = dayBounds(day);
  const since = at.getTime() - from.getTime();
  if (since < 7 * hour) return new Date(from.getTime() + 7 * hour);
  return since >= 21 * hour ? new Date(dayBounds(addDays(day, 1)).from.getTime() + 7 * hour) : at;
};
