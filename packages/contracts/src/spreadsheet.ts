import { z } from 'zod';

// What every list that comes in as a spreadsheet has in common: what is remarked of a cell, and how that is said.

/** Why a row is wrong, or what was mended in it; the words are the site's. */
export const ImportRemark = z
  .object({
    /** The column's head as it stands in the file; null: the row as a whole. */
    column: z.string().nullable(),
    /** `B12` */
    cell: z.string().nullable(),
    code: z.string(),
    /** What the sentence names: a value, a number of a row. */
    about: z.string().nullable(),
  })
  .meta({ id: 'ImportRemark' });
export type ImportRemark = z.infer<typeof ImportRemark>;

export type RemarkWords = Record<string, (about: string) => string>;

/** What is said of any cell and any file, whatever the list is of. */
export const sheetWords: RemarkWords = {
  // a cell
  formula: () => 'Ô này là công thức. Hãy chép ô, dán lại bằng “Dán giá trị” (Paste Values) rồi gửi lại.',
  merged: () => 'Ô này bị gộp với ô khác. Hãy bỏ gộp ô và ghi đủ từng dòng.',
  'lost-letters': (about) => `Chữ bị mất dấu, thành dấu hỏi: “${about}”. Hãy gõ lại có dấu.`,
  'old-letters': (about) =>
    `Chữ theo bảng mã cũ (TCVN3/ABC hoặc VNI): “${about}”. Hãy chuyển sang Unicode (Unikey: Ctrl + Shift + F6) rồi gửi lại.`,
  'too-long': (about) => `Ghi quá dài, chỉ được ${about} chữ.`,
  'filled-down': (about) => `Ô gộp: lấy “${about}” cho dòng này.`,
  // the file as a whole
  'windows-1258': () => 'Tệp theo bảng mã Windows-1258, đã đổi sang Unicode. Hãy xem kỹ dấu của các tên.',
  'hidden-sheet': (about) => `Trang ẩn “${about}” không được đọc.`,
  empty: () => 'Tệp này trống.',
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
  'no-sheet': () => 'Không tìm thấy trang tính đã chọn. Hãy gửi lại tệp.',
  gone: () => 'Tệp đã bị xoá. Hãy gửi lại.',
  unreadable: () => 'Không đọc được tệp này. Hãy mở bằng Excel, lưu lại rồi gửi.',
};

/** `Số điện thoại (ô D12): “123” không phải số điện thoại di động 10 số.` */
export const sentenceOf = (words: RemarkWords, { column, cell, code, about }: ImportRemark): string => {
  const sentence = words[code]?.(about ?? '') ?? code;
  const where = column ? `${column}${cell ? ` (ô ${cell})` : ''}: ` : '';
  return where + sentence;
};
