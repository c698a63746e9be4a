/**
 * What decides the order of lists and search results, as published. Never edited once it is on main: another order is another
 * row with a later day. `ranking.test.ts` holds the engines to it.
 */
export const ranking = {
  validFrom: '2026-07-01',
  legalRef: 'Luật Thương mại điện tử số 122/2025/QH15; Nghị định 248/2026/NĐ-CP, Điều 11',
  sorts: [
    {
      sort: 'relevance',
      name: 'Đúng ý nhất',
      criteria: [
        'Món viết đúng cả dấu như bạn gõ đứng trước món chỉ giống chữ không dấu.',
        'Món có các chữ bạn gõ đứng liền nhau trong tên hàng đứng trước.',
        'Món đúng lượng bạn gõ (ví dụ 5 kg, 500 ml, một chục) đứng trước.',
        'Chữ nằm trong tên hàng nặng hơn chữ trong loại hàng, rồi đến nơi làm ra và người bán, cuối cùng là phần mô tả.',
        'Món khớp đúng chữ đứng trước món chỉ gần giống vì gõ nhầm.',
        'Bằng nhau thì món mới đăng đứng trước.',
      ],
    },
    { sort: 'newest', name: 'Mới nhất', criteria: ['Món mới đăng đứng trước.'] },
    {
      sort: 'price',
      name: 'Giá thấp trước',
      criteria: ['Giá một đơn vị bán thấp đứng trước.', 'Bằng giá thì món mới đăng đứng trước.'],
    },
    {
      sort: '-price',
      name: 'Giá cao trước',
      criteria: ['Giá một đơn vị bán cao đứng trước.', 'Bằng giá thì món mới đăng đứng trước.'],
    },
    {
      sort: 'near',
      name: 'Gần nơi bạn chọn',
      criteria: [
        'Món của chính xã, phường bạn chọn đứng trước.',
        'Rồi đến món cùng tỉnh, rồi đến các tỉnh theo khoảng cách giữa hai trung tâm hành chính.',
        'Bằng nhau thì món mới đăng đứng trước.',
      ],
    },
  ],
  limits: [
    'Không ai trả tiền để được đứng trước; trên trang không có món nào được tài trợ.',
    'Món chỉ hiện sau khi được duyệt, khi người bán đang được phép bán và giấy tờ bắt buộc còn hạn.',
    'Món ngoài thời gian bán, đã gỡ hoặc của người bán bị tạm ngừng không hiện ra.',
    'Thứ tự không dựa vào bạn là ai, bạn đã xem gì hay điện thoại của bạn đang ở đâu.',
  ],
} as const;
