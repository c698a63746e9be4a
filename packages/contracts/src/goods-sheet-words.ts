import { type ImportRemark, type RemarkWords, sentenceOf, sheetWords } from './spreadsheet.ts';

/** What is wrong in a sheet of goods, or was taken for granted in it, as one sentence each; on the site and in the file to mend. */
const words: RemarkWords = {
  ...sheetWords,
  // a cell
  missing: () => 'Ô này còn trống. Hãy ghi vào.',
  'missing-commodity': () => 'Chưa rõ loại hàng. Hãy chọn một loại trong trang “Giá trị cho phép” của tệp mẫu.',
  'may-not-be-empty': () => 'Ô này không được để trống.',
  'not-a-price': (about) => `“${about}” không phải là giá. Hãy ghi số đồng, ví dụ 25000 hoặc 25k.`,
  'price-range': (about) => `“${about}” là khoảng giá. Hãy ghi một giá.`,
  'price-too-small': (about) =>
    `Giá đọc được là ${about} đồng, thấp hơn 1.000. Nếu Excel đổi 25.000 thành 25, hãy gõ 25000.`,
  'price-too-large': (about) => `Giá “${about}” quá lớn.`,
  'price-of-other-unit': (about) => `Giá ghi cho một “${about}”, khác đơn vị ở cột Đơn vị.`,
  'unit-unknown': (about) =>
    `Không có đơn vị “${about}”. Hãy ghi: kg, yến, tạ, bó, con, trái, hộp, gói, chai, hũ, thùng, cái hoặc lít.`,
  'not-a-quantity': (about) => `“${about}” không phải là số lượng. Hãy ghi số, ví dụ 50 hoặc 1,5.`,
  'other-unit': (about) => `Ghi theo “${about.trim()}”, khác đơn vị bán của dòng này.`,
  'nothing-to-sell': () => 'Hàng mới phải có số lượng lớn hơn 0.',
  'not-a-pack': (about) => `Không hiểu cách đóng gói “${about}”. Hãy ghi như: 500 g, 1,5 kg, 0,5 lít, 10 trái.`,
  'not-a-choice': (about) => `Hãy ghi một trong: ${about}.`,
  'not-a-label': (about) => `Không hiểu nội dung nhãn “${about}”. Hãy ghi như: Thành phần: …; Hạn sử dụng: ….`,
  'label-too-long': (about) => `Mỗi mục trên nhãn nhiều nhất ${about} chữ.`,
  'not-a-day': (about) => `“${about}” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 20/06/2027.`,
  'day-without-year': (about) => `Ngày “${about}” chưa có năm. Hãy ghi ví dụ 20/06/2027.`,
  'commodity-unknown': (about) => {
    const [said, ...near] = about.split('|');
    return near.length > 0
      ? `Không có loại hàng “${said}”. Có phải: ${near.join(', ')}?`
      : `Không có loại hàng “${said}”. Hãy chọn trong trang “Giá trị cho phép” của tệp mẫu.`;
  },
  'name-form': () => 'Tên hàng phải có từ 3 đến 120 chữ.',
  'minimum-step': () => 'Mua ít nhất phải là bội của bước tăng.',
  'ends-before': () => 'Ngày cuối không được trước ngày đầu (và lặp lại hằng năm thì phải trong một năm).',
  'needs-both-days': () => 'Muốn lặp lại hằng năm thì phải ghi đủ “Bán từ ngày” và “Bán đến ngày”.',
  'pack-of-weight': () => 'Hàng bán theo cân thì để trống ô Đóng gói.',
  'not-by-weight': () => 'Chỉ hàng bán theo cân mới cân khi giao.',
  'not-taken': () => 'Ô này ghi chưa đúng.',
  'not-an-id': (about) => `“${about}” không phải mã hàng của sàn. Hàng mới thì để trống ô này.`,
  'id-unknown': () => 'Gian hàng này không có món mang mã đó. Hàng mới thì để trống ô này.',
  'several-of-name': () => 'Có nhiều món cùng tên và đơn vị. Hãy tải bảng hàng về và sửa theo Mã hàng.',
  twice: (about) => `Trùng với dòng ${about}.`,
  'unit-fixed': (about) => `Món đã đăng bán không đổi đơn vị được (đang là ${about}). Hãy đăng thành món mới.`,
  'may-not-count': () => 'Bạn chưa được giao việc đổi số lượng của gian hàng này.',
  'below-held': (about) => `Đang giữ ${about} cho khách đã đặt, nên không ghi ít hơn số đó.`,
  service: () => 'Đây là dịch vụ: trong bảng chỉ sửa được tên, giá và mô tả.',
  'picture-unknown': () => 'Không có mã hàng hay mã ảnh này trong gian hàng của bạn.',
  // taken for granted
  'comma-fraction': (about) => `“${about}” được đọc là số lẻ (dấu phẩy). Nếu là hàng nghìn, hãy ghi không có dấu phẩy.`,
  'commodity-guessed': (about) => `Xếp vào loại “${about}”.`,
  'commodity-of-name': (about) => `Chưa ghi loại hàng: theo tên, xếp vào “${about}”.`,
  'storage-usual': (about) => `Chưa ghi cách bảo quản: lấy “${about}” theo loại hàng.`,
  'known-by-name': () => 'Đã có món cùng tên: dòng này sửa món đó. Muốn đăng món mới, hãy đổi tên.',
  // the file as a whole
  'other-sheet': (about) => `Trang “${about}” không được đọc: không phải bảng hàng.`,
  'too-large': () => 'Tệp lớn quá 5 MB. Hãy xoá hình và trang không cần, hoặc chia thành nhiều tệp.',
  'no-goods': () => 'Không thấy dòng hàng nào. Hãy ghi hàng dưới dòng tiêu đề rồi gửi lại.',
  'not-seller': () => 'Người gửi bảng này không còn được bán cho gian hàng. Người khác của gian hàng có thể làm tiếp.',
  // why a row was not taken when it was entered
  'catalogue.producer-not-approved': () => 'Gian hàng chưa được duyệt hoặc đang tạm ngừng.',
  'catalogue.picture-unknown': () => 'Ảnh của dòng này không còn.',
  'catalogue.commodity-unknown': () => 'Loại hàng này không còn trong danh mục.',
  'catalogue.label-incomplete': (about) => `Hàng này phải ghi trên nhãn: ${about}. Hãy ghi vào cột “Nội dung nhãn”.`,
  'catalogue.label-field-unknown': () => 'Nhãn có mục không dùng nữa. Hãy bỏ mục đó.',
  'catalogue.kind-mismatch': () => 'Đây là dịch vụ: hãy đăng bằng trang “Đăng bán”, không đăng bằng bảng tính.',
  'catalogue.window-ended': () => 'Ngày cuối bán đã qua.',
  'catalogue.attribute-unknown': () => 'Món này có đặc điểm không dùng nữa. Hãy mở món để sửa.',
  'catalogue.not-found': () => 'Món này không còn trong gian hàng.',
  'catalogue.edited-meanwhile': () => 'Có người vừa sửa món này. Hãy gửi lại dòng này.',
  'catalogue.unit-fixed': () => 'Món đã đăng bán không đổi đơn vị được.',
  'catalogue.illegal-step': () => 'Món này đang ở bước khác nên chưa sửa được. Hãy mở món để xem.',
  'stock.too-little': () => 'Có khách vừa đặt nhiều hơn số lượng ghi ở đây.',
  'platform.invalid-input': () => 'Sàn chưa nhận nội dung của dòng này. Hãy xem lại các ô.',
  'platform.not-allowed': () => 'Bạn không còn quyền làm việc này cho gian hàng.',
  'platform.failed': () => 'Có lỗi ở phía sàn. Hãy gửi lại dòng này.',
};

export const goodsRemarkWords = (remark: ImportRemark): string => sentenceOf(words, remark);

/** What a file as a whole is refused for. */
export const goodsFileWords = (code: unknown, about: unknown): string | undefined =>
  typeof code === 'string' ? words[code]?.(typeof about === 'string' ? about : '') : undefined;
