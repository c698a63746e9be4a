import { maskPhone } from '@chophien/kernel';
import type { Invitation } from './household.entity.ts';

/** How a person is called beside others: by her name or, while she has not said it, by her number with its middle hidden. */
export const called = (name: string | null, phone: string | null): string =>
  name ?? (phone ? `người dùng số ${maskPhone(phone)}` : 'một người đã thôi dùng Chợ Phiên');

/** What saying yes to an invitation means. */
export const invitationSentence = (role: Invitation['role'], producer: string): string => {
  switch (role) {
    case 'household-member':
      return `${producer} mời bạn làm người trong gian hàng: cùng đăng bán, sửa hàng và xử lý đơn.`;
    case 'cooperative-manager':
      return `${producer} mời bạn làm người quản lý: làm mọi việc của tổ chức, và việc thành viên uỷ quyền.`;
    case 'member-household':
      return `${producer} mời hộ của bạn làm thành viên. Vào rồi, tổ chức vẫn chưa được làm gì thay hộ, cho đến khi hộ uỷ quyền.`;
  }
};
