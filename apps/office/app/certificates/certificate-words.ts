import type { AnswerOf, CertificateState, getCertificateReview } from '@chophien/contracts';
import { daysBetween, formatDay } from '@chophien/kernel';

export type Certificate = AnswerOf<typeof getCertificateReview>;

interface Tab {
  /** In the address. */
  key: string;
  state: CertificateState;
  word: string;
  empty: string;
}

export const tabs = [
  { key: 'cho-xem', state: 'claimed', word: 'Chờ xem', empty: 'Không có giấy nào chờ xem' },
  { key: 'sap-het-han', state: 'expiring', word: 'Sắp hết hạn', empty: 'Không có giấy nào sắp hết hạn' },
  { key: 'het-han', state: 'expired', word: 'Hết hạn', empty: 'Không có giấy nào hết hạn' },
  { key: 'con-han', state: 'valid', word: 'Còn hạn', empty: 'Không có giấy nào còn hạn' },
  { key: 'khong-nhan', state: 'refused', word: 'Không công nhận', empty: 'Chưa từ chối giấy nào' },
  { key: 'thu-hoi', state: 'revoked', word: 'Đã thu hồi', empty: 'Chưa thu hồi giấy nào' },
] as const satisfies readonly Tab[];

export const tabOf = (key: string | null): Tab => tabs.find((one) => one.key === key) ?? tabs[0];

/** Until when it holds: `15/3/2028`, `15/3/2028 · còn 12 ngày`, `15/3/2025 · quá 3 ngày`. */
export const untilWords = ({ validTo, state }: Pick<Certificate, 'validTo' | 'state'>, today: string): string => {
  if (validTo === null) return 'Giấy không ghi hạn';
  const left = daysBetween(today, validTo);
  const day = formatDay(validTo);
  if (left < 0) return `${day} · quá ${-left} ngày`;
  return state === 'expiring' || left <= 180 ? `${day} · còn ${left} ngày` : day;
};

/** How long it has waited, in whole days. */
export const waitedWords = (since: string, now: number): string => {
  const days = Math.floor((now - Date.parse(since)) / 86_400_000);
  return days < 1 ? 'từ hôm nay' : `${days} ngày`;
};

export const decisionWords: Record<string, string> = {
  verified: 'Đã ghi: giấy đúng. Hộ được nhắn, người mua thấy giấy ở món hàng.',
  refused: 'Đã ghi: không công nhận. Hộ được nhắn lý do.',
  revoked: 'Đã thu hồi. Hộ được nhắn, người mua không còn thấy giấy này.',
};
