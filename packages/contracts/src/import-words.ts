import { type ImportRemark, type RemarkWords, sentenceOf, sheetWords } from './spreadsheet.ts';

/** What is wrong in a list of households, or was mended in it, as one sentence each; in the office and in the file to be corrected. */
const words: RemarkWords = {
  ...sheetWords,
  // a row
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
  'zero-added': (about) => `Đã thêm số 0 ở đầu: ${about}.`,
  'zero-added-citizen': () => 'Đã thêm số 0 ở đầu số căn cước.',
  'eleven-digits': (about) => `Số 11 chữ số cũ, đã đổi thành ${about}.`,
  'new-hamlet': (about) => `Thôn, ấp mới: “${about}” sẽ được thêm vào danh sách của xã.`,
  // the file as a whole
  'other-sheet': (about) => `Trang “${about}” không được đọc: không phải danh sách hộ.`,
  'too-large': () => 'Tệp lớn quá 10 MB. Hãy xoá hình và trang không cần, hoặc chia thành nhiều tệp.',
  'no-rows': () => 'Không thấy dòng nào có tên hộ. Hãy xem lại dòng tiêu đề và trang tính.',
  'not-in-office': () =>
    'Người cho ghi không còn phụ trách xã này, nên việc ghi đã dừng. Cán bộ khác của xã có thể bấm ghi tiếp.',
};

export const remarkWords = (remark: ImportRemark): string => sentenceOf(words, remark);

/** What a file as a whole is refused for. */
export const fileRefusedWords = (code: unknown, about: unknown): string | undefined =>
  typeof code === 'string' ? words[code]?.(typeof about === 'string' ? about : '') : undefined;
