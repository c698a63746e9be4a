import type { MyCertificate } from '@chophien/contracts';
import { daysBetween, formatDay } from '@chophien/kernel';

/** Until when it holds, in words; null when the paper says nothing of it. */
export const untilWords = ({ state, validTo }: Pick<MyCertificate, 'state' | 'validTo'>, today: string) => {
  if (validTo === null) return null;
  const day = formatDay(validTo);
  if (state === 'expired' || validTo < today) return `Hết hạn ngày ${day}`;
  const left = daysBetween(today, validTo);
  return `Có giá trị đến hết ngày ${day}${left <= 180 ? ` (${left === 0 ? 'hôm nay là ngày cuối' : `còn ${left} ngày`})` : ''}`;
};

/** What it means for whoever buys, and what the holder can do about it. */
export const meaning: Record<MyCertificate['state'], string> = {
  claimed: 'Cán bộ xem ảnh giấy rồi mới hiện cho người mua. Bạn được nhắn khi có kết quả.',
  valid: 'Người mua thấy giấy này ở món hàng.',
  expiring: 'Người mua còn thấy. Xin cấp lại sớm, có giấy mới thì khai thêm ở đây.',
  expired: 'Người mua không còn thấy giấy này. Có giấy mới thì khai thêm ở đây.',
  revoked: 'Người mua không còn thấy giấy này.',
  refused: 'Người mua không thấy. Xem lời cán bộ, rồi khai lại cho đúng.',
};

/** Whether its holder may still say which listings it speaks of. */
export const isOpen = ({ state }: Pick<MyCertificate, 'state'>): boolean =>
  ['claimed', 'valid', 'expiring', 'expired'].includes(state);
