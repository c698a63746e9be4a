import { Problem } from '@chophien/contracts';

/**
 * A day as people write it, `15/3/2027` or `15-03-2027` or as the phone's own box gives it, as `YYYY-MM-DD`; undefined when
 * nothing was written.
 * @throws Problem `platform.invalid-input` on the field when it is no day of the calendar
 */
export const typedDay = (typed: string, field: string): string | undefined => {
  if (typed === '') return undefined;
  const [, day, month, year] = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(typed) ?? [];
  const written = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : typed;
  const real = /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00Z`) : new Date(Number.NaN);
  // 30 February would become 2 March.
  if (!Number.isNaN(real.getTime()) && real.toISOString().startsWith(written)) return written;
  throw new Problem('platform.invalid-input', { errors: [{ field, rule: 'day', message: 'a day' }] });
};
