import type { OrderClaimKind, OrderClaimState } from '@chophien/contracts';
import type { Tone } from '@chophien/ui';

export const claimKinds: Record<OrderClaimKind, string> = {
  damaged: 'Hàng hỏng',
  missing: 'Thiếu hàng',
  wrong: 'Không đúng hàng',
};

export const claimStates: Record<OrderClaimState, { word: string; tone: Tone }> = {
  open: { word: 'Chờ người bán trả lời', tone: 'plain' },
  answered: { word: 'Chờ quyết định', tone: 'wait' },
  decided: { word: 'Đã có kết quả', tone: 'good' },
};
