/** One thing on its way to the server. */
export interface Entry {
  /** In the order they were made. */
  seq: number;
  state: 'draft' | 'wait' | 'sending' | 'sent' | 'fix';
}

/**
 * What goes next: the oldest that waits, unless something before it, without which it would be refused, must be mended first.
 * What was being sent when the browser was closed waits again.
 * @param opens under which name a thing that must be mended stands in the way of others, if it does
 * @param belongs under which name a thing waits for such
 */
export const nextOf = <E extends Entry>(
  queue: readonly E[],
  opens: (one: E) => string | undefined = () => undefined,
  belongs: (one: E) => string | undefined = () => undefined,
): E | undefined => {
  const blocked = new Set<string | undefined>();
  for (const one of queue.toSorted((a, b) => a.seq - b.seq)) {
    if (one.state === 'sent' || one.state === 'draft') continue;
    const name = belongs(one);
    if (name !== undefined && blocked.has(name)) continue;
    if (one.state !== 'fix') return one;
    if (opens(one) !== undefined) blocked.add(opens(one));
  }
  return undefined;
};

/** Milliseconds until it is tried again, after so many failures in a row: 5 s, 15 s, 45 s, two minutes at most. */
export const patience = (failures: number): number => Math.min(120_000, 5_000 * 3 ** Math.min(failures - 1, 6));

export const unsent = <E extends Entry>(queue: readonly E[]): E[] => queue.filter(({ state }) => state !== 'sent');

/** A number behind all others, and never one that was used before. */
export const nextSeq = (queue: readonly Entry[]): number =>
  Math.max(queue.reduce((last, { seq }) => Math.max(last, seq), 0) + 1, Date.now());
