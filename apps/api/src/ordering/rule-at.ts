import { vietnamDay } from '@chophien/kernel';
import type { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { ruleAt } from './order.sql.ts';

/** What a dated row says on the day of that moment; without one nothing is allowed. */
const limitAt = async (db: Tx | DataSource, name: string, at: Date): Promise<number> => {
  const [found] = await rows<{ amount: number }>(db, ruleAt, [name, vietnamDay(at)]);
  return found?.amount ?? 0;
};

/** Hours after the hand-over in which a buyer may say that something was wrong. */
export const claimWithin = (db: Tx | DataSource, at: Date): Promise<number> => limitAt(db, 'claim-within', at);

/** Hours in which a producer answers a claim; after that an official decides without her. */
export const claimAnswerWithin = (db: Tx | DataSource, at: Date): Promise<number> =>
  limitAt(db, 'claim-answer-within', at);

/** Hours after its end in which something can be written about a parcel. */
export const notesWithin = (db: Tx | DataSource, at: Date): Promise<number> => limitAt(db, 'notes-within', at);

/** How much can be written about one parcel. */
export const mostNotes = (db: Tx | DataSource, at: Date): Promise<number> => limitAt(db, 'notes-most', at);

/** How many days a producer may be away at a time. */
export const longestAway = (db: Tx | DataSource, at: Date): Promise<number> => limitAt(db, 'away-longest', at);

/** How far a parcel's weight may differ from what was ordered without a reason, in basis points. */
export const weighingTolerance = (db: Tx | DataSource, at: Date): Promise<number> =>
  limitAt(db, 'weighing-tolerance', at);
