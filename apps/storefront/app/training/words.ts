import type { SkillSheet, TrainingSession } from '@chophien/contracts';
import { type Tone, when, whenDay } from '@chophien/ui';

/** Where a session stands at an instant, in a word; to the house one that has begun counts as held already. */
export const sessionState = (
  { state, startsAt, endsAt }: Pick<TrainingSession, 'state' | 'startsAt' | 'endsAt'>,
  now: string,
): { word: string; tone: Tone } => {
  if (state === 'cancelled') return { word: 'Đã hủy', tone: 'quiet' };
  const at = Date.parse(now);
  if (at < Date.parse(startsAt)) return { word: 'Sắp tới', tone: 'wait' };
  return at <= Date.parse(endsAt) ? { word: 'Đang học', tone: 'good' } : { word: 'Đã học', tone: 'plain' };
};

/** How it became known that a household was there. */
export const attendedBy: Record<'qr' | 'list', string> = {
  qr: 'tự điểm danh bằng mã',
  list: 'ghi từ danh sách giấy',
};

/** From when to when, by the clock in Vietnam: `08:00 đến 11:00, ngày 23/11/2026`; two days are both said. */
export const span = (startsAt: string, endsAt: string): string => {
  const [from, to] = [when(startsAt), when(endsAt)];
  const day = whenDay(startsAt);
  return day === whenDay(endsAt) ? `${from.slice(0, 5)} đến ${to.slice(0, 5)}, ngày ${day}` : `${from} đến ${to}`;
};

/** `1 buổi 4 giờ` is read as hours: `4 giờ`, `1,5 giờ`. */
export const hoursOf = (hours: number): string => `${String(hours).replace('.', ',')} giờ`;

/** What a household still has to show, in one sentence. */
export const stillToShow = ({ skills, complete }: Pick<SkillSheet, 'skills' | 'complete'>): string => {
  if (skills.length === 0) return 'Chưa có bảng kỹ năng nào.';
  if (complete) return 'Đã làm được cả. Không còn việc nào phải làm cho tập huấn viên xem.';
  const left = skills.filter(({ shownAt }) => shownAt === null).length;
  return `Còn ${left} trên ${skills.length} việc cần làm cho tập huấn viên xem.`;
};

/** The six digits as they are read aloud: `123 456`. */
export const spokenCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');
