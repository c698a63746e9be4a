import type { OrderState, ParcelState, ProducerKind, ShortReason, StorageClass } from '@chophien/contracts';
import type { IconName } from './icon.tsx';

/** How a thing is kept, in a word and a shape; the limits in °C are the commodity's own. */
export const storage: Record<StorageClass, { word: string; long: string; icon: IconName }> = {
  ambient: { word: 'Để thường', long: 'Để nơi khô, nhiệt độ thường', icon: 'sun' },
  cool: { word: 'Để mát', long: 'Để nơi mát, tránh nắng', icon: 'shade' },
  chilled: { word: 'Giữ lạnh', long: 'Giữ lạnh suốt đường đi', icon: 'cold' },
  frozen: { word: 'Đông lạnh', long: 'Giữ đông suốt đường đi', icon: 'snow' },
};

export type Tone = 'good' | 'wait' | 'bad' | 'quiet' | 'plain';

interface StateWords {
  word: string;
  tone: Tone;
}

/** Where a parcel stands, as its buyer reads it. */
export const parcelStates: Record<ParcelState, StateWords> = {
  waiting: { word: 'Chờ người bán nhận', tone: 'wait' },
  confirmed: { word: 'Người bán đã nhận', tone: 'plain' },
  packed: { word: 'Đã đóng gói', tone: 'plain' },
  shipped: { word: 'Đang giao', tone: 'plain' },
  delivered: { word: 'Đã giao', tone: 'good' },
  returned: { word: 'Không giao được, hàng trả về', tone: 'bad' },
  cancelled: { word: 'Đã huỷ', tone: 'quiet' },
};

export const orderStates: Record<OrderState, StateWords> = {
  'awaiting-payment': { word: 'Chờ thanh toán', tone: 'wait' },
  placed: { word: 'Đã đặt', tone: 'plain' },
  'in-progress': { word: 'Đang thực hiện', tone: 'plain' },
  completed: { word: 'Hoàn tất', tone: 'good' },
  cancelled: { word: 'Đã huỷ', tone: 'quiet' },
};

export const producerKinds: Record<ProducerKind, string> = {
  household: 'Hộ gia đình',
  cooperative: 'Hợp tác xã',
  'cooperative-group': 'Tổ hợp tác',
};

export const paymentMethods: Record<'cod' | 'vnpay' | 'vietqr', string> = {
  cod: 'Trả tiền khi nhận hàng',
  vnpay: 'Trả trước qua VNPay',
  vietqr: 'Chuyển khoản bằng mã VietQR',
};

/** Why less is in a parcel than was ordered. */
export const shortReasons: Record<ShortReason, string> = {
  'not-enough': 'Không đủ hàng',
  spoiled: 'Hàng bị hỏng',
  'below-standard': 'Hàng không đạt',
  agreed: 'Người mua đồng ý bớt',
  weighed: 'Theo cân thực tế',
};
