import type { Holder } from './transfers.ts';

/** Who has a buyer's money until it goes on, as pages and files say it. */
export const holderWords: Record<Holder, string> = {
  partner: 'Đối tác giữ tiền',
  carrier: 'Bên giao hàng thu hộ',
  seller: 'Người bán nhận thẳng',
};

/** What goods are to the tax law, as pages and files say it. */
export const taxKindWords: Record<string, string> = {
  'own-farm-goods': 'Nông sản tự sản xuất, chưa chế biến',
  goods: 'Hàng hóa',
  services: 'Dịch vụ',
  transport: 'Vận tải',
  unknown: 'Chưa rõ loại, tính mức cao nhất',
};

/** `150` → `1,5 %`. */
export const percentWords = (bp: number): string => `${String(bp / 100).replace('.', ',')} %`;
