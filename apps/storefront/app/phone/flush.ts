/// <reference lib="dom" />
import { type Area, leftOf } from './area.ts';
import { type Entry, patience } from './queue.ts';
import type { Shelves, Store } from './store.ts';

/** How a round of sending ended: nothing is left to send; no line; she must sign in; she may not be here any more. */
export type Ended = 'done' | 'later' | 'sign-in' | 'not-allowed';

/** A store with a queue in it. */
export type Queueing<E extends Entry> = Shelves & { queue: E };

export interface Sending<E extends Entry> {
  area: Area;
  /** What goes next, as it lies on the phone at that moment. */
  next: () => Promise<E | undefined>;
  /** Sends one; answers the status, 0 when none came. 200 means that it is settled, one way or the other. */
  send: (entry: E) => Promise<number>;
  /** Shows how it stands now. */
  told: () => Promise<void>;
}

/** Whoever waits so long has no line. */
export const waits = 20_000;
let again: ReturnType<typeof setTimeout> | undefined;
/** In a row, on this page: a page that is opened, and a line that comes back, begin anew. */
let failures = 0;

/**
 * Sends what waits, one at a time and on one page at a time. Whatever happens on the way, an entry leaves the queue only when
 * the server has said that it is done.
 */
export const flushAll = async <E extends Entry>(sending: Sending<E>): Promise<Ended> => {
  const { area, next, send, told } = sending;
  clearTimeout(again);
  const ended = await navigator.locks.request(area.mark, async (): Promise<Ended> => {
    for (;;) {
      const entry = await next();
      if (!entry) return 'done';
      await told();
      const status = await send(entry);
      await told();
      if (status === 401) return 'sign-in';
      if (status === 403) return 'not-allowed';
      if (status !== 200) {
        failures += 1;
        again = setTimeout(() => void flushAll(sending), patience(failures));
        return 'later';
      }
      failures = 0;
    }
  });
  await told();
  return ended;
};

/** No answer, or one that says nothing about the thing itself: it waits. */
export const passes = ({ status }: Response): boolean =>
  status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;

/** Writes an entry down, unless it was dropped meanwhile. */
export const keep = async <E extends Entry, S extends Queueing<E>>(
  store: Store<S>,
  entry: S['queue'],
): Promise<void> => {
  await store.change('queue', entry.seq, () => entry);
};

/** The line is back, or the page is looked at again. */
export const beginAnew = (): void => {
  failures = 0;
};

/** Sends when there is reason to think that the line is there: it is back, the page is looked at again. */
export const whenever = (send: () => void): void => {
  const anew = () => {
    beginAnew();
    send();
  };
  addEventListener('online', anew);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') anew();
  });
};

export const tellLeft = (area: Area, person: string, n: number): void =>
  localStorage.setItem(leftOf(area, person), String(n));

const day = 86_400_000;
/** What was sent is forgotten after a day. */
export const isOld = (one: Entry & { at: string }): boolean =>
  one.state === 'sent' && Date.now() - Date.parse(one.at) > day;
