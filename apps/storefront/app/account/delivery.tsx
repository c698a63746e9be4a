import type { CodeDelivery } from '@chophien/contracts';
import { Icon } from '@chophien/ui';

const words: Record<CodeDelivery, string> = {
  sending: 'Đang gửi…',
  zalo: 'Đã gửi qua Zalo. Mở Zalo, tìm tin của Chợ Phiên.',
  sms: 'Đã gửi bằng tin nhắn SMS.',
  'fell-back': 'Zalo không nhận, đã gửi SMS.',
  delivered: 'Tin nhắn SMS đã đến máy.',
  failed: 'Tin nhắn không đến được máy này. Hãy bấm gửi lại.',
};

/** How the code travels, as far as the companies have said. */
export const Delivery = ({ state }: { state: CodeDelivery }) => (
  <p className="flex items-center gap-2" role="status">
    <Icon name={state === 'failed' ? 'warn' : 'mail'} />
    <b>{words[state]}</b>
  </p>
);
