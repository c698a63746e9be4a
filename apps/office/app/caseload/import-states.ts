import type { ImportRowState, ImportState } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

interface StateWords {
  word: string;
  tone: Tone;
}

export const importStates: Record<ImportState, StateWords> = {
  reading: { word: 'Đang đọc tệp', tone: 'plain' },
  mapping: { word: 'Chờ bạn chọn cột', tone: 'wait' },
  checking: { word: 'Đang xem thử', tone: 'plain' },
  checked: { word: 'Chờ bạn quyết định', tone: 'wait' },
  entering: { word: 'Đang ghi', tone: 'plain' },
  done: { word: 'Đã xong', tone: 'good' },
  refused: { word: 'Tệp không nhận', tone: 'bad' },
  cancelled: { word: 'Đã bỏ', tone: 'quiet' },
  undoing: { word: 'Đang huỷ', tone: 'plain' },
  undone: { word: 'Đã huỷ', tone: 'quiet' },
};

export const rowStates: Record<ImportRowState, StateWords> = {
  new: { word: 'Sẽ ghi', tone: 'plain' },
  known: { word: 'Đã có', tone: 'quiet' },
  flagged: { word: 'Có thể trùng', tone: 'wait' },
  wrong: { word: 'Sai, cần sửa', tone: 'bad' },
  entered: { word: 'Đã ghi', tone: 'good' },
  merged: { word: 'Đã gộp vào hộ có sẵn', tone: 'good' },
  'left-out': { word: 'Bỏ qua', tone: 'quiet' },
  replaced: { word: 'Đã sửa ở tệp sau', tone: 'quiet' },
  undone: { word: 'Đã huỷ', tone: 'quiet' },
};

/** The parts of a report, in the order an officer wants them; as the address says them. */
export const rowParts: readonly { key: string; state: ImportRowState }[] = [
  { key: 'trung', state: 'flagged' },
  { key: 'sai', state: 'wrong' },
  { key: 'se-ghi', state: 'new' },
  { key: 'da-co', state: 'known' },
  { key: 'da-ghi', state: 'entered' },
  { key: 'da-gop', state: 'merged' },
  { key: 'bo-qua', state: 'left-out' },
  { key: 'da-sua', state: 'replaced' },
  { key: 'da-huy', state: 'undone' },
];

export const whyWords = {
  phone: 'Cùng số điện thoại',
  citizen: 'Cùng số căn cước',
  name: 'Cùng tên, cùng thôn',
} as const;

/** The import works by itself: its page comes again until it is done. */
export const isAtWork = (state: ImportState): boolean =>
  state === 'reading' || state === 'checking' || state === 'entering' || state === 'undoing';
