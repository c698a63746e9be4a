import { vietnamDay } from '@chophien/kernel';
import type { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';

export type TimeLimitName =
  | 'suspension-notice'
  | 'suspension-order'
  | 'payout-freeze'
  | 'review-hold'
  | 'review-answer'
  | 'expiring-soon';

const hour = 3_600_000;

/** How long something may take, in milliseconds, as it holds at an instant. A day is 24 hours. */
export async function timeLimit(db: DataSource | Tx, name: TimeLimitName, at: Date): Promise<number> {
  const [row] = await rows<{ amount: number; unit: 'hours' | 'days' }>(
    db,
    `select amount, unit from onboarding.time_limit where name = $1 and valid_from <= $2::date
     order by valid_from desc limit 1`,
    [name, vietnamDay(at)],
  );
  if (!row) throw new Error(`nothing limits ${name} on ${vietnamDay(at)}`);
  return row.amount * (row.unit === 'hours' ? hour : 24 * hour);
}

/** The same in whole days. */
export const daysOf = async (db: DataSource | Tx, name: TimeLimitName, at: Date): Promise<number> =>
  Math.floor((await timeLimit(db, name, at)) / (24 * hour));
