/* oxlint-disable eslint/max-lines -- a table of facts, one after the other */
/**
 * The shelves that groups of goods stand on, what can be said of goods of a group, and when crops ripen, as held from
 * 1 January 2026. Never edited once it is on main: new knowledge is a new file with a later day.
 */
export const validFrom = '2026-01-01';

/** Each shelf, and the groups on it. The groups of services are new with this file. */
export const shelves: readonly (readonly [id: string, name: string, groups: readonly string[]])[] = [
  ['nong-san-tuoi', 'Nông sản tươi', ['trai-cay', 'cam-buoi-chanh', 'rau-an-la', 'rau-cu', 'gia-vi', 'nam']],
  ['gao-dau', 'Gạo, đậu, hạt', ['gao-ngu-coc', 'dau-hat']],
  ['thit-ca-sua', 'Thịt, cá, trứng, sữa', ['thit-trung', 'thuy-san', 'sua']],
  ['do-che-bien', 'Đồ chế biến', ['mat-ong', 'duong-banh-keo', 'nuoc-mam-gia-vi', 'do-kho-che-bien']],
  ['do-uong-tra', 'Trà, cà phê, đồ uống', ['tra-ca-phe', 'do-uong']],
  ['duoc-lieu-hoa-thu-cong', 'Dược liệu, hoa, thủ công', ['duoc-lieu', 'hoa-cay-canh', 'thu-cong']],
  ['dich-vu', 'Về làng: thăm vườn, nghỉ, học nghề', ['tham-vuon', 'nha-dan', 'hoc-nghe']],
];

export const serviceGroups: readonly (readonly [id: string, name: string])[] = [
  ['tham-vuon', 'Thăm vườn, trang trại'],
  ['nha-dan', 'Nghỉ ở nhà dân'],
  ['hoc-nghe', 'Học nghề, làm thử'],
];

/** What a person comes to; it is not kept, so nothing is known of how. */
export const services: readonly (readonly [commodity: string, group: string, name: string, english: string])[] = [
  ['farm_visit', 'tham-vuon', 'Thăm vườn', 'Farm visit'],
  ['homestay', 'nha-dan', 'Nghỉ ở nhà dân', 'Homestay'],
  ['craft_lesson', 'hoc-nghe', 'Học làm nghề', 'Craft lesson'],
];

type Choices = readonly (readonly [value: string, label: string])[];

/** What buyers of a group (or of a whole shelf) tell goods apart by. */
export const attributes: readonly (readonly [id: string, category: string, name: string, choices: Choices])[] = [
  [
    'hang',
    'nong-san-tuoi',
    'Hạng',
    [
      ['loai-1', 'Loại 1'],
      ['loai-2', 'Loại 2'],
      ['hang-xo', 'Hàng xô, chưa phân loại'],
    ],
  ],
  [
    'do-chin',
    'trai-cay',
    'Độ chín',
    [
      ['chin-cay', 'Chín cây, ăn ngay'],
      ['chin-toi', 'Chín tới, để được 2–3 ngày'],
      ['con-xanh', 'Còn xanh, để chín dần'],
    ],
  ],
  [
    'dang-gao',
    'gao-ngu-coc',
    'Dạng',
    [
      ['xat-trang', 'Xát trắng'],
      ['gao-lut', 'Gạo lứt'],
      ['xat-doi', 'Xát dối'],
      ['nguyen-hat', 'Nguyên hạt'],
    ],
  ],
  [
    'dang-hat',
    'dau-hat',
    'Dạng',
    [
      ['ca-vo', 'Còn vỏ'],
      ['tach-vo', 'Tách vỏ'],
      ['rang-say', 'Rang, sấy'],
    ],
  ],
  [
    'lam-san',
    'thit-trung',
    'Làm sẵn',
    [
      ['nguyen-con', 'Nguyên con'],
      ['pha-san', 'Pha, chặt sẵn'],
      ['xay', 'Xay'],
    ],
  ],
  [
    'tinh-trang',
    'thuy-san',
    'Khi gửi đi',
    [
      ['con-song', 'Còn sống'],
      ['uop-da', 'Ướp đá'],
      ['cap-dong', 'Cấp đông'],
    ],
  ],
  [
    'nguon-hoa',
    'mat-ong',
    'Nguồn hoa',
    [
      ['nhan', 'Hoa nhãn'],
      ['vai', 'Hoa vải'],
      ['ca-phe', 'Hoa cà phê'],
      ['rung', 'Hoa rừng'],
      ['khac', 'Hoa khác'],
    ],
  ],
  [
    'dang-tra',
    'tra-ca-phe',
    'Dạng',
    [
      ['bup-kho', 'Búp khô'],
      ['tui-loc', 'Túi lọc'],
      ['hat-rang', 'Hạt rang'],
      ['bot', 'Bột, rang xay'],
    ],
  ],
  [
    'chat-lieu',
    'thu-cong',
    'Chất liệu',
    [
      ['tre-nua', 'Tre, nứa, mây'],
      ['vai-tho-cam', 'Vải, thổ cẩm'],
      ['gom', 'Gốm, đất nung'],
      ['go', 'Gỗ'],
      ['khac', 'Chất liệu khác'],
    ],
  ],
  [
    'dang-hoa',
    'hoa-cay-canh',
    'Dạng',
    [
      ['cat-canh', 'Cắt cành'],
      ['trong-chau', 'Trồng chậu'],
      ['bau-uom', 'Bầu ươm'],
    ],
  ],
  [
    'thoi-luong',
    'dich-vu',
    'Bao lâu',
    [
      ['nua-ngay', 'Vài giờ đến nửa ngày'],
      ['mot-ngay', 'Một ngày'],
      ['qua-dem', 'Có ngủ lại'],
    ],
  ],
  [
    'hop-voi',
    'dich-vu',
    'Hợp với',
    [
      ['gia-dinh', 'Gia đình có trẻ nhỏ'],
      ['nhom', 'Nhóm bạn, đoàn'],
      ['hoc-sinh', 'Học sinh, lớp học'],
      ['moi-nguoi', 'Mọi người'],
    ],
  ],
];

/**
 * In which months a crop is commonly harvested in Vietnam. No official calendar for the whole country was found: it is what
 * growers commonly say, and a listing's own harvest days always go before it.
 */
export const harvestMonths: readonly (readonly [commodity: string, months: readonly number[]])[] = [
  ['lychee', [5, 6, 7]],
  ['longan', [7, 8, 9]],
  ['dragon_fruit', [4, 5, 6, 7, 8, 9]],
  ['mango', [3, 4, 5, 6, 7]],
  ['durian', [4, 5, 6, 7, 8]],
  ['pineapple', [3, 4, 5, 6, 7]],
  ['mangosteen', [5, 6, 7, 8]],
  ['rambutan', [5, 6, 7, 8]],
  ['sugar_apple', [7, 8, 9, 10]],
  ['avocado', [5, 6, 7, 8, 9]],
  ['jackfruit', [3, 4, 5, 6, 7]],
  ['pomelo', [8, 9, 10, 11, 12]],
  ['orange', [10, 11, 12, 1]],
  ['guava', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['banana', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['cabbage', [11, 12, 1, 2, 3]],
  ['garlic', [1, 2, 3]],
  ['sweet_potato', [3, 4, 9, 10, 11]],
  ['water_spinach', [4, 5, 6, 7, 8, 9, 10]],
  ['coffee', [10, 11, 12, 1]],
  ['tea', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ['honey', [3, 4, 5]],
  ['rice', [5, 6, 9, 10]],
  ['peanut', [5, 6, 11]],
];

export const harvestSource = 'What growers commonly say; no official calendar for the whole country was found';

export interface LabelField {
  field: string;
  name: string;
  hint: string;
  processes: readonly string[];
  /** Groups or shelves; null: all. */
  categories: readonly string[] | null;
  required: boolean;
  /** Said already where the pack or the weight says it. */
  coveredByPack: boolean;
}

const food = ['nong-san-tuoi', 'gao-dau', 'thit-ca-sua', 'do-che-bien', 'do-uong-tra'];

/**
 * What the label of goods says beside what a listing says anyway (name, who answers for it, where it is from), under the
 * decree on labels that holds since this day.
 */
export const labelsFrom = '2026-01-23';
export const labelReference = 'Nghị định 37/2026/NĐ-CP ngày 23/01/2026';
export const labelFields: readonly LabelField[] = [
  {
    field: 'ingredients',
    name: 'Thành phần',
    hint: 'Kể từ thứ nhiều nhất đến ít nhất, như trên bao bì',
    processes: ['processed'],
    categories: [...food, 'duoc-lieu'],
    required: true,
    coveredByPack: false,
  },
  {
    field: 'net-quantity',
    name: 'Khối lượng hoặc thể tích thực',
    hint: 'Ví dụ: 500 g, 650 ml',
    processes: ['processed'],
    categories: [...food, 'duoc-lieu'],
    required: true,
    coveredByPack: true,
  },
  {
    field: 'shelf-life',
    name: 'Hạn sử dụng',
    hint: 'Ví dụ: 12 tháng kể từ ngày sản xuất',
    processes: ['prepared', 'processed'],
    categories: [...food, 'duoc-lieu'],
    required: true,
    coveredByPack: false,
  },
  {
    field: 'storage-advice',
    name: 'Cách bảo quản',
    hint: 'Ví dụ: để nơi khô, tránh nắng; mở ra thì cất ngăn mát',
    processes: ['processed'],
    categories: [...food, 'duoc-lieu'],
    required: true,
    coveredByPack: false,
  },
  {
    field: 'usage',
    name: 'Cách dùng',
    hint: 'Ví dụ: pha một thìa với 200 ml nước ấm',
    processes: ['prepared', 'processed'],
    categories: null,
    required: false,
    coveredByPack: false,
  },
  {
    field: 'warning',
    name: 'Cảnh báo',
    hint: 'Ví dụ: không dùng cho trẻ dưới 1 tuổi; có chứa lạc',
    processes: ['prepared', 'processed'],
    categories: null,
    required: false,
    coveredByPack: false,
  },
];
