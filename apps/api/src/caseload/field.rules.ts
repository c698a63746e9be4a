import type { AnswerItem, Beat, FieldConflict, FieldEntry } from '@chophien/contracts';
import { addDays } from '@chophien/kernel';

/** Whether a household lies in a helper's hamlets; one without a hamlet only in a whole commune. */
export const inBeat = (beats: readonly Beat[], place: { commune: string; hamlet: string | null }): boolean =>
  beats.some(
    ({ commune, hamlets }) =>
      commune === place.commune && (!hamlets || (place.hamlet !== null && hamlets.includes(place.hamlet))),
  );

export interface Typed {
  item: AnswerItem;
  value: string | string[] | null;
  /** When it was typed, by the phone. */
  at: string;
  /** The instant of the answer that was shown then; null: there was none; absent: nobody said. */
  seen?: string | null | undefined;
}

export interface Standing {
  item: AnswerItem;
  value: string | string[];
  at: string;
  /** Who gave it, and her name. */
  by: string | null;
  byName: string | null;
}

/**
 * What may be saved, and what somebody else answered otherwise since it was shown: there both are shown and nothing is saved.
 * Her own earlier answers are nobody else's, also those her phone had not sent yet when she typed this. What may be saved counts as
 * later than what it replaces, whatever her clock says.
 */
export const weighAnswers = (
  typed: readonly Typed[],
  standing: readonly Standing[],
  me: string | null,
): { free: Typed[]; conflicts: FieldConflict[] } => {
  const known = new Map(standing.map((one) => [one.item, one]));
  const conflicts = typed.flatMap((mine): FieldConflict[] => {
    const theirs = known.get(mine.item);
    if (!theirs || same(mine.value, theirs.value) || (me !== null && theirs.by === me)) return [];
    // Without a word about what was shown, it is the later of the two that stands.
    const before = mine.seen === undefined ? mine.at : (mine.seen ?? '');
    if (before !== '' && Date.parse(theirs.at) <= Date.parse(before)) return [];
    const { item, value } = mine;
    return [{ item, mine: value, theirs: theirs.value, theirsAt: theirs.at, theirsBy: theirs.byName }];
  });
  const caught = new Set(conflicts.map(({ item }) => item));
  const free = typed
    .filter(({ item }) => !caught.has(item))
    .map((mine) => ({ ...mine, at: after(mine.at, known.get(mine.item)?.at) }));
  return { free, conflicts };
};

const after = (at: string, before: string | undefined): string =>
  before === undefined || Date.parse(at) > Date.parse(before) ? at : new Date(Date.parse(before) + 1).toISOString();

const same = (one: Typed['value'], other: Typed['value']): boolean => sorted(one) === sorted(other);
const sorted = (value: Typed['value']): string => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);

/** How far a phone's clock is off, in milliseconds to be added; nothing when it did not say what time it has. */
export const clockOff = (sent: string | undefined, now: Date): number =>
  sent === undefined ? 0 : now.getTime() - Date.parse(sent);

/** An instant of the phone on our clock, never later than now. */
export const onOurClock = (at: string, off: number, now: Date): string =>
  new Date(Math.min(Date.parse(at) + off, now.getTime())).toISOString();

/** The last day of an agreement: as was said, or as long as is usual. */
export const lastDay = (said: string | undefined, today: string, days: number): string => said ?? addDays(today, days);

/** What makes an entry the same one again: everything but the phone's clock when it sent it. */
export const contentOf = ({ kind, household, at, body }: FieldEntry): string =>
  JSON.stringify([kind, household, at, stable(body)]);

const stable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => [name, stable(one)]);
};
