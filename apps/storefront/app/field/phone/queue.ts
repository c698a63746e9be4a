import type { FieldConflict, FieldTwin } from '@chophien/contracts';
import type { Kind } from '../entry.ts';

/** One entry in the phone's queue. What was sent keeps no content. */
export interface Queued {
  /** In the order they were made. */
  seq: number;
  /** The entry's own id, under which the server does it once. */
  id: string;
  kind: Kind;
  household: string;
  /** Whose it is, for the list. */
  name: string;
  at: string;
  body: Record<string, unknown> | null;
  /** As it stood in the form, to be mended. */
  typed: [string, string][];
  /** The slip's id; its picture lies sealed beside the queue. */
  paper?: string | undefined;
  state: 'wait' | 'sending' | 'sent' | 'fix';
  code?: string | undefined;
  sentences?: string[] | undefined;
  conflicts?: FieldConflict[] | undefined;
  twins?: FieldTwin[] | undefined;
}

/** Without these nothing else of the household can be done. */
const opens = (kind: Kind): boolean => kind === 'household' || kind.startsWith('consent-');

/**
 * What goes next: the oldest that waits, unless something before it, without which it would be refused, must be mended first.
 * What was being sent when the browser was closed waits again.
 */
export const nextUp = (queue: readonly Queued[]): Queued | undefined => {
  const blocked = new Set<string>();
  for (const one of queue.toSorted((a, b) => a.seq - b.seq)) {
    if (one.state === 'sent' || blocked.has(one.household)) continue;
    if (one.state !== 'fix') return one;
    if (opens(one.kind)) blocked.add(one.household);
  }
  return undefined;
};

/** Milliseconds until it is tried again, after so many failures in a row: 5 s, 15 s, 45 s, two minutes at most. */
export const patience = (failures: number): number => Math.min(120_000, 5_000 * 3 ** Math.min(failures - 1, 6));

export const unsent = (queue: readonly Queued[]): Queued[] => queue.filter(({ state }) => state !== 'sent');

/** It is a household that was there: everything written for the new one is written for that. */
export const sameAs = (queue: readonly Queued[], mine: string, theirs: string): Queued[] =>
  queue
    .filter(({ household, kind, state }) => household === mine && kind !== 'household' && state !== 'sent')
    .map((one) => ({ ...one, household: theirs, state: 'wait' as const, id: crypto.randomUUID() }));

/** Her own words after she has seen the others': they now count as seen. */
export const insisting = (entry: Queued): Queued => {
  const conflicts = entry.conflicts ?? [];
  const answers = conflicts.map(({ item, mine, theirsAt }) => ({
    item,
    value: mine,
    at: new Date().toISOString(),
    seen: theirsAt,
  }));
  return { ...entry, ...renewed(), body: { answers } };
};

/** It is another household than those that look the same. */
export const another = (entry: Queued): Queued => ({ ...entry, ...renewed(), body: { ...entry.body, other: true } });

/** A corrected entry is a new one: the server knows the old id with the old content. */
const renewed = () => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  state: 'wait' as const,
  code: undefined,
  sentences: undefined,
  conflicts: undefined,
  twins: undefined,
});
