import type { DemoProducer } from './data.ts';

/** How far a household of the demonstration has come. */
export type Stage = 'draft' | 'submitted' | 'returned' | 'suspended';

export interface DemoHousehold extends Omit<DemoProducer, 'listings'> {
  stage: Stage;
  crops: readonly string[];
  /** What the accounts' list says of it. */
  note: string;
}

/** One household in each state an officer or a helper meets. Names are made up and say so. */
export const households: readonly DemoHousehold[] = [
  {
    stage: 'draft',
    commune: '07330',
    kind: 'household',
    name: 'Vườn ổi nhà Thắm (mẫu)',
    subArea: 'Hợp Đức cũ',
    address: 'Thôn Lò Nồi',
    crops: ['guava'],
    person: { name: 'Cô Thắm (mẫu)', phone: '0970000011' },
    note: 'hồ sơ mới làm một nửa',
  },
  {
    stage: 'submitted',
    commune: '07330',
    kind: 'household',
    name: 'Trại ong nhà Quýt (mẫu)',
    subArea: 'thôn Quất Du, Phúc Hòa cũ',
    address: 'Thôn Quất Du',
    crops: ['honey'],
    person: { name: 'Ông Quýt (mẫu)', phone: '0970000012' },
    note: 'hồ sơ chờ cán bộ xem',
  },
  {
    stage: 'returned',
    commune: '07330',
    kind: 'household',
    name: 'Hộ trồng rau nhà Mơ (mẫu)',
    subArea: 'Liên Chung cũ',
    address: 'Thôn Hậu',
    crops: ['asian_leafy', 'green_onion'],
    person: { name: 'Chị Mơ (mẫu)', phone: '0970000013' },
    note: 'hồ sơ được trả lại, có hai chỗ cần sửa',
  },
  {
    stage: 'suspended',
    commune: '07330',
    kind: 'household',
    name: 'Hộ nuôi gà nhà Vóc (mẫu)',
    subArea: 'Hợp Đức cũ',
    address: 'Thôn Lò Nồi',
    crops: ['egg'],
    person: { name: 'Anh Vóc (mẫu)', phone: '0970000014' },
    note: 'gian hàng đang tạm ngừng',
  },
];
