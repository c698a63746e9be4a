import { isCitizenCard, type PaperKind, type PaperView } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import type { Tone } from '@chophien/ui';

/** What stands beside a paper, in the household's words. */
export const paperState = ({
  state,
  daysLeft,
}: Pick<PaperView, 'state' | 'daysLeft'>): { word: string; tone: Tone } => {
  if (state === 'verified' && daysLeft !== null && daysLeft <= 60) return { word: 'Sắp hết hạn', tone: 'wait' };
  return {
    waiting: { word: 'Chờ cán bộ xem', tone: 'plain' },
    verified: { word: 'Đúng, dùng được', tone: 'good' },
    refused: { word: 'Chưa nhận', tone: 'bad' },
    expired: { word: 'Đã hết hạn', tone: 'bad' },
    replaced: { word: 'Đã có bản mới', tone: 'quiet' },
  }[state] as { word: string; tone: Tone };
};

/** Until when it holds, as a person counts. */
export const untilWords = ({ expiresOn, daysLeft }: Pick<PaperView, 'expiresOn' | 'daysLeft'>): string => {
  if (expiresOn === null || daysLeft === null) return '';
  const day = formatDay(expiresOn);
  if (daysLeft < 0) return `Hết hạn ngày ${day}, đã ${-daysLeft} ngày`;
  if (daysLeft === 0) return `Hết hạn hôm nay, ${day}`;
  return `Dùng đến ${day}, còn ${daysLeft} ngày`;
};

/** What to photograph, and how. */
export const hintOf = (kind: PaperKind): string => {
  if (isCitizenCard(kind))
    return 'Đặt thẻ nằm gọn trong khung, không lóa, đọc rõ số. Chỉ cán bộ kiểm tra xem được; xem xong ảnh bị huỷ.';
  if (kind === 'consent-slip') return 'Chụp cả trang, thấy rõ chữ ký và ngày ký.';
  return 'Chụp thẳng cả trang, đủ sáng, đọc được chữ và con dấu. Tệp PDF cũng được.';
};

/** Whether the household is asked what stands on it: of a citizen card it is told elsewhere. */
export const hasFacts = (kind: PaperKind): boolean => !isCitizenCard(kind) && kind !== 'consent-slip';

/** Which papers the household looks after first: what needs a hand, then what holds, then what is over. */
export const inOrder = (papers: readonly PaperView[]): PaperView[] => {
  const place = ({ state, daysLeft }: PaperView): number => {
    if (state === 'refused' || state === 'expired') return 0;
    if (state === 'verified' && daysLeft !== null && daysLeft <= 60) return 1;
    return { waiting: 2, verified: 3, replaced: 4 }[state];
  };
  return papers.toSorted((a, b) => place(a) - place(b));
};

/** A refused or expired paper needs no second hand once another of its kind is on the way, or holds. */
export const needsAnother = (paper: PaperView, all: readonly PaperView[]): boolean => {
  if (paper.state === 'replaced' || paper.state === 'waiting') return false;
  if (paper.state === 'verified' && (paper.daysLeft === null || paper.daysLeft > 60)) return false;
  return !all.some(
    (other) => other.kind === paper.kind && other.id !== paper.id && other.handedInAt > paper.handedInAt,
  );
};
