import type { SupportRequest, SupportState } from '@chophien/contracts';
import { type Tone, when, whenDay } from '@chophien/ui';

/** Where a request for help stands, as the one who asked reads it. */
export const supportStates: Record<SupportState, { word: string; tone: Tone }> = {
  open: { word: 'Chờ trả lời', tone: 'wait' },
  answered: { word: 'Đã trả lời', tone: 'good' },
  closed: { word: 'Đã xong', tone: 'quiet' },
};

/** How soon a topic is answered; whole days are said as days. */
export const within = (hours: number): string =>
  hours % 24 === 0 ? `Trả lời trong ${hours / 24} ngày` : `Trả lời trong ${hours} giờ`;

/** Until when she hears something, or since when it is done. */
export const untilWhen = ({
  state,
  dueAt,
  late,
  closedAt,
}: Pick<SupportRequest, 'state' | 'dueAt' | 'late' | 'closedAt'>): string => {
  if (state === 'closed') return closedAt ? `Xong ngày ${whenDay(closedAt)}.` : 'Đã xong.';
  if (state === 'answered') return 'Có câu trả lời, bạn đọc và viết tiếp nếu chưa rõ.';
  return late
    ? `Đã quá hẹn trả lời lúc ${when(dueAt)}. Xin lỗi bạn; hãy gọi điện nếu gấp.`
    : `Có người trả lời trước ${when(dueAt)}.`;
};
