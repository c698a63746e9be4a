import type { FieldConflict, FieldTwin } from '@chophien/contracts';
import { type Entry, nextOf } from '../../phone/queue.ts';
import type { Kind } from '../entry.ts';

/** One entry in the phone's queue. What was sent keeps no content. */
export interface Queued extends Entry {
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
  state: Exclude<Entry['state'], 'draft'>;
  code?: string | undefined;
  sentences?: string[] | undefined;
  conflicts?: FieldConflict[] | undefined;
  twins?: FieldTwin[] | undefined;
}

/** Without these nothing else of the household can be done. */
const opens = (kind: Kind): boolean => kind === 'household' || kind.startsWith('consent-');

/** What goes next; what was written for a household waits for that household, and for its agreement. */
export const nextUp = (queue: readonly Queued[]): Queued | undefined =>
  nextOf(
    queue,
    ({ kind, household }) => (opens(kind) ? household : undefined),
    ({ household }) => household,
  );

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
