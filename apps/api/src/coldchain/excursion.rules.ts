import type { Excursion } from './detector.rules.ts';

/** An excursion as it stands in the book, with what was last said of it. */
export interface KnownExcursion extends Excursion {
  id: string;
  said: Pick<Excursion, 'until' | 'outside' | 'peak'>;
}

export type Change =
  | { kind: 'new'; excursion: Excursion }
  | { kind: 'changed'; id: string; excursion: Excursion; material: boolean }
  | { kind: 'withdrawn'; excursion: KnownExcursion };

/** Longer by this much, or worse by this many °C, is worth saying again. */
const worthSaying = { outside: 30 * 60_000, peak: 1 };

/**
 * What the readings say now against what was said before: the same excursion is the one of its side that it overlaps,
 * the one that was said first. Late readings move, lengthen, merge, split and withdraw; nothing is said twice.
 */
export const compare = (known: readonly KnownExcursion[], found: readonly Excursion[]): Change[] => {
  const left = [...known].sort((a, b) => a.confirmed - b.confirmed);
  const changes: Change[] = [];
  for (const excursion of [...found].sort((a, b) => a.from - b.from)) {
    const index = left.findIndex((one) => one.side === excursion.side && overlaps(one, excursion));
    const before = index < 0 ? undefined : left.splice(index, 1)[0];
    if (!before) changes.push({ kind: 'new', excursion });
    else if (!same(before, excursion)) {
      changes.push({ kind: 'changed', id: before.id, excursion, material: isMaterial(before, excursion) });
    }
  }
  // Withdrawals first: another may take the place of one in the book.
  return [...left.map((excursion): Change => ({ kind: 'withdrawn', excursion })), ...changes];
};

const overlaps = (a: Excursion, b: Excursion): boolean =>
  a.from < (b.until ?? Number.POSITIVE_INFINITY) && b.from < (a.until ?? Number.POSITIVE_INFINITY);

const same = (a: Excursion, b: Excursion): boolean =>
  (['from', 'confirmed', 'until', 'peak', 'outside', 'state'] as const).every((field) => a[field] === b[field]);

/** It ended, went on after all, or became much longer or worse than was last said. */
const isMaterial = ({ said, side }: KnownExcursion, now: Excursion): boolean =>
  said.until !== now.until ||
  now.outside - said.outside >= worthSaying.outside ||
  (side === 'high' ? now.peak - said.peak : said.peak - now.peak) >= worthSaying.peak;
