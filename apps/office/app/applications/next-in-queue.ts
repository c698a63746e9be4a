import { listReviews, Problem } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';

/** Where to go after a decision: the application that waits longest, or the empty queue; it says what was decided. */
export const nextInQueue = async ({ call }: Visitor, decided: string, done: string): Promise<string> => {
  const found = await call(listReviews, { query: { status: 'submitted', page: 1 } }).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
  const next = found?.items.find(({ id }) => id !== decided);
  const told = new URLSearchParams({ xong: done, truoc: decided });
  return next ? `/ho-so/${next.id}?${told}` : `/ho-so?${told}`;
};
