import { whole } from './whole.ts';

/** Where a day is a day. +07:00 all year; for instants since 13 June 1975 exact in both directions. */
export const ZONE = 'Asia/Ho_Chi_Minh';
const OFFSET = '+07:00';

/** From an instant up to, not including, the next. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

// Never the process's own zone: servers run in UTC, laptops in Hà Nội. h23, because `hour12: false` may say 24 at midnight.
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function wall(instant: Date): Record<Part, string> {
  const time = instant.getTime();
  // Years that four digits can say.
  if (!(time >= -62_135_596_800_000 && time < 253_402_275_600_000)) {
    throw new RangeError('instant: a time from year 1 to year 9999');
  }
  const parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const { type, value } of clock.formatToParts(instant)) if (type in parts) parts[type as Part] = value;
  return { ...parts, year: parts.year.padStart(4, '0') };
}

/** Midnight UTC of a calendar day: for counting days, never an instant in Vietnam. */
function calendar(field: string, day: string): Date {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`${field}: a calendar day as YYYY-MM-DD, not ${day}`);
  }
  return date;
}

const DAY = 86_400_000;
/** The instant a calendar day begins in Vietnam, seven hours before it does in Greenwich. */
const midnight = (day: Date): Date => new Date(day.getTime() - 7 * 3_600_000);

/**
 * The day in Vietnam at an instant, `YYYY-MM-DD`.
 * @throws RangeError if the date is invalid
 */
export function vietnamDay(instant: Date): string {
  const { year, month, day } = wall(instant);
  return `${year}-${month}-${day}`;
}

/** The month in Vietnam at an instant, `YYYY-MM`. Refuses as `vietnamDay` does. */
export const vietnamMonth = (instant: Date): string => vietnamDay(instant).slice(0, 7);

/**
 * A Vietnamese day as instants, the end not included.
 * @throws RangeError unless `day` is a real day, `YYYY-MM-DD`
 */
export function dayBounds(day: string): Span {
  const from = midnight(calendar('day', day));
  return { from, to: new Date(from.getTime() + DAY) };
}

/**
 * A Vietnamese month as instants, the end not included.
 * @throws RangeError unless `month` is `YYYY-MM`
 */
export function monthBounds(month: string): Span {
  const first = calendar('month', `${month}-01`);
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { from: midnight(first), to: midnight(next) };
}

/**
 * The day `count` days later (earlier if negative), `YYYY-MM-DD`.
 * @throws RangeError if the day is not real, the count not whole, or the answer outside years 0 to 9999
 */
export function addDays(day: string, count: number): string {
  const date = calendar('day', day);
  date.setUTCDate(date.getUTCDate() + whole('count', count, -4_000_000, 4_000_000));
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999))
    throw new RangeError(`count: a day from year 0 to 9999, not ${day} ${count} days on`);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another, negative when that was before. Refuses what is not a real day. */
export const daysBetween = (from: string, to: string): number =>
  (calendar('to', to).getTime() - calendar('from', from).getTime()) / DAY;

/** `2026-11-23` → `23/11/2026`. Refuses what is not a real day. */
export const formatDay = (day: string): string =>
  calendar('day', day).toISOString().slice(0, 10).split('-').reverse().join('/');

/** An instant by the clock in Vietnam: `08:05 23/11/2026`. Refuses as `vietnamDay` does. */
export function formatInstant(instant: Date): string {
  const { year, month, day, hour, minute } = wall(instant);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

/**
 * `yyyyMMddHHmmss` at GMT+7, the form of `vnp_CreateDate`, `vnp_ExpireDate` and `vnp_PayDate` (VNPay PAY API 2.1.0).
 * Milliseconds are dropped. Refuses as `vietnamDay` does.
 */
export function vnpayStamp(instant: Date): string {
  const { year, month, day, hour, minute, second } = wall(instant);
  return year + month + day + hour + minute + second;
}

/** The instant of a VNPay stamp, or `undefined` if the fourteen digits are not a time that existed. */
export function fromVnpayStamp(stamp: string): Date | undefined {
  const [, year, month, day, hour, minute, second] =
    /^((?!0000)\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(stamp) ?? [];
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${OFFSET}`);
  if (Number.isNaN(instant.getTime())) return undefined;
  // The parser turns 30 February into 2 March and 24:00 into tomorrow: only a stamp that comes back is one.
  return vnpayStamp(instant) === stamp ? instant : undefined;
}
