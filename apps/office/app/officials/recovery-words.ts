import type { MovingNumber } from '@chophien/contracts';

type Tone = 'good' | 'wait' | 'plain';

/** How far a number has moved. */
export const recoveryStates: Record<MovingNumber['state'], { word: string; tone: Tone }> = {
  unproved: { word: 'Chờ mã của số mới', tone: 'wait' },
  waiting: { word: 'Đang chờ 24 giờ', tone: 'wait' },
  done: { word: 'Đã chuyển', tone: 'good' },
  stopped: { word: 'Đã dừng', tone: 'plain' },
};
