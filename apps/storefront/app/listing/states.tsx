import { Badge } from '@chophien/ui';

/** Where something that lies on this phone stands, for the script to copy. */
export const States = () => (
  <template id="t-states">
    <span data-state="draft">
      <Badge tone="quiet">Đang soạn</Badge>
    </span>
    <span data-state="wait">
      <Badge tone="wait">Chưa gửi</Badge>
    </span>
    <span data-state="sending">
      <Badge tone="plain">Đang gửi</Badge>
    </span>
    <span data-state="sent">
      <Badge tone="good">Đã gửi</Badge>
    </span>
    <span data-state="fix">
      <Badge tone="bad">Cần sửa</Badge>
    </span>
  </template>
);
