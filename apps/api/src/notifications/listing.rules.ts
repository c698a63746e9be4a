import { ReturnReason, todoOf } from '@chophien/contracts';
import type { EventData } from '../events.ts';
import type { Words } from './message.rules.ts';

/** To whoever sells it: from now on it is shown, or what was said otherwise of it is. */
export const listingApproved = (listing: string, { name, of }: EventData<'listing.approved'>): Words => {
  const link = `/ban-hang/san-pham/${listing}`;
  return of === 'edit'
    ? { kind: 'listing-edit-approved', text: `Phần sửa của ${name} đã được duyệt, người mua thấy từ bây giờ.`, link }
    : {
        kind: 'listing-approved',
        text: `${name} đã được duyệt và lên sàn. Người mua thấy món này từ bây giờ.`,
        link,
        out: {
          sms: `${name} da len san Cho Phien, nguoi mua thay tu bay gio:`,
          fields: { mat_hang: name.slice(0, 80) },
        },
      };
};

/** To whoever sells it: what to mend, in plain words. */
export const listingReturned = (listing: string, { name, of, remarks }: EventData<'listing.returned'>): Words => {
  const todos = remarks.flatMap(({ reason, words }) => {
    const known = ReturnReason.safeParse(reason);
    return known.success ? [todoOf({ reason: known.data, words })] : words ? [words] : [];
  });
  const said =
    todos.length === 1 ? (todos[0] as string) : todos.map((todo, place) => `${place + 1}. ${todo}`).join(' ');
  const after =
    of === 'edit'
      ? 'Người mua vẫn thấy bản cũ. Mở để sửa rồi gửi lại.'
      : 'Món chưa hiện trên chợ. Mở để sửa rồi gửi lại.';
  return {
    kind: 'listing-returned',
    text: `${name} cần sửa: ${said} ${after}`,
    link: `/ban-hang/san-pham/${listing}`,
    out: {
      sms: `${name.slice(0, 40)} can sua: ${said} Sua va gui lai:`,
      fields: { mat_hang: name.slice(0, 80), viec_can_sua: said.slice(0, 200) },
    },
  };
};
