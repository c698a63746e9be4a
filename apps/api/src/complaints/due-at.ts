import { Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { rows, type Tx } from '../platform/database.ts';
import type { Support } from '../support/index.ts';
import * as sql from './complaint.sql.ts';

/** Until when a complaint of this topic must be decided whose time begins to run now. @throws Problem complaints.topic-unknown */
export const dueAt = async (tx: Tx, support: Support, topic: string, now: Date): Promise<Date> => {
  const day = vietnamDay(now);
  const known = await rows<{ id: string; workingDays: number }>(tx, sql.topics, [day]);
  const found = known.find(({ id }) => id === topic);
  if (!found) throw new Problem('complaints.topic-unknown');
  return support.endOfWorkingDay(tx, day, found.workingDays);
};
