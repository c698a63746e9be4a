import type { ListingDetail } from '@chophien/contracts';
import { daysWords } from '@chophien/ui';
import { formatDay } from '@chophien/kernel';

type Windowed = Pick<ListingDetail, 'window' | 'sellFrom' | 'sellTo' | 'repeatsYearly' | 'inSeason'>;

/** The same day of the next year; 29 February becomes the first of March, as calendars have it. */
const yearLater = (day: string): string => {
  const [year, rest] = [Number(day.slice(0, 4)) + 1, day.slice(4)];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return rest === '-02-29' && !isLeap ? `${year}-03-01` : `${year}${rest}`;
};

/** When it is or will be sold, in a sentence; undefined for what is on sale all year. */
export const seasonWords = ({ window, sellFrom, sellTo, repeatsYearly, inSeason }: Windowed): string | undefined => {
  if (window === 'upcoming' && sellFrom) return `Sắp có: bán từ ${formatDay(sellFrom)}.`;
  if (window === 'ended') {
    return repeatsYearly && sellFrom
      ? `Đã hết mùa. Mùa sau bán từ ${formatDay(yearLater(sellFrom))}.`
      : 'Đã hết mùa. Người bán chưa báo ngày bán lại.';
  }
  const days = daysWords(sellFrom, sellTo);
  if (days) return `${inSeason ? 'Đang mùa: bán' : 'Bán'} ${days}${repeatsYearly ? ', năm nào cũng có' : ''}.`;
  return inSeason ? 'Đang mùa.' : undefined;
};
