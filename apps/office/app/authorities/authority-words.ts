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
