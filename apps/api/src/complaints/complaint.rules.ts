import { type ComplaintState, Problem } from '@chophien/contracts';

/** Year and month, and a number that is never used again. */
export const numberOf = (count: number, day: string): string =>
  `KN-${day.slice(2, 4)}${day.slice(5, 7)}-${String(count).padStart(4, '0')}`;

/** Late is what is not decided past its time, and what was decided after it. */
export const isLate = ({ dueAt, decidedAt }: { dueAt: Date; decidedAt: Date | null }, now: Date): boolean =>
  (decidedAt ?? now) > dueAt;

/** @throws Problem complaints.decided */
export const mustBeOpen = (state: ComplaintState): void => {
  if (state === 'decided') throw new Problem('complaints.decided');
};

/** Decided, and for the first time: what was looked at twice goes on to an authority or a court. */
export const mayReopen = ({ state, reopenedAt }: { state: ComplaintState; reopenedAt: Date | null }): boolean =>
  state === 'decided' && reopenedAt === null;
