/** The columns that a file to be mended has beside its own: what is wrong, and which row of which file it was (`1-12`). */
export const faultHead = 'Lỗi';
export const rowMark = 'Mã dòng';

/** Which row a mark names. */
export const markedRow = (mark: string): { part: number; line: number } | undefined => {
  const [, part, line] = /^'?(\d{1,3})-(\d{1,6})$/.exec(mark.trim()) ?? [];
  return part && line ? { part: Number(part), line: Number(line) } : undefined;
};
