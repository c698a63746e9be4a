import { formatDong, formatInstant, formatQuantity, withoutAccents } from '@chophien/kernel';
import type { EventData } from '../events.ts';

/** What is said, to whomever. With `out` it goes to the phone too. */
export interface Words {
  kind: string;
  text: string;
  /** A path of the storefront. */
  link: string | null;
  out?: { sms: string; fields: Record<string, string> };
}

type Placed = EventData<'order.placed'>;
type Lines = Placed['parcels'][number]['lines'];

const paid = { cod: 'thu tiền khi giao', vnpay: 'đã trả qua VNPay', vietqr: 'đã chuyển khoản' } as const;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** `3 kg Vải thiều, 2 hộp Mật ong và 1 mặt hàng khác`. */
export const goodsIn = (lines: Lines, shown = 3): string => {
  const named = lines.slice(0, shown).map(({ quantity, unit, name }) => `${formatQuantity(quantity, unit)} ${name}`);
  const rest = lines.length - named.length;
  return named.join(', ') + (rest > 0 ? ` và ${rest} mặt hàng khác` : '');
};

/** To whoever sells for these parcels of an order. */
export const newOrder = ({ code, payment }: Placed, parcels: Placed['parcels']): Words => {
  const lines = parcels.flatMap((parcel) => parcel.lines);
  const goods = formatDong(sum(parcels.map((parcel) => parcel.goods)));
  const [only] = parcels;
  return {
    kind: 'new-order',
    text: `Đơn mới ${code}: ${goodsIn(lines)}. Tiền hàng ${goods}, ${paid[payment]}. Mở để bấm Nhận đơn.`,
    link: parcels.length === 1 && only ? `/ban-hang/don-hang/${only.parcel}` : '/ban-hang/don-hang',
    out: {
      sms: `Don moi ${code}, ${goods}: ${goodsIn(lines, 1)}. Nhan don:`,
      fields: { ma_don: code, mat_hang: goodsIn(lines, 2), tien_hang: goods, thanh_toan: paid[payment] },
    },
  };
};

/** To the buyer. */
export const orderReceived = ({ code, payment, goods, shipping, parcels }: Placed): Words => {
  const total = formatDong(goods + shipping);
  const how = payment === 'cod' ? 'trả khi nhận hàng' : paid[payment];
  const lines = parcels.flatMap((parcel) => parcel.lines);
  return {
    kind: 'order-received',
    text: `Chợ Phiên đã nhận đơn ${code}: ${goodsIn(lines)}. Tổng ${total}, ${how}.`,
    link: `/don-hang/${code}`,
    out: {
      sms: `Da nhan don ${code}, ${total}, ${how}. Theo doi:`,
      fields: { ma_don: code, mat_hang: goodsIn(lines, 2), tong_tien: total, thanh_toan: how },
    },
  };
};

/** To the buyer. */
export const parcelSent = (order: string, parcel: string): Words => ({
  kind: 'parcel-sent',
  text: `Kiện ${parcel} của đơn ${order} đã rời nhà vườn, đang trên đường đến bạn.`,
  link: `/don-hang/${order}`,
  out: {
    sms: `Kien ${parcel} cua don ${order} dang tren duong giao. Theo doi:`,
    fields: { ma_don: order, ma_kien: parcel },
  },
});

/** To the buyer: a seller can't, and money and stock go back. */
export const parcelRefused = (order: string, { reason, refund }: EventData<'parcel.cancelled'>): Words => {
  const back = refund > 0 ? ` Số tiền ${formatDong(refund)} sẽ được hoàn lại.` : '';
  return {
    kind: 'parcel-refused',
    text: `Người bán không nhận được một phần đơn ${order}: ${reason}.${back}`,
    link: `/don-hang/${order}`,
    out: {
      sms: `Nguoi ban khong nhan duoc mot phan don ${order}.${back} Xem:`,
      fields: { ma_don: order, ly_do: reason.slice(0, 200), hoan_tien: formatDong(refund) },
    },
  };
};

const whyShort: Record<string, string> = {
  'not-enough': 'không đủ hàng',
  spoiled: 'hàng hỏng',
  'below-standard': 'hàng không đạt',
  agreed: 'theo lời bạn',
  weighed: 'theo cân',
};

/** To the buyer: less is in a parcel than she ordered, and she pays less for it. */
export const parcelShort = ({
  orderCode,
  settled,
  refund,
  cashToCollect,
  lines,
}: EventData<'parcel.packed-short'>): Words => {
  const named = lines
    .slice(0, 3)
    .map(
      ({ name, unit, packed, ordered, reason }) =>
        `${name} ${formatQuantity(packed, unit)} thay vì ${formatQuantity(ordered, unit)} (${whyShort[reason] ?? reason})`,
    );
  const rest = lines.length - named.length;
  const goods = named.join(', ') + (rest > 0 ? ` và ${rest} mặt hàng khác` : '');
  const money =
    refund > 0
      ? `Số tiền ${formatDong(refund)} sẽ được hoàn lại.`
      : cashToCollect > 0
        ? `Khi nhận bạn chỉ trả ${formatDong(cashToCollect)}.`
        : `Tiền hàng còn ${formatDong(settled)}.`;
  return {
    kind: 'parcel-short',
    text: `Đơn ${orderCode} đóng được ít hơn bạn đặt: ${goods}. ${money}`,
    link: `/don-hang/${orderCode}`,
    out: {
      sms: `Don ${orderCode} dong it hon ban dat. ${money} Xem:`,
      fields: { ma_don: orderCode, mat_hang: goods.slice(0, 200), hoan_tien: formatDong(refund) },
    },
  };
};

/** To the producer: an order still waits for her answer, and until when. */
export const parcelUnanswered = (parcel: string, { orderCode, until }: EventData<'parcel.unanswered'>): Words => {
  const time = formatInstant(new Date(until));
  return {
    kind: 'parcel-unanswered',
    text: `Đơn ${orderCode} đang chờ bạn trả lời. Sau ${time} đơn tự huỷ và người mua được trả lại tiền. Mở để bấm Nhận đơn hoặc Không giao được.`,
    link: `/ban-hang/don-hang/${parcel}`,
    out: {
      sms: `Don ${orderCode} cho ban tra loi truoc ${time}, qua gio don tu huy. Mo:`,
      fields: { ma_don: orderCode, han: time },
    },
  };
};

/** To the producer: nobody answered, and the parcel was taken back. */
export const parcelLapsed = (parcel: string, { code }: EventData<'parcel.cancelled'>): Words => ({
  kind: 'parcel-lapsed',
  text: `Kiện ${code} đã tự huỷ vì quá hạn trả lời. Hàng trở lại để bán. Nếu bận nhiều ngày, hãy báo ngày nghỉ để không có đơn.`,
  link: `/ban-hang/don-hang/${parcel}`,
  out: { sms: `Kien ${code} da tu huy vi qua han tra loi. Ban thi bao ngay nghi:`, fields: { ma_kien: code } },
});

/** To whom somebody wrote about a parcel; what, she reads on the page. */
export const noteWritten = ({ orderCode, from }: EventData<'note.written'>, link: string): Words => {
  const who = from === 'buyer' ? 'Người mua' : 'Người bán';
  return {
    kind: 'order-note',
    text: `${who} nhắn về đơn ${orderCode}. Mở để đọc và trả lời.`,
    link,
    out: { sms: `${who} nhan ve don ${orderCode}. Doc va tra loi:`, fields: { ma_don: orderCode, nguoi_nhan: who } },
  };
};

const whatWrong: Record<string, string> = { damaged: 'hàng hỏng', missing: 'thiếu hàng', wrong: 'không đúng hàng' };

/** To the producer: a buyer says that something was wrong. */
export const claimOpened = (parcel: string, { orderCode, kind, answerBy }: EventData<'claim.opened'>): Words => {
  const what = whatWrong[kind] ?? kind;
  const time = formatInstant(new Date(answerBy));
  return {
    kind: 'claim-opened',
    text: `Người mua đơn ${orderCode} báo ${what}. Xem ảnh và trả lời trước ${time}; không trả lời thì cán bộ quyết định.`,
    link: `/ban-hang/don-hang/${parcel}`,
    out: {
      sms: `Nguoi mua don ${orderCode} bao ${what}. Tra loi truoc ${time}:`,
      fields: { ma_don: orderCode, viec: what, han: time },
    },
  };
};

/** To the buyer, or (by an official) to the producer: what was decided. */
export const claimDecided = ({ orderCode, refund, reason }: EventData<'claim.decided'>, link: string): Words => {
  const back = refund > 0 ? `hoàn ${formatDong(refund)}` : 'không hoàn tiền';
  const why = reason ? ` Lý do: ${reason}` : '';
  return {
    kind: 'claim-decided',
    text: `Việc báo hỏng, thiếu của đơn ${orderCode} đã có kết quả: ${back}.${why}`,
    link,
    out: {
      sms: `Don ${orderCode}: ket qua bao hong, thieu la ${back}. Xem:`,
      fields: { ma_don: orderCode, ket_qua: back, ly_do: (reason ?? '').slice(0, 200) },
    },
  };
};

/** To the producers of an order that its buyer took back. */
export const orderCancelled = (code: string): Words => ({
  kind: 'order-cancelled',
  text: `Người mua đã hủy đơn ${code}. Không cần chuẩn bị hàng của đơn này nữa; số hàng đã trở lại để bán.`,
  link: '/ban-hang/don-hang',
});

/** To the producer. */
export const stockLow = (listing: { id: string; name: string; unit: string }, available: number): Words => ({
  kind: 'stock-low',
  text: `Sắp hết hàng: ${listing.name} chỉ còn ${formatQuantity(available, listing.unit)}. Mở để thêm số lượng.`,
  link: `/ban-hang/san-pham/${listing.id}`,
});

/** To the producer. */
export const parcelHeld = (parcel: string, { code, reason }: EventData<'parcel.held'>): Words => ({
  kind: 'parcel-held',
  text: `Kiện ${code} đang bị giữ lại vì nhiệt độ: ${reason}. Chưa được giao cho đến khi cán bộ kiểm tra hàng.`,
  link: `/ban-hang/don-hang/${parcel}`,
  out: {
    sms: `Kien ${code} bi giu lai vi nhiet do, cho can bo kiem tra. Xem:`,
    fields: { ma_kien: code, ly_do: reason.slice(0, 200) },
  },
});

/** To the producer. */
export const parcelReleased = (parcel: string, { code, finding }: EventData<'parcel.released'>): Words => ({
  kind: 'parcel-released',
  text: `Kiện ${code} được đi tiếp. Cán bộ ghi: ${finding}`,
  link: `/ban-hang/don-hang/${parcel}`,
});

const items: Record<string, string> = {
  kind: 'loại hình',
  name: 'tên gian hàng',
  commune: 'xã, phường',
  'sub-area': 'thôn, ấp',
  address: 'địa chỉ',
  crops: 'nông sản',
  note: 'ghi chú',
};

/** To the applicant. */
export const applicationReturned = ({ items: asked }: EventData<'application.returned'>): Words => {
  const named = asked.map((item) => items[item] ?? item).join(', ');
  return {
    kind: 'application-returned',
    text: `Hồ sơ bán hàng cần sửa: ${named}. Mở để xem lý do, sửa và gửi lại.`,
    link: '/dang-ky-ban',
    out: { sms: `Ho so ban hang can sua: ${named}. Sua va gui lai:`, fields: { muc_can_sua: named } },
  };
};

/** To the applicant. */
export const producerApproved = ({ producerName }: EventData<'producer.approved'>): Words => ({
  kind: 'producer-approved',
  text: `${producerName} đã được duyệt. Xong các việc còn lại thì gian hàng được bán; bạn sẽ được báo.`,
  link: '/ban-hang',
  out: {
    sms: `${producerName} da duoc duyet tren Cho Phien. Xem viec con lai:`,
    fields: { ten_gian_hang: producerName },
  },
});

/** To the applicant. */
export const producerSuspended = ({ reason }: EventData<'producer.suspended'>): Words => ({
  kind: 'producer-suspended',
  text: `Gian hàng bị tạm ngừng: ${reason}. Hàng đang bán đã được ẩn; các đơn đã nhận vẫn cần giao. Hãy liên hệ cán bộ xã.`,
  link: '/ban-hang',
  out: {
    sms: `Gian hang cua ban tam ngung: ${reason}. Don da nhan van giao. Xem ly do, cach mo lai:`,
    fields: { ly_do: reason.slice(0, 200) },
  },
});

/** To the applicant. */
export const producerReinstated: Words = {
  kind: 'producer-reinstated',
  text: 'Gian hàng đã được mở lại. Hàng đang bán hiện trở lại trên chợ.',
  link: '/ban-hang',
  out: { sms: 'Gian hang cua ban da duoc mo lai tren Cho Phien:', fields: { ket_qua: 'được mở lại' } },
};

/** One SMS, in places of the GSM alphabet; all we let through takes one. */
const places = 160;

/** What one SMS can carry: no accents, one line. The link stays whole; the text before it is cut where it must be. */
export const smsText = (words: string, link: string | null): string => {
  const text = withoutAccents(words)
    .replace(/₫/g, 'd')
    .replace(/[^A-Za-z0-9 .,:;!?()'"%&/+_@#*=<>-]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const left = places - (link ? link.length + 1 : 0);
  if (left < 20) return text.slice(0, places);
  const short = text.length > left ? `${text.slice(0, left - 3).trimEnd()}...` : text;
  return link ? `${short} ${link}`.trimStart() : short;
};
