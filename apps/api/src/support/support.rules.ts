import { Problem, type SupportState } from '@chophien/contracts';

/** What kind of request, year and month, and a number that is never used again. */
export const numberOf = (kind: 'HT' | 'CQ' | 'DL', count: number, day: string): string =>
  `${kind}-${day.slice(2, 4)}${day.slice(5, 7)}-${String(count).padStart(4, '0')}`;

/** Late is what is not closed past its time, and what was closed after it. */
export const isLate = ({ dueAt, closedAt }: { dueAt: Date; closedAt: Date | null }, now: Date): boolean =>
  (closedAt ?? now) > dueAt;

/** @throws Problem support.closed */
export const mustNotBeClosed = (state: SupportState): void => {
  if (state === 'closed') throw new Problem('support.closed');
};

/** Who wrote last decides what it waits for. */
export const stateAfter = (side: 'asker' | 'office'): SupportState => (side === 'asker' ? 'open' : 'answered');
