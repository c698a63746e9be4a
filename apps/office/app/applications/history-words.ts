const words: Record<string, string> = {
  started: 'Bắt đầu hồ sơ',
  submitted: 'Nộp hồ sơ',
  taken: 'Nhận xem',
  'passed-on': 'Chuyển người xem',
  returned: 'Trả lại để bổ sung',
  approved: 'Duyệt hồ sơ',
  activated: 'Bán hàng được',
  'wish-agreed': 'Đồng ý cho đổi',
  'wish-declined': 'Không đồng ý cho đổi',
  'suspension-announced': 'Báo trước việc tạm ngừng',
  'suspension-dropped': 'Bỏ việc tạm ngừng',
  suspended: 'Tạm ngừng gian hàng',
  reinstated: 'Mở lại gian hàng',
  closed: 'Đóng gian hàng',
};

/** What stands beside it: `address: why` for each item it was about, with the items by name. */
export const noteWords = (note: string, word: (item: string) => string): string =>
  note
    .split('\n')
    .map((line) => {
      const [, item, rest] = /^([a-z0-9-]{2,60})(: .*)?$/.exec(line) ?? [];
      return item ? `${word(item)}${rest ?? ''}` : line;
    })
    .join('\n');

/** What happened to an application, in words; a thing without words is told as the API says it. */
export const historyWords = (what: string): string => (Object.hasOwn(words, what) ? words[what]! : what);
