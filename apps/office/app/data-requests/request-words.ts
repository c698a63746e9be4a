import type { DataRequest, DataRequestKind } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

export const kindWords: Record<DataRequestKind, string> = {
  copy: 'Xin bản sao dữ liệu',
  correct: 'Sửa dữ liệu ghi sai',
  delete: 'Xóa dữ liệu',
  restrict: 'Tạm dừng dùng dữ liệu',
  object: 'Không đồng ý một việc dùng dữ liệu',
};

export const stateWords: Record<DataRequest['state'], { word: string; tone: Tone }> = {
  made: { word: 'Chưa báo đã nhận', tone: 'wait' },
  acknowledged: { word: 'Đang giải quyết', tone: 'plain' },
  granted: { word: 'Đã làm', tone: 'good' },
  refused: { word: 'Không làm được', tone: 'bad' },
};

/** What must end before anything is erased (`stalls-open:2`), and what to do about it. */
export const obstacleWords = (obstacle: string): string => {
  const [what, count = ''] = obstacle.split(':');
  if (what === 'stalls-open') return `Còn ${count} gian hàng chưa đóng. Đóng gian hàng trước đã.`;
  if (what === 'parcels-under-way') return `Còn ${count} kiện hàng chưa giao xong. Chờ giao xong hoặc hủy kiện.`;
  return `Còn việc chưa xong: ${obstacle}`;
};
