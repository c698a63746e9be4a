import type { WindowState } from '@chophien/contracts';
import { addDays } from '@chophien/kernel';

/** The days on which a thing is sold, both counted in, `YYYY-MM-DD`; null: no limit on that side. */
export interface Window {
  sellFrom: string | null;
  sellTo: string | null;
}

/** Whether it is sold on this day, by the calendar. */
export const windowOn = (day: string, { sellFrom, sellTo }: Window): WindowState => {
  if (sellTo !== null && day > sellTo) return 'ended';
  return sellFrom !== null && day < sellFrom ? 'upcoming' : 'open';
};

/** So many days before a window comes round again it is shown as coming up; until then it rests. */
export const comesUpDays = 30;

/** The same day some years later; 29 February becomes the 28th where there is none. */
export const yearsLater = (day: string, years: number): string => {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const rest = day.slice(4);
  const leap = new Date(`${year}-02-29T00:00:00Z`).getUTCMonth() === 1;
  return `${year}${rest === '-02-29' && !leap ? '-02-28' : rest}`;
};

/**
 * By how many years a window that comes round each year moves on this day: to the first one that is not over, once that is near
 * enough to be shown. Whoever was away for years lands on the same day as whoever looked each night. 0: it stays.
 */
export const yearsToMove = (today: string, { sellFrom, sellTo }: { sellFrom: string; sellTo: string }): number => {
  if (today <= sellTo) return 0;
  let years = Math.max(1, Number(today.slice(0, 4)) - Number(sellTo.slice(0, 4)));
  if (yearsLater(sellTo, years) < today) years += 1;
  return addDays(today, comesUpDays) >= yearsLater(sellFrom, years) ? years : 0;
};
