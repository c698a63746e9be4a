import { Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { text } from '@chophien/site';

/**
 * A day of birth out of three boxes, `YYYY-MM-DD`.
 * @throws Problem `platform.invalid-input` on `birthDate` when it is no real day of the last 120 years
 */
export const birthDayIn = (form: FormData, now: Date): string => {
  const [year, month, day] = [text(form, 'year'), text(form, 'month'), text(form, 'day')];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const today = vietnamDay(now);
  const earliest = `${Number(today.slice(0, 4)) - 120}${today.slice(4)}`;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00Z`) : new Date(Number.NaN);
  // 30 February would become 2 March.
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written);
  if (real && written > earliest && written < today) return written;
  throw new Problem('platform.invalid-input', { errors: [{ field: 'birthDate', rule: 'day', message: 'a day' }] });
};
