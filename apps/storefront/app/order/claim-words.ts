import type { OrderClaim, OrderClaimKind } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';

export const claimKinds: Record<OrderClaimKind, string> = {
  damaged: 'Hàng hỏng',
  missing: 'Thiếu hàng',
  wrong: 'Không đúng hàng',
};

/** Where a claim stands, as its buyer reads it. */
export const claimStands = ({ state, outcome, amount }: OrderClaim): string => {
  if (state === 'open') return 'Đang chờ người bán trả lời';
  if (state === 'answered') return 'Người bán đã trả lời, cán bộ đang xem';
  return outcome === 'refunded' ? `Được hoàn ${formatDong(amount ?? 0)}` : 'Không được hoàn tiền';
};
