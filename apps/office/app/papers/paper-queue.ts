import type { listPapersToCheck, QueryOf } from '@chophien/contracts';

type Show = QueryOf<typeof listPapersToCheck>['show'];

interface Tab {
  /** As the address says it: `?muc=sap-het-han`. */
  key: string;
  show: Show;
  word: string;
  /** Which of them stands first. */
  order: string;
  empty: string;
}

/** The queue's parts; the first is opened when none is asked for. */
export const tabs: readonly [Tab, ...Tab[]] = [
  {
    key: 'cho-kiem-tra',
    show: 'waiting',
    word: 'Chờ kiểm tra',
    order: 'chờ lâu nhất đứng đầu',
    empty: 'Không có giấy tờ nào chờ kiểm tra',
  },
  {
    key: 'sap-het-han',
    show: 'expiring',
    word: 'Sắp hết hạn',
    order: 'gần hết hạn nhất đứng đầu',
    empty: 'Không có giấy tờ nào sắp hết hạn',
  },
  {
    key: 'het-han',
    show: 'expired',
    word: 'Đã hết hạn',
    order: 'hết hạn lâu nhất đứng đầu',
    empty: 'Không có giấy tờ nào hết hạn mà chưa có bản mới',
  },
];

/** The part an address asks for; nonsense is the first. */
export const tabOf = (asked: string | null): Tab => tabs.find(({ key }) => key === asked) ?? tabs[0];

/** How long a paper holds, or since when it does not. */
export const leftWords = (daysLeft: number | null): string => {
  if (daysLeft === null) return 'Không ghi hạn';
  if (daysLeft < 0) return `Hết hạn ${-daysLeft} ngày trước`;
  return daysLeft === 0 ? 'Hết hạn hôm nay' : `Còn ${daysLeft} ngày`;
};

/** Quarters of a turn, clockwise: `?xoay=90`. */
export const turnOf = (asked: string | null): number => ([90, 180, 270].includes(Number(asked)) ? Number(asked) : 0);
