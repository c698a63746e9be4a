import type { ProducerKind, PublishListing, StorageClass } from '@chophien/contracts';
import type { DemoVisit } from './visits.ts';

/**
 * The demonstration: three communes that were chosen as e-commerce communes in 2023 (Decision 969/QĐ-BNN-VPĐP), under the
 * names and codes they have today. Households and goods are made up and say so in their names.
 */

type Told = 'variety' | 'process' | 'label' | 'growingArea' | 'attributes' | 'pack' | 'catchWeight' | 'catchTolerance';
type Offered = 'sellFrom' | 'sellTo' | 'repeatsYearly' | 'delivery';

export interface DemoListing extends Partial<Pick<PublishListing, Told | Offered>> {
  commodity: string;
  name: string;
  description: string;
  unit: PublishListing['unit'];
  /** Whole đồng for one unit. */
  price: number;
  /** Thousandths of the unit. */
  increment: number;
  /** Thousandths of the unit; a service has places on its days instead. */
  quantity?: number;
  /** Of a service: the days on which people may come. */
  visits?: readonly DemoVisit[];
  storage: StorageClass;
  harvest?: readonly [from: string, to: string];
  /** What an official has to do with it: it waits for her, she has handed it back, or a change of it waits for her. */
  stage?: 'waiting' | 'returned' | 'edited';
}

export interface DemoProducer {
  commune: string;
  kind: ProducerKind;
  name: string;
  subArea: string;
  address: string;
  person: { name: string; phone: string };
  listings: readonly DemoListing[];
}

export const officials = [
  { role: 'commune-officer', name: 'Cán bộ xã Phúc Hòa (mẫu)', phone: '0380000001', commune: '07330' },
  { role: 'commune-officer', name: 'Cán bộ xã Mỹ Thọ (mẫu)', phone: '0380000002', commune: '30076' },
  { role: 'commune-officer', name: 'Cán bộ phường Mỹ Phong (mẫu)', phone: '0380000003', commune: '28273' },
  { role: 'province-officer', name: 'Cán bộ tỉnh Bắc Ninh (mẫu)', phone: '0380000004', province: '24' },
  { role: 'moderator', name: 'Người duyệt hàng Bắc Ninh (mẫu)', phone: '0380000005', province: '24' },
  { role: 'accountant', name: 'Kế toán tỉnh Bắc Ninh (mẫu)', phone: '0380000006', province: '24' },
] as const;

const kg = 1000;

export const producers: readonly DemoProducer[] = [
  {
    commune: '07330',
    kind: 'household',
    name: 'Vườn vải nhà Mận (mẫu)',
    subArea: 'thôn Quất Du, Phúc Hòa cũ',
    address: 'Thôn Quất Du',
    person: { name: 'Bà Mận (mẫu)', phone: '0970000001' },
    listings: [
      {
        commodity: 'lychee',
        name: 'Vải sớm Phúc Hòa sấy khô',
        description:
          'Vải sớm thu cuối tháng Năm, sấy nguyên quả trong lò than nhãn 30 giờ.\nCùi dẻo, ngọt đậm, không thêm đường. Hút chân không túi 500 g.',
        unit: 'goi',
        price: 95_000,
        increment: kg,
        quantity: 320 * kg,
        storage: 'ambient',
        harvest: ['2026-05-20', '2026-06-15'],
        variety: 'Vải sớm U hồng',
        process: 'processed',
        label: {
          ingredients: 'Quả vải 100%',
          'shelf-life': '12 tháng kể từ ngày sấy',
          'storage-advice': 'Để nơi khô, tránh nắng; mở ra thì cất ngăn mát',
          usage: 'Ăn ngay, hoặc hãm với nước nóng',
        },
        pack: { quantity: 500, unit: 'kg' },
      },
      {
        commodity: 'asian_leafy',
        name: 'Rau cải ngọt cắt sáng',
        description: 'Cải ngọt trồng luống vụ đông, cắt lúc 5 giờ sáng, rửa và làm mát ngay tại điểm sơ chế của xã.',
        unit: 'kg',
        price: 22_000,
        increment: 500,
        quantity: 80 * kg,
        storage: 'chilled',
        harvest: ['2026-10-15', '2027-02-28'],
        attributes: { hang: 'loai-1' },
        delivery: 'province',
      },
      {
        commodity: 'asian_leafy',
        name: 'Rau cải mơ ngọt, gọi 0970 000 001',
        description: 'Cải mơ trồng bãi ven sông, nhổ cả gốc, bó lạt.',
        unit: 'bo',
        price: 8_000,
        increment: kg,
        quantity: 40 * kg,
        storage: 'ambient',
        stage: 'waiting',
      },
      {
        commodity: 'lychee',
        name: 'Vải thiều sấy túi to',
        description: 'Sấy nguyên quả, đóng túi một ký.',
        unit: 'kg',
        price: 180_000,
        increment: 500,
        quantity: 60 * kg,
        storage: 'ambient',
        stage: 'returned',
        process: 'processed',
        label: {
          ingredients: 'Quả vải 100%',
          'shelf-life': '12 tháng kể từ ngày sấy',
          'storage-advice': 'Để nơi khô, tránh nắng; mở ra thì cất ngăn mát',
        },
      },
      {
        commodity: 'lychee',
        name: 'Vải sớm Phúc Hòa tươi, đúng vụ',
        description: 'Vải sớm hái cả chùm lúc sáng sớm, bỏ lá, xếp thùng xốp có đá. Mỗi năm bán từ cuối tháng Năm.',
        unit: 'kg',
        price: 42_000,
        increment: 2 * kg,
        quantity: 800 * kg,
        storage: 'chilled',
        variety: 'Vải sớm U hồng',
        growingArea: 'MẪU-VN-001',
        attributes: { hang: 'loai-1' },
        sellFrom: '2027-05-20',
        sellTo: '2027-06-25',
        repeatsYearly: true,
      },
    ],
  },
  {
    commune: '07330',
    kind: 'cooperative',
    name: 'HTX Nông sản Phúc Hòa (mẫu)',
    subArea: 'Hợp Đức cũ',
    address: 'Thôn Lò Nồi',
    person: { name: 'Ông Hợp (mẫu)', phone: '0970000002' },
    listings: [
      {
        commodity: 'chicken_chilled',
        name: 'Gà đồi ta làm sạch, ướp mát',
        description:
          'Gà ta thả đồi nuôi trên 150 ngày, giết mổ có kiểm dịch, làm mát xuống 4 °C trước khi đóng gói.\nMỗi con từ 1,6 đến 1,9 kg.',
        unit: 'con',
        price: 235_000,
        increment: kg,
        quantity: 60 * kg,
        storage: 'chilled',
        process: 'prepared',
        label: { 'shelf-life': '5 ngày kể từ ngày giết mổ, giữ ở 0–4 °C', usage: 'Nấu chín kỹ trước khi ăn' },
        attributes: { 'lam-san': 'nguyen-con' },
        delivery: 'province',
      },
      {
        commodity: 'egg',
        name: 'Trứng gà ta thả vườn, vỉ 10 quả',
        description: 'Trứng nhặt trong ngày của gà thả vườn ăn ngô và rau. Hộp giấy 10 quả.',
        unit: 'hop',
        price: 42_000,
        increment: kg,
        quantity: 150 * kg,
        storage: 'chilled',
        pack: { quantity: 10_000, unit: 'trai' },
      },
      {
        commodity: 'guava',
        name: 'Ổi lê Hợp Đức',
        description: 'Ổi lê ruột trắng, giòn, bao quả từ lúc bằng ngón tay cái nên vỏ sạch, ăn cả vỏ.',
        unit: 'kg',
        price: 28_000,
        increment: 500,
        quantity: 240 * kg,
        storage: 'cool',
        harvest: ['2026-09-01', '2027-01-31'],
        variety: 'Ổi lê',
        attributes: { 'do-chin': 'chin-toi' },
      },
      {
        commodity: 'honey',
        name: 'Mật ong hoa vải Phúc Hòa',
        description:
          'Mật quay cuối tháng Ba khi vải nở hoa, lọc thô, không hạ thủy phần bằng nhiệt. Chai thủy tinh 500 ml.',
        unit: 'chai',
        price: 145_000,
        increment: kg,
        quantity: 120 * kg,
        storage: 'ambient',
        harvest: ['2026-03-15', '2026-04-20'],
        process: 'processed',
        label: {
          ingredients: 'Mật ong hoa vải 100%',
          'shelf-life': '24 tháng kể từ ngày đóng chai',
          'storage-advice': 'Để nơi khô, tránh nắng; mật kết tinh vẫn dùng được',
          warning: 'Không dùng cho trẻ dưới 1 tuổi',
        },
        pack: { quantity: 500, unit: 'lit' },
        attributes: { 'nguon-hoa': 'vai' },
      },
      {
        commodity: 'sweet_potato',
        name: 'Khoai lang Phúc Hòa',
        description: 'Khoai lang đỏ vỏ, ruột vàng, để ráo đất một tuần cho ngọt.',
        unit: 'kg',
        price: 19_000,
        increment: kg,
        quantity: 500 * kg,
        storage: 'ambient',
        harvest: ['2026-10-01', '2026-12-31'],
      },
    ],
  },
  {
    commune: '30076',
    kind: 'household',
    name: 'Nhà vườn xoài Út Hiền (mẫu)',
    subArea: 'ấp Mỹ Thới, Mỹ Xương cũ',
    address: 'Ấp Mỹ Thới',
    person: { name: 'Chị Út Hiền (mẫu)', phone: '0970000003' },
    listings: [
      {
        commodity: 'mango',
        name: 'Xoài cát Chu Mỹ Xương',
        description: 'Xoài cát Chu rải vụ, bao trái, hái khi già nắng, chín cây 80%. Trái 350–450 g, cơm vàng, ít xơ.',
        unit: 'kg',
        price: 45_000,
        increment: kg,
        quantity: 400 * kg,
        storage: 'cool',
        harvest: ['2026-10-20', '2027-01-15'],
        variety: 'Cát Chu',
        attributes: { 'do-chin': 'chin-cay' },
      },
      {
        commodity: 'mango',
        name: 'Xoài cát Hòa Lộc loại một',
        description: 'Trái từ 450 g, vỏ mỏng, thơm đậm. Đóng thùng giấy có lưới xốp từng trái.',
        unit: 'kg',
        price: 88_000,
        increment: kg,
        quantity: 180 * kg,
        storage: 'cool',
        harvest: ['2026-11-01', '2027-01-31'],
        variety: 'Cát Hòa Lộc',
        attributes: { hang: 'loai-1', 'do-chin': 'chin-toi' },
        stage: 'edited',
      },
      {
        commodity: 'farm_visit',
        name: 'Một buổi trong vườn xoài Mỹ Xương',
        description:
          'Đi xuồng vào vườn, xem bao trái và hái xoài, ăn trưa cơm nhà.\nTrẻ dưới 6 tuổi đi cùng không tính tiền.',
        unit: 'khach',
        price: 180_000,
        increment: kg,
        storage: 'ambient',
        delivery: 'pickup',
        attributes: { 'thoi-luong': 'nua-ngay', 'hop-voi': 'gia-dinh' },
        visits: [
          { inDays: 11, hour: 8, places: 12 },
          { inDays: 18, hour: 8, places: 12 },
          { inDays: 25, hour: 14, places: 20 },
        ],
      },
    ],
  },
  {
    commune: '30076',
    kind: 'cooperative',
    name: 'HTX Xoài Mỹ Thọ (mẫu)',
    subArea: 'Mỹ Xương cũ',
    address: 'Ấp Mỹ Hưng',
    person: { name: 'Anh Tám Thuận (mẫu)', phone: '0970000004' },
    listings: [
      {
        commodity: 'mango',
        name: 'Xoài xanh Đài Loan giòn',
        description: 'Xoài tượng da xanh ăn giòn, chấm muối ớt. Trái 800 g đến 1 kg.',
        unit: 'kg',
        price: 26_000,
        increment: kg,
        quantity: 600 * kg,
        storage: 'cool',
      },
      {
        commodity: 'longan',
        name: 'Nhãn Idor trái vụ',
        description: 'Nhãn Idor xử lý ra hoa trái vụ, cơm dày, hạt nhỏ, cắt cả chùm.',
        unit: 'kg',
        price: 52_000,
        increment: 500,
        quantity: 220 * kg,
        storage: 'chilled',
        harvest: ['2026-11-01', '2026-12-31'],
      },
      {
        commodity: 'lime',
        name: 'Chanh không hạt',
        description: 'Chanh không hạt nhiều nước, vỏ xanh bóng, 12–15 trái một ký.',
        unit: 'kg',
        price: 24_000,
        increment: 500,
        quantity: 300 * kg,
        storage: 'cool',
      },
      {
        commodity: 'fish_iced',
        name: 'Cá tra phi lê ướp đá',
        description: 'Cá tra nuôi bè sông Tiền, phi lê trong ngày, ướp đá vảy 0–2 °C, túi 1 kg.',
        unit: 'kg',
        price: 118_000,
        increment: kg,
        quantity: 90 * kg,
        storage: 'chilled',
        process: 'prepared',
        label: { 'shelf-life': '3 ngày kể từ ngày phi lê, giữ trong đá' },
        attributes: { 'tinh-trang': 'uop-da' },
        catchWeight: true,
        catchTolerance: 8,
      },
    ],
  },
  {
    commune: '28273',
    kind: 'household',
    name: 'Vườn bưởi Tư Lành (mẫu)',
    subArea: 'khu phố Phong Thuận, Tân Mỹ Chánh cũ',
    address: 'Khu phố Phong Thuận',
    person: { name: 'Chú Tư Lành (mẫu)', phone: '0970000005' },
    listings: [
      {
        commodity: 'pomelo',
        name: 'Bưởi da xanh ruột hồng',
        description: 'Bưởi da xanh trái 1,4–1,8 kg, tép khô ráo, tróc vỏ, ngọt thanh.',
        unit: 'trai',
        price: 65_000,
        increment: kg,
        quantity: 260 * kg,
        storage: 'cool',
        harvest: ['2026-09-15', '2027-02-10'],
      },
      {
        commodity: 'dragon_fruit',
        name: 'Thanh long ruột đỏ',
        description: 'Thanh long ruột đỏ chong đèn trái vụ, trái 400–500 g, tai xanh cứng.',
        unit: 'kg',
        price: 38_000,
        increment: kg,
        quantity: 350 * kg,
        storage: 'cool',
        harvest: ['2026-10-15', '2027-03-15'],
        variety: 'Ruột đỏ LĐ1',
        sellFrom: '2026-10-15',
        sellTo: '2027-03-31',
        repeatsYearly: true,
      },
    ],
  },
  {
    commune: '28273',
    kind: 'household',
    name: 'Rau nhà Ba Sương (mẫu)',
    subArea: 'khu phố Phong Thuận B, Tân Mỹ Chánh cũ',
    address: 'Khu phố Phong Thuận B',
    person: { name: 'Cô Ba Sương (mẫu)', phone: '0970000006' },
    listings: [
      {
        commodity: 'water_spinach',
        name: 'Rau muống hạt',
        description: 'Rau muống gieo hạt 22 ngày, cọng non, cắt buổi chiều mát.',
        unit: 'bo',
        price: 9_000,
        increment: kg,
        quantity: 200 * kg,
        storage: 'cool',
      },
      {
        commodity: 'rice',
        name: 'Gạo nàng hoa vụ thu đông',
        description: 'Gạo nàng hoa 9 xay mới, hạt dài, cơm mềm thơm nhẹ. Túi 5 kg hút chân không.',
        unit: 'goi',
        price: 125_000,
        increment: kg,
        quantity: 140 * kg,
        storage: 'ambient',
        harvest: ['2026-09-10', '2026-11-15'],
        variety: 'Nàng Hoa 9',
        process: 'prepared',
        label: { 'shelf-life': '6 tháng kể từ ngày xay' },
        pack: { quantity: 5_000, unit: 'kg' },
        attributes: { 'dang-gao': 'xat-trang' },
      },
      {
        commodity: 'green_onion',
        name: 'Hành lá Mỹ Tho',
        description: 'Hành lá thơm, gốc trắng, nhặt sạch, bó 200 g.',
        unit: 'bo',
        price: 8_000,
        increment: kg,
        quantity: 180 * kg,
        storage: 'chilled',
        delivery: 'pickup',
      },
      {
        commodity: 'shrimp_iced',
        name: 'Tôm thẻ tươi ướp đá',
        description: 'Tôm thẻ 50–60 con một ký, ướp đá ngay tại vuông, hộp xốp có nhiệt kế đi kèm.',
        unit: 'kg',
        price: 185_000,
        increment: 500,
        quantity: 70 * kg,
        storage: 'chilled',
        attributes: { 'tinh-trang': 'uop-da' },
      },
    ],
  },
];

/** Those who stand beside the households of a commune; they sign in by a code. */
export const besides = [
  { role: 'helper', name: 'Em Thảo, tổ công nghệ số (mẫu)', phone: '0970000021', commune: '07330' },
  { role: 'trainer', name: 'Cô Hòa, giảng viên (mẫu)', phone: '0970000022', commune: '07330' },
] as const;

/** An applicant who waits, so that an officer has something to decide. */
export const applicant = {
  commune: '07330',
  kind: 'household' as const,
  name: 'Hộ trồng na nhà Lụa (mẫu)',
  subArea: 'Liên Chung cũ',
  address: 'Thôn Hậu',
  crops: ['sugar_apple', 'guava'],
  person: { name: 'Chị Lụa (mẫu)', phone: '0970000007' },
};

/** What the communes would declare with a document; the numbers are made up and say so. */
export const declarations = [
  { commune: '07330', households: 6_150, keyProducts: ['lychee', 'guava', 'chicken_chilled'] },
  { commune: '30076', households: 9_480, keyProducts: ['mango', 'longan', 'fish_iced'] },
  { commune: '28273', households: 8_020, keyProducts: ['pomelo', 'dragon_fruit', 'shrimp_iced'] },
] as const;
