import { z } from 'zod';

/** What a remark is about: one answer of the listing form, or the listing as a whole. */
export const ReviewField = z.enum([
  'listing',
  'name',
  'commodity',
  'description',
  'pictures',
  'price',
  'unit',
  'quantity',
  'storage',
  'origin',
  'harvest',
  'variety',
  'process',
  'label',
  'growingArea',
  'attributes',
  'certificates',
  'dates',
  'delivery',
]);
export type ReviewField = z.infer<typeof ReviewField>;

interface Reason {
  /** The answer it is about, unless the official names another. */
  field: ReviewField;
  /** What the official ticks. */
  label: string;
  /** What the household reads: what to do now, in one plain sentence. */
  todo: string;
}

/**
 * Why a listing is handed back: a closed list, so that each comes with a plain thing to do. Words beside it are the official's
 * own; for `other` they are all there is.
 */
export const returnReasons = {
  'picture-not-goods': {
    field: 'pictures',
    label: 'Ảnh không phải món hàng này (ảnh lấy trên mạng, ảnh người, ảnh chữ)',
    todo: 'Chụp lại ảnh chính món hàng nhà mình bán.',
  },
  'picture-unclear': {
    field: 'pictures',
    label: 'Ảnh mờ, tối, không nhìn rõ hàng',
    todo: 'Chụp lại ảnh ở chỗ sáng, đưa máy lại gần món hàng.',
  },
  'name-contact': {
    field: 'name',
    label: 'Tên món có số điện thoại, đường dẫn, tên mạng xã hội',
    todo: 'Bỏ số điện thoại, đường dẫn khỏi tên món. Người mua thấy cách gọi ở trang gian hàng.',
  },
  'name-unclear': {
    field: 'name',
    label: 'Tên không nói rõ là hàng gì, viết sai hoặc kêu quá sự thật',
    todo: 'Ghi tên món cho rõ: hàng gì, giống gì, ví dụ “Vải thiều u hồng”.',
  },
  'text-contact': {
    field: 'description',
    label: 'Lời mô tả có số điện thoại, đường dẫn, số tài khoản',
    todo: 'Bỏ số điện thoại, đường dẫn, số tài khoản khỏi lời mô tả.',
  },
  'text-claims': {
    field: 'description',
    label: 'Nói quá: chữa bệnh, tốt nhất, số một, an toàn tuyệt đối',
    todo: 'Bỏ lời nói chữa được bệnh, tốt nhất, số một. Chỉ kể cách làm và mùi vị.',
  },
  'kind-wrong': {
    field: 'commodity',
    label: 'Chọn sai loại nông sản',
    todo: 'Chọn lại đúng loại nông sản.',
  },
  'storage-wrong': {
    field: 'storage',
    label: 'Cách giữ hàng không đúng với loại hàng (thịt tươi để ngoài)',
    todo: 'Chọn lại cách giữ hàng. Thịt, cá tươi phải giữ mát hoặc đông lạnh.',
  },
  'price-implausible': {
    field: 'price',
    label: 'Giá không hợp lý so với đơn vị bán',
    todo: 'Xem lại giá: có thừa hay thiếu số 0 không, giá tính cho một ký hay một tạ.',
  },
  'unit-implausible': {
    field: 'unit',
    label: 'Đơn vị bán không hợp với món hàng',
    todo: 'Chọn lại đơn vị bán, ví dụ ký, bó, con, hộp.',
  },
  'quantity-implausible': {
    field: 'quantity',
    label: 'Số lượng không hợp lý với hộ này',
    todo: 'Ghi lại số lượng đang có thật để bán.',
  },
  'origin-unproven': {
    field: 'origin',
    label: 'Không rõ nguồn gốc, hàng gom mà ghi là nhà làm',
    todo: 'Ghi lại hàng nhà làm hay hàng gom. Hàng gom thì ghi rõ mua của ai, ở đâu.',
  },
  'certificate-not-of-this': {
    field: 'certificates',
    label: 'Giấy chứng nhận (OCOP, VietGAP …) không phải của món này hoặc của hộ này',
    todo: 'Gỡ giấy chứng nhận này, hoặc gửi giấy cấp cho đúng món hàng.',
  },
  'certificate-ended': {
    field: 'certificates',
    label: 'Giấy chứng nhận đã hết hạn hoặc bị thu hồi',
    todo: 'Gỡ giấy chứng nhận đã hết hạn, hoặc gửi giấy mới.',
  },
  'label-missing': {
    field: 'label',
    label: 'Thiếu nội dung bắt buộc trên nhãn',
    todo: 'Ghi đủ thông tin trên nhãn: tên hàng, nơi làm, ngày làm, hạn dùng.',
  },
  prohibited: {
    field: 'listing',
    label: 'Hàng pháp luật cấm bán',
    todo: 'Món này pháp luật không cho bán. Không đăng lại; còn thắc mắc thì gọi cán bộ xã.',
  },
  counterfeit: {
    field: 'listing',
    label: 'Nghi hàng giả, hàng nhái, dùng tên của người khác',
    todo: 'Bỏ tên, hình của hãng khác. Nếu được phép dùng, gửi giấy cho cán bộ xã xem.',
  },
  duplicate: {
    field: 'listing',
    label: 'Trùng với món đang bán của chính hộ này',
    todo: 'Món này đã có rồi. Mở món cũ để sửa giá hoặc số lượng.',
  },
  other: {
    field: 'listing',
    label: 'Lý do khác (ghi rõ việc cần làm)',
    todo: 'Đọc lời cán bộ ghi và sửa theo.',
  },
} as const satisfies Record<string, Reason>;

export type ReturnReason = keyof typeof returnReasons;
export const ReturnReason = z.enum(Object.keys(returnReasons) as [ReturnReason, ...ReturnReason[]]);

/** What to do about a remark, in plain words: the official's own where she wrote some. */
export const todoOf = ({ reason, words }: { reason: ReturnReason; words: string | null }): string =>
  words && reason === 'other' ? words : [returnReasons[reason].todo, words].filter(Boolean).join(' ');
