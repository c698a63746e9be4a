import type { AuthorityRequest } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

/** What an authority may ask for. */
export const kindWords: Record<AuthorityRequest['kind'], string> = {
  data: 'Cung cấp thông tin',
  block: 'Gỡ, chặn nội dung',
  suspension: 'Tạm ngừng gian hàng',
};

export const stateWords: Record<AuthorityRequest['state'], { word: string; tone: Tone }> = {
  received: { word: 'Đã nhận, chưa soạn', tone: 'wait' },
  prepared: { word: 'Đã soạn, chờ người khác gửi', tone: 'wait' },
  answered: { word: 'Đã gửi', tone: 'good' },
};

/** Day (`2026-11-23`) and hours (`8:30`, `08h30`, `8 giờ`) as written in Vietnam, as an instant; undefined for nonsense. */
export const instantOf = (day: string, hours: string): string | undefined => {
  const [, hour, minute = '00'] = /^([01]?\d|2[0-3])\s*(?:[:.hg]|giờ)?\s*([0-5]\d)?$/i.exec(hours.trim()) ?? [];
  if (!hour || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const at = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};
