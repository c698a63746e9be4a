const day = 86_400_000;

const isWorking = (date: Date, holidays: ReadonlySet<string>): boolean => {
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date.toISOString().slice(0, 10));
};

/**
 * The last instant of the day that is so many working days after a day (`YYYY-MM-DD`, in Vietnam). Saturdays, Sundays and
 * holidays do not count, nor does the day itself.
 */
export const endOfWorkingDay = (from: string, count: number, holidays: ReadonlySet<string>): Date => {
  let date = new Date(`${from}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    date = new Date(date.getTime() + day);
    if (isWorking(date, holidays)) left -= 1;
  }
  return endOfDay(date.toISOString().slice(0, 10));
};

/** The last instant of the day that is so many days after another. */
export const endOfDayAfter = (from: string, days: number): Date =>
  endOfDay(new Date(new Date(`${from}T00:00:00Z`).getTime() + days * day).toISOString().slice(0, 10));

const endOfDay = (date: string): Date => new Date(new Date(`${date}T23:59:59.999+07:00`).getTime());
