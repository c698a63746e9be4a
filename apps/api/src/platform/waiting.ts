/** How much waits of one kind of work: how many, how many of them past their time, and since when the oldest. */
export interface Waiting {
  total: number;
  late: number;
  oldest: Date | null;
}

export const nothing: Waiting = { total: 0, late: 0, oldest: null };
