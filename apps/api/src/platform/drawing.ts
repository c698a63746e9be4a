import { Problem } from '@chophien/contracts';
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

/** Pictures waiting for their turn, besides the one being worked on. */
const mostWaiting = 8;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * One picture at a time in this process: a decoded photograph is a hundred megabytes.
 * @throws Problem platform.busy when too many are waiting
 */
export const inTurn = async <T>(work: () => Promise<T>, most = mostWaiting): Promise<T> => {
  if (waiting >= most) throw new Problem('platform.busy', { retryAfter: 2 });
  waiting++;
  const turn = last.then(work).finally(() => waiting--);
  last = turn.catch(() => undefined);
  return turn;
};

/** The library, as it was set here: no cache, one thread to a picture. */
export { sharp };
