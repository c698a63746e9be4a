/** Dated rows of the law, never edited: what changes is a new migration's. The office shows the law beside the words. */
const group = (
  reason: 'prohibited' | 'text-claims',
  law: string,
  words: readonly string[],
  { from = '2026-01-01', to = null }: { from?: string; to?: string | null } = {},
) => words.map((one) => ({ words: one, validFrom: from, validTo: to, reason, law }));

const drugs = ['cần sa', 'thuốc phiện', 'cây anh túc', 'quả anh túc'];

export const watched = [
  ...group(
    'prohibited',
    'Luật Đa dạng sinh học 20/2008/QH12; Nghị định 06/2019/NĐ-CP (sửa bởi 84/2021/NĐ-CP): động vật, thực vật rừng nguy cấp, quý, hiếm',
    [
      'thú rừng',
      'thịt rừng',
      'mật gấu',
      'cao hổ',
      'cao hổ cốt',
      'nanh hổ',
      'móng hổ',
      'ngà voi',
      'sừng tê giác',
      'vảy tê tê',
      'tê tê',
      'rượu tay gấu',
    ],
  ),
  ...group('prohibited', 'Luật Phòng, chống ma túy 73/2021/QH14', drugs, { to: '2026-06-30' }),
  ...group('prohibited', 'Luật Phòng, chống ma túy 120/2025/QH15', drugs, { from: '2026-07-01' }),
  ...group('prohibited', 'Nghị định 137/2020/NĐ-CP về quản lý, sử dụng pháo', ['pháo nổ', 'pháo hoa nổ', 'thuốc pháo']),
  ...group('prohibited', 'Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ 42/2024/QH15', [
    'thuốc nổ',
    'kíp nổ',
    'súng săn',
    'súng tự chế',
  ]),
  ...group('prohibited', 'Nghị quyết 173/2024/QH15: cấm thuốc lá điện tử, thuốc lá nung nóng', [
    'thuốc lá điện tử',
    'thuốc lá nung nóng',
  ]),
  ...group(
    'text-claims',
    'Nghị định 15/2018/NĐ-CP và Luật Quảng cáo 16/2012/QH13: thực phẩm không được quảng cáo như thuốc chữa bệnh',
    ['chữa bệnh', 'trị bệnh', 'đặc trị', 'chữa khỏi', 'khỏi hẳn', 'dứt điểm', 'chống ung thư', 'thần dược'],
  ),
  ...group(
    'text-claims',
    'Luật Quảng cáo 16/2012/QH13 (sửa bởi 75/2025/QH15): không dùng “nhất”, “duy nhất”, “tốt nhất”, “số một” khi không có tài liệu chứng minh',
    ['tốt nhất', 'ngon nhất', 'rẻ nhất', 'duy nhất', 'số một', 'số 1'],
  ),
] as const;
