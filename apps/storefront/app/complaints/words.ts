import type { Complaint, ComplaintOutcome, ComplaintState } from '@chophien/contracts';
import { type Tone, when, whenDay } from '@chophien/ui';

/** Where a complaint stands, as either side reads it. */
export const complaintStates: Record<ComplaintState, { word: string; tone: Tone }> = {
  open: { word: 'Đang xem xét', tone: 'wait' },
  answered: { word: 'Cán bộ đã viết', tone: 'wait' },
  decided: { word: 'Đã có quyết định', tone: 'good' },
};

/** What was decided, for whom it may concern. */
export const outcomeWords: Record<ComplaintOutcome, string> = {
  upheld: 'Khiếu nại đúng',
  'not-upheld': 'Khiếu nại không có căn cứ',
  settled: 'Hai bên đã thống nhất với nhau',
  forwarded: 'Đã chuyển cơ quan có thẩm quyền',
};

/** Until when it is decided, or since when it is. */
export const untilWhen = ({ state, dueAt, late, decidedAt, escalatedAt }: Complaint): string => {
  if (state === 'decided') return decidedAt ? `Quyết định ngày ${whenDay(decidedAt)}.` : 'Đã quyết định.';
  if (!late) return `Có quyết định trước ${when(dueAt)}.`;
  return `Đã quá hạn lúc ${when(dueAt)}. Xin lỗi bạn${escalatedAt ? '; cán bộ tỉnh đang xem' : ''}.`;
};
