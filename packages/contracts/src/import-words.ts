import type { ImportRemark } from './caseload.ts';

type Say = (about: string) => string;

/** What is wrong in a list, or was mended in it, as one sentence each; in the office and in the file to be corrected. */
const words: Record<string, Say> = {
  // a row
  formula: () => 'Ô này là công thức. Hãy chép ô, dán lại bằng “Dán giá trị” (Paste Values) rồi gửi lại.',
  merged: () => 'Ô này bị gộp với ô khác. Hãy bỏ gộp ô và ghi đủ từng dòng.',
  'lost-letters': (about) => `Chữ bị mất dấu, thành dấu hỏi: “${about}”. Hãy gõ lại có dấu.`,
  'old-letters': (about) =>
    `Chữ theo bảng mã cũ (TCVN3/ABC hoặc VNI): “${about}”. Hãy chuyển sang Unicode (Unikey: Ctrl + Shift + F6) rồi gửi lại.`,
  'too-long': (about) => `Ghi quá dài, chỉ được ${about} chữ.`,
  'kind-unknown': (about) => `Không rõ loại “${about}”. Hãy ghi: Hộ gia đình, Hợp tác xã hoặc Tổ hợp tác.`,
  'not-a-name': (about) => `“${about}” không phải là tên. Hãy ghi họ tên đầy đủ.`,
  'name-missing': () => 'Chưa có họ tên chủ hộ.',
  'other-commune': (about) => `Dòng này ghi xã “${about}”, không phải xã đang nhập. Hãy nhập ở đúng xã.`,
  scientific: (about) =>
    `Số bị Excel đổi thành dạng ${about}, đã mất chữ số. Hãy đặt cột là Văn bản (Text) rồi gõ lại đủ số.`,
  'not-a-phone': (about) => `“${about}” không phải số điện thoại di động 10 số.`,
  'too-many-phones': () => 'Quá nhiều số điện thoại, nhiều nhất 5 số một hộ.',
  'not-a-citizen-number': () => 'Số căn cước phải đủ 12 chữ số, bắt đầu bằng mã tỉnh (001 đến 096).',
  'old-citizen-number': () => 'Đây là số chứng minh nhân dân cũ 9 số. Hãy ghi số căn cước 12 số, hoặc để trống.',
  // mended, or to be known
  'filled-down': (about) => `Ô gộp: lấy “${about}” cho dòng này.`,
  'zero-added': (about) => `Đã thêm số 0 ở đầu: ${about}.`,
  'zero-added-citizen': () => 'Đã thêm số 0 ở đầu số căn cước.',
  'eleven-digits': (about) => `Số 11 chữ số cũ, đã đổi thành ${about}.`,
  'new-hamlet': (about) => `Thôn, ấp mới: “${about}” sẽ được thêm vào danh sách của xã.`,
  // the file as a whole
  'windows-1258': () => 'Tệp theo bảng mã Windows-1258, đã đổi sang Unicode. Hãy xem kỹ dấu của các tên.',
  'hidden-sheet': (about) => `Trang ẩn “${about}” không được đọc.`,
  'other-sheet': (about) => `Trang “${about}” không được đọc: không phải danh sách hộ.`,
  empty: () => 'Tệp này trống.',
  'too-large': () => 'Tệp lớn quá 10 MB. Hãy xoá hình và trang không cần, hoặc chia thành nhiều tệp.',
  'too-many-rows': (about) =>
    `Danh sách quá dài: mỗi tệp nhiều nhất ${Number(about).toLocaleString('vi-VN')} dòng. Hãy chia thành nhiều tệp.`,
  bomb: () => 'Tệp này nén bất thường nên không mở. Hãy lưu lại bằng Excel rồi gửi.',
  encrypted: () => 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
  'old-excel': () => 'Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
  macros: () => 'Tệp có chương trình (macro). Hãy lưu thành .xlsx không có macro rồi gửi lại.',
  'not-a-workbook': () => 'Tệp hỏng hoặc không phải tệp Excel.',
  'not-a-list': () => 'Tệp này không phải danh sách. Hãy gửi tệp Excel (.xlsx) hoặc CSV.',
  'not-text': () => 'Tệp này không phải danh sách. Hãy gửi tệp Excel (.xlsx) hoặc CSV.',
  quotes: (about) => `Tệp CSV có dấu ngoặc kép mở mà không đóng, từ dòng ${about}.`,
  'no-rows': () => 'Không thấy dòng nào có tên hộ. Hãy xem lại dòng tiêu đề và trang tính.',
  'no-sheet': () => 'Không tìm thấy trang tính đã chọn. Hãy gửi lại tệp.',
  gone: () => 'Tệp đã bị xoá. Hãy gửi lại.',
  unreadable: () => 'Không đọc được tệp này. Hãy mở bằng Excel, lưu lại rồi gửi.',
  'not-in-office': () =>
    'Người cho ghi không còn phụ trách xã này, nên việc ghi đã dừng. Cán bộ khác của xã có thể bấm ghi tiếp.',
};

/** `Số điện thoại (ô D12): “123” không phải số điện thoại di động 10 số.` */
export const remarkWords = ({ column, cell, code, about }: ImportRemark): string => {
  const sentence = words[code]?.(about ?? '') ?? code;
  const where = column ? `${column}${cell ? ` (ô ${cell})` : ''}: ` : '';
  return where + sentence;
};

/** What a file as a whole is refused for. */
export const fileRefusedWords = (code: unknown, about: unknown): string | undefined =>
  typeof code === 'string' ? words[code]?.(typeof about === 'string' ? about : '') : undefined;
