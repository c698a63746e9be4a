// Plain JavaScript, no packages: used before anything is installed, and by the TypeScript beside it.

/** Something a person at the terminal can mend: its message is one sentence, printed alone, without a stack trace. */
export class Fault extends Error {}

/**
 * One sentence for whatever went wrong. Known troubles of a machine (full disk, no permission, busy port, no network)
 * are named; anything else is repeated as it was said.
 * @param {unknown} error
 * @param {string} [where] what was being done or touched
 * @returns {string}
 */
export const sentence = (error, where = '') => {
  if (error instanceof Fault) return error.message;
  const { code, path, message: said } = /** @type {Partial<NodeJS.ErrnoException>} */ (error ?? {});
  const message = said ?? String(error);
  const text = `${code ?? ''} ${message}`;
  const place = path ?? where;
  if (/ENOSPC|No space left on device/i.test(text)) return `Đĩa đã đầy (ENOSPC)${at(place)}; dọn bớt chỗ rồi chạy lại.`;
  if (/EDQUOT/.test(text)) return `Đã hết hạn mức đĩa (EDQUOT)${at(place)}; dọn bớt chỗ rồi chạy lại.`;
  if (/EROFS/.test(text)) return `Hệ thống tệp chỉ cho đọc (EROFS)${at(place)}; hãy chép mã nguồn sang chỗ ghi được.`;
  if (/EACCES|EPERM|Permission denied/i.test(text)) {
    return `Không có quyền (permission)${at(place)}; hãy sửa chủ sở hữu hoặc chạy bằng đúng người dùng.`;
  }
  if (/EMFILE|ENFILE/.test(text)) return 'Quá nhiều tệp đang mở (EMFILE); hãy tăng ulimit -n rồi chạy lại.';
  if (/ENOMEM|Cannot allocate memory/i.test(text))
    return 'Máy đã hết bộ nhớ (ENOMEM); đóng bớt chương trình rồi chạy lại.';
  return `${where ? `${where}: ` : ''}${message.split('\n')[0]}`;
};

const at = (/** @type {string} */ place) => (place ? ` ở ${place}` : '');
