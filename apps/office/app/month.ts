import { Month } from '@chophien/contracts';
import { vietnamMonth } from '@chophien/kernel';

/** How far back the list of months goes. */
const MONTHS = 24;

/** `2026-11` → `tháng 11/2026`. */
export const monthWords = (month: string): string => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

/** So many months on (back, when negative). */
export const monthsOn = (month: string, count: number): string => {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
};

/** The month an address asks for (`?thang=2026-11`): this one when it asks for none, for nonsense, or for the future. */
export const monthOf = (request: Request, now = new Date()): string => {
  const asked = Month.safeParse(new URL(request.url).searchParams.get('thang'));
  const current = vietnamMonth(now);
  return asked.success && asked.data <= current ? asked.data : current;
};

/** The months one can choose, this one first; the one that is shown is always among them. */
export const monthsToChoose = (shown: string, now = new Date()): string[] => {
  const months = Array.from({ length: MONTHS }, (_, back) => monthsOn(vietnamMonth(now), -back));
  return months.includes(shown) ? months : [...months, shown];
};

/** The days of a month, up to today when it is this month: `YYYY-MM-DD`. */
export const daysOf = (month: string, today: string): string[] => {
  const days: string[] = [];
  for (let at = new Date(`${month}-01T00:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10);
    if (!day.startsWith(month) || day > today) return days;
    days.push(day);
  }
};
