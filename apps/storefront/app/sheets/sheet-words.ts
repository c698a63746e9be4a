import type { GoodsRowState, GoodsSheetState } from '@chophien/contracts';
import type { StateBadge } from '@chophien/ui';

type State = Parameters<typeof StateBadge>[0]['state'];

export const sheetStates: Record<GoodsSheetState, State> = {
  reading: { word: 'Đang đọc tệp', tone: 'wait' },
  mapping: { word: 'Cần chọn cột', tone: 'wait' },
  checking: { word: 'Đang xem thử', tone: 'wait' },
  checked: { word: 'Chờ bạn quyết định', tone: 'wait' },
  entering: { word: 'Đang đưa lên', tone: 'wait' },
  done: { word: 'Đã xong', tone: 'good' },
  refused: { word: 'Không nhận được tệp', tone: 'bad' },
  cancelled: { word: 'Đã bỏ', tone: 'quiet' },
  undoing: { word: 'Đang rút lại', tone: 'wait' },
  undone: { word: 'Đã rút lại', tone: 'quiet' },
};

export const isAtWork = (state: GoodsSheetState): boolean =>
  state === 'reading' || state === 'checking' || state === 'entering' || state === 'undoing';

/** What is being done, while it is. */
export const atWork: Partial<Record<GoodsSheetState, string>> = {
  reading: 'Đang mở tệp và tìm các cột.',
  checking: 'Đang xem thử từng dòng. Chưa ghi gì.',
  entering: 'Đang đưa từng món lên. Bạn có thể đóng trang này, việc vẫn tiếp tục.',
  undoing: 'Đang rút lại những món chưa ai mua.',
};

/** The parts of a report, what a person must look at first. */
export const rowParts: readonly { state: GoodsRowState; key: string; word: string }[] = [
  { state: 'wrong', key: 'sai', word: 'Cần sửa' },
  { state: 'failed', key: 'chua-nhan', word: 'Sàn chưa nhận' },
  { state: 'new', key: 'moi', word: 'Món mới' },
  { state: 'photo', key: 'moi-chua-anh', word: 'Món mới, cần ảnh' },
  { state: 'change', key: 'sua', word: 'Sửa món đang có' },
  { state: 'waiting', key: 'can-anh', word: 'Chờ ảnh' },
  { state: 'listed', key: 'da-gui', word: 'Đã gửi duyệt' },
  { state: 'changed', key: 'da-sua', word: 'Đã sửa' },
  { state: 'same', key: 'giu-nguyen', word: 'Không đổi' },
  { state: 'left-out', key: 'da-bo', word: 'Đã bỏ' },
  { state: 'replaced', key: 'da-thay', word: 'Đã sửa ở tệp sau' },
  { state: 'undone', key: 'da-rut', word: 'Đã rút lại' },
];

export const partOf = (state: GoodsRowState) => rowParts.find((part) => part.state === state);
export const number = (value: number): string => value.toLocaleString('vi-VN');
