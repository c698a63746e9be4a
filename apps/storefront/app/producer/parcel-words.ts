import type { ParcelState, ProducerParcel } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

interface Words {
  word: string;
  tone: Tone;
  /** What the producer is to do next, if anything. */
  task?: string;
}

const states: Record<ParcelState, Words> = {
  waiting: { word: 'Đơn mới', tone: 'wait', task: 'Nhận đơn này?' },
  confirmed: { word: 'Đã nhận', tone: 'plain', task: 'Đóng gói' },
  packed: { word: 'Đã đóng gói', tone: 'plain', task: 'Giao cho xe' },
  shipped: { word: 'Đang giao', tone: 'plain', task: 'Báo đã giao' },
  delivered: { word: 'Đã giao', tone: 'good' },
  returned: { word: 'Trả về', tone: 'bad' },
  cancelled: { word: 'Đã huỷ', tone: 'quiet' },
};

/** Where a parcel stands, as its producer reads it: first of all what there is to do. */
export const producerStateWords = ({ state, held }: Pick<ProducerParcel, 'state' | 'held'>): Words =>
  held ? { word: 'Đang bị giữ vì nhiệt độ', tone: 'bad', task: 'Chờ cán bộ kiểm tra' } : states[state];
