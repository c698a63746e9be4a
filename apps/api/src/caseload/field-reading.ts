import { vietnamDay } from '@chophien/kernel';
import type { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';

/** What is read out to a household at an instant, and for how many days an agreement usually holds. */
export async function readingAt(
  db: DataSource | Tx,
  at: Date,
): Promise<{ version: string; text: string; days: number }> {
  const [reading] = await rows<{ version: string; text: string; days: number }>(
    db,
    `select version, text, days from caseload.field_reading where valid_from <= $1::date
     order by valid_from desc, version desc limit 1`,
    [vietnamDay(at)],
  );
  if (!reading) throw new Error('no row says what is read out to a household');
  return reading;
}
