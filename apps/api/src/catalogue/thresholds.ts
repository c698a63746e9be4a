import { vietnamDay } from '@chophien/kernel';
import type { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import type { Threshold } from './review.entity.ts';

/** A number of the house as it holds at an instant. */
export const threshold = async (db: DataSource | Tx, name: Threshold['name'], at: Date): Promise<number> => {
  const [row] = await rows<{ value: number }>(
    db,
    `select value from catalogue.threshold where name = $1 and valid_from <= $2::date order by valid_from desc limit 1`,
    [name, vietnamDay(at)],
  );
  if (!row) throw new Error(`nothing says what ${name} is on ${vietnamDay(at)}`);
  return row.value;
};
