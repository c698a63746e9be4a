import { formatDay, formatInstant, formatQuantity, vietnamDay } from '@chophien/kernel';

/** An instant of the API (`…Z`) by the clock in Vietnam: `08:05 23/11/2026`. */
export const when = (instant: string): string => formatInstant(new Date(instant));

/** The day of an instant in Vietnam: `23/11/2026`. */
export const whenDay = (instant: string): string => formatDay(vietnamDay(new Date(instant)));

/** A length of time in words: `2 giờ 5 phút`, `40 giây`. */
export const duration = (seconds: number): string => {
  if (seconds < 60) return `${Math.round(seconds)} giây`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} giờ` : `${hours} giờ ${minutes % 60} phút`;
  return `${Math.floor(hours / 24)} ngày ${hours % 24} giờ`;
};

/** Thousandths as a person types them, without the unit: `1500` → `1,5`. */
export const typedQuantity = (quantity: number): string => formatQuantity(quantity, 'kg').replace(/\s.*$/, '');
