import type { Counted } from './counts.rules.ts';
import type { SearchDocument } from './document.rules.ts';
import type { Asked } from './filter.rules.ts';
import type { Question, Synonyms } from './question.rules.ts';

/** Hits beyond these are not looked at: nobody reads so far, and a stranger must not make us. */
export const mostHits = 1_000;

export interface Hits {
  /** Listings, the first first. */
  ids: string[];
  total: { count: number; more: boolean };
  facets?: Record<string, Counted[]> | undefined;
}

/** Listings as they are now, and those that are no longer to be found. */
export interface Change {
  put: readonly SearchDocument[];
  drop: readonly string[];
}

/** How an engine is built anew: beside the one in use, which answers all the while. */
export interface Rebuilding {
  /** All listings, batch after batch. */
  batches: AsyncIterable<SearchDocument[]>;
  /** What changed since it began, as it is now, once each; asked until it answers none, and again while nobody else writes. */
  changed: () => Promise<Change | undefined>;
}

/**
 * Finds listings by words, and narrows and orders them. What it holds may be late: whoever shows hits asks the catalogue
 * which are to be seen.
 */
export abstract class SearchEngine {
  abstract readonly name: 'postgresql' | 'meilisearch';
  /**
   * Does `work` while nobody else writes to this index, in any process: what it reads inside is then not older than what
   * another wrote. False when another is at it, who will see what waits.
   */
  abstract alone(work: (write: (change: Change) => Promise<void>) => Promise<void>): Promise<boolean>;
  /** The best of what the words find within the filters. Typos and beginnings of words are tried where few answer exactly. */
  abstract find(question: Question, asked: Asked): Promise<Hits>;
  /** Builds the index anew beside the one in use, then puts it in its place. */
  abstract rebuild(rebuilding: Rebuilding): Promise<void>;
  /** Of these listings, what it holds and in which state; for comparing. */
  abstract held(ids: readonly string[]): Promise<Map<string, string>>;
  /** Ids of a part of all that it holds; none where that is kept true by the database itself. */
  slice(_offset: number, _limit: number): Promise<string[]> {
    return Promise.resolve([]);
  }
  /** Words that mean the same from now on; nothing to do where they come with the question. */
  abstract know(synonyms: Synonyms): Promise<void>;
}
