/**
 * What was required, agreed to and limited when households could first prepare a stall, from 1 July 2026. `confirmation` marks
 * what rests on a digest of the law and not on its text. Never edited once it is on main: new knowledge is a new version.
 */

const unconfirmed = 'Theo bản tóm tắt văn bản; cần luật sư xác nhận trước khi áp dụng chính thức';

interface Row {
  rule: string;
  version?: number;
  state?: 'draft';
  title: string;
  hint: string;
  task: string;
  kind: 'computed' | 'attested' | 'verified';
  due: 'before-submission' | 'before-approval' | 'before-selling';
  needs: readonly string[];
  kinds?: readonly string[];
  groups?: readonly string[];
  papers?: readonly string[];
  verifier?: string;
  validMonths?: number;
  legalRef: string;
  confirmation?: string;
  validFrom: string;
}

/** Groups of goods that are eaten or drunk. */
const food = [
  'trai-cay',
  'cam-buoi-chanh',
  'rau-an-la',
  'rau-cu',
  'gia-vi',
  'nam',
  'gao-ngu-coc',
  'dau-hat',
  'tra-ca-phe',
  'thit-trung',
  'thuy-san',
  'sua',
  'mat-ong',
  'duong-banh-keo',
  'nuoc-mam-gia-vi',
  'do-kho-che-bien',
  'do-uong',
  'duoc-lieu',
];

const validFrom = '2026-07-01';

export const requirements: readonly Row[] = [
  {
    rule: 'stall-named',
    title: 'Gian hàng có tên, chủ hộ và hàng bán',
    hint: 'Cho biết nhà mình là hộ hay hợp tác xã, tên gian hàng, ai đứng tên và bán những gì.',
    task: 'stall',
    kind: 'computed',
    due: 'before-submission',
    needs: ['answer:kind', 'answer:name', 'answer:head', 'answer:crops'],
    legalRef: 'Luật Thương mại điện tử 122/2025/QH15, Điều 17 khoản 1 điểm c; Nghị định 248/2026/NĐ-CP, Điều 18',
    confirmation: unconfirmed,
    validFrom,
  },
  {
    rule: 'place-given',
    title: 'Nơi sản xuất',
    hint: 'Cho biết xã, phường và thôn xóm hoặc địa chỉ nơi làm ra hàng.',
    task: 'place',
    kind: 'computed',
    due: 'before-submission',
    needs: ['answer:commune', 'answer:address|sub-area'],
    legalRef: 'Luật Thương mại điện tử 122/2025/QH15, Điều 17 khoản 1 điểm c; Nghị định 248/2026/NĐ-CP, Điều 18',
    confirmation: unconfirmed,
    validFrom,
  },
  {
    rule: 'identity',
    title: 'Xác minh người đứng tên',
    hint: 'Khai họ tên, ngày sinh và số căn cước của người đứng tên. Cán bộ xã đối chiếu với thẻ căn cước, tại xã hoặc qua ảnh chụp.',
    task: 'identity',
    kind: 'verified',
    due: 'before-approval',
    needs: ['identity'],
    verifier: 'commune-officer',
    legalRef: 'Luật Thương mại điện tử 122/2025/QH15, Điều 17 khoản 1 điểm c; Nghị định 248/2026/NĐ-CP, Điều 18',
    confirmation: unconfirmed,
    validFrom,
  },
  {
    rule: 'identity',
    version: 2,
    state: 'draft',
    title: 'Xác thực điện tử người đứng tên qua VNeID',
    hint: 'Mở ứng dụng VNeID mức 2 của người đứng tên và đồng ý chia sẻ thông tin với Chợ Phiên.',
    task: 'identity',
    kind: 'verified',
    due: 'before-approval',
    needs: ['identity:vneid'],
    verifier: 'commune-officer',
    legalRef: 'Nghị định 248/2026/NĐ-CP, Điều 18 và Điều 52 khoản 2',
    confirmation: `${unconfirmed}; chỉ duyệt khi đã nối được với VNeID`,
    validFrom: '2027-01-01',
  },
  {
    rule: 'business-registration',
    title: 'Giấy đăng ký hợp tác xã',
    hint: 'Chụp giấy chứng nhận đăng ký hợp tác xã, hoặc giấy chứng nhận đăng ký kinh doanh.',
    task: 'identity',
    kind: 'verified',
    due: 'before-approval',
    needs: [],
    kinds: ['cooperative'],
    papers: ['business-registration'],
    verifier: 'commune-officer',
    legalRef: 'Luật Hợp tác xã 17/2023/QH15; Nghị định 248/2026/NĐ-CP, Điều 18',
    confirmation: unconfirmed,
    validFrom,
  },
  {
    rule: 'food-safety',
    title: 'An toàn thực phẩm',
    hint: 'Gửi một trong các giấy: giấy chứng nhận đủ điều kiện, bản cam kết sản xuất an toàn, chứng nhận GMP, HACCP, VietGAP; hoặc cho biết vì sao nhà mình thuộc diện miễn.',
    task: 'food-safety',
    kind: 'verified',
    due: 'before-selling',
    needs: [],
    groups: food,
    papers: [
      'food-safety-certificate',
      'food-safety-commitment',
      'quality-certificate',
      'vietgap',
      'exemption-statement',
    ],
    verifier: 'commune-officer',
    validMonths: 36,
    legalRef:
      'Nghị định 15/2018/NĐ-CP, Điều 11, Điều 12 khoản 1 (diện miễn, điểm a đến k); Thông tư 17/2018/TT-BNNPTNT (bản cam kết)',
    confirmation: `${unconfirmed}; Nghị định 46/2026/NĐ-CP đang tạm ngưng`,
    validFrom,
  },
  {
    rule: 'tax-code',
    title: 'Mã số thuế',
    hint: 'Hộ và cá nhân dùng số căn cước làm mã số thuế nên không phải khai thêm. Hợp tác xã ghi mã số thuế của mình.',
    task: 'money',
    kind: 'computed',
    due: 'before-selling',
    needs: ['tax-code'],
    legalRef:
      'Luật Quản lý thuế 38/2019/QH14, Điều 35; Thông tư 86/2024/TT-BTC (số định danh thay mã số thuế từ 1/7/2025)',
    confirmation: unconfirmed,
    validFrom,
  },
  {
    rule: 'bank-account',
    title: 'Nhận tiền bằng cách nào',
    hint: 'Ghi tài khoản ngân hàng của người đứng tên, hoặc xác nhận chỉ nhận tiền mặt khi giao hàng hay tự cho người mua quét mã của mình.',
    task: 'money',
    kind: 'attested',
    due: 'before-selling',
    needs: ['bank'],
    legalRef: 'Quy định của Chợ Phiên; Nghị định 52/2024/NĐ-CP (sàn không giữ tiền của người mua)',
    confirmation: unconfirmed,
    validFrom,
  },
  {
    rule: 'consent-trading-rules',
    title: 'Đồng ý với quy định bán hàng',
    hint: 'Đọc quy định bán hàng của chợ và đồng ý.',
    task: 'stall',
    kind: 'computed',
    due: 'before-submission',
    needs: ['consent:trading-rules'],
    legalRef: 'Luật Thương mại điện tử 122/2025/QH15; Nghị định 248/2026/NĐ-CP, Điều 4 đến Điều 16',
    confirmation: unconfirmed,
    validFrom,
  },
  {
    rule: 'consent-selling',
    title: 'Đồng ý dùng thông tin để bán hàng',
    hint: 'Đọc chợ dùng thông tin của nhà mình vào việc gì và đồng ý.',
    task: 'stall',
    kind: 'computed',
    due: 'before-submission',
    needs: ['consent:selling'],
    legalRef: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 9, Điều 10; Nghị định 356/2025/NĐ-CP, Điều 6',
    validFrom,
  },
];

const personalData = 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 9, Điều 10; Nghị định 356/2025/NĐ-CP, Điều 6';

export const consentTexts = [
  {
    purpose: 'trading-rules',
    version: '2026-07',
    validFrom,
    title: 'Quy định bán hàng',
    required: true,
    text: 'Tôi bán đúng hàng mình đăng: đúng tên, nguồn gốc, số lượng và giá.\nTôi không bán hàng giả, hàng cấm, hàng không rõ nguồn gốc.\nTôi nhận đơn và giao hàng đúng hẹn; hàng không đúng như đăng thì nhận lại và trả tiền.\nTôi hiểu chợ có thể tạm ngừng gian hàng: ngay trong 24 giờ khi cơ quan nhà nước yêu cầu, còn lại phải báo trước ít nhất 5 ngày và nói rõ lý do.',
    legalRef:
      'Luật Thương mại điện tử 122/2025/QH15, Điều 17; Nghị định 248/2026/NĐ-CP, Điều 18 – cần luật sư xác nhận',
  },
  {
    purpose: 'selling',
    version: '2026-07',
    validFrom,
    title: 'Dùng thông tin để bán hàng',
    required: true,
    text: 'Tôi đồng ý cho Chợ Phiên dùng họ tên, số điện thoại, địa chỉ và giấy tờ tôi gửi để xét hồ sơ, mở gian hàng và giao đơn.\nNgười mua thấy tên gian hàng, xã và hàng bán; không thấy số điện thoại, số căn cước, số tài khoản.\nSố căn cước và số tài khoản được khóa kín; ảnh thẻ căn cước bị hủy sau khi đối chiếu.\nCán bộ phụ trách được xem hồ sơ, mỗi lần xem đều được ghi lại. Tôi rút lại đồng ý lúc nào cũng được; khi đó gian hàng ngừng bán.',
    legalRef: personalData,
  },
  {
    purpose: 'messages',
    version: '2026-07',
    validFrom,
    title: 'Nhận tin hướng dẫn, tập huấn',
    required: false,
    text: 'Tôi đồng ý nhận tin nhắn mời tập huấn và mách cách bán hàng.\nKhông đồng ý thì vẫn bán hàng bình thường và vẫn nhận tin về đơn hàng, hồ sơ của mình.',
    legalRef: personalData,
  },
  {
    purpose: 'statistics',
    version: '2026-07',
    validFrom,
    title: 'Dùng số liệu để thống kê của xã, tỉnh',
    required: false,
    text: 'Tôi đồng ý cho xã, tỉnh dùng số liệu bán hàng của nhà tôi, đã gộp chung và bỏ tên, để đánh giá chương trình.\nKhông đồng ý thì vẫn bán hàng bình thường.',
    legalRef: personalData,
  },
] as const;

export const limits = [
  {
    name: 'suspension-notice',
    validFrom,
    amount: 5,
    unit: 'days',
    legalRef: 'Nghị định 248/2026/NĐ-CP, Điều 18: báo trước ít nhất 5 ngày – cần luật sư xác nhận',
  },
  {
    name: 'suspension-order',
    validFrom,
    amount: 24,
    unit: 'hours',
    legalRef: 'Nghị định 248/2026/NĐ-CP, Điều 18: trong 24 giờ từ khi cơ quan nhà nước yêu cầu – cần luật sư xác nhận',
  },
  { name: 'payout-freeze', validFrom, amount: 48, unit: 'hours', legalRef: 'Quy định của Chợ Phiên' },
  {
    name: 'review-hold',
    validFrom,
    amount: 48,
    unit: 'hours',
    legalRef: 'Quy định của Chợ Phiên: quá hạn thì người khác xem tiếp',
  },
  {
    name: 'expiring-soon',
    validFrom,
    amount: 60,
    unit: 'days',
    legalRef: 'Quy định của Chợ Phiên: nhắc trước 60 ngày',
  },
] as const;
