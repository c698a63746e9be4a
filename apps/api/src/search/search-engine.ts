import type { Tx } from '../platform/database.ts';
import type { Question, SearchDocument, Within } from './search.rules.ts';

/** Hits beyond these are not looked at: nobody reads so far, and a stranger must not make us. */
export const mostHits = 1_000;

/**
 * Finds listings by words. What it holds may be late: whoever shows hits asks the catalogue which are to be seen.
 * Writes are done one at a time for all processes (the caller sees to it, in `tx`).
 */
export abstract class SearchEngine {
  /** Writes these listings as they are now. */
  abstract put(tx: Tx, documents: readonly SearchDocument[]): Promise<void>;
  /** Forgets these listings. */
  abstract drop(tx: Tx, ids: readonly string[]): Promise<void>;
  /** Ids of at most `limit` listings, the best first. Typos and beginnings of words are tried where few answer exactly. */
  abstract find(question: Question, within: Within, limit: number): Promise<string[]>;
  /** Builds the index anew beside the one in use, then puts it in its place. Questions are answered all the while. */
  abstract rebuild(tx: Tx, batches: AsyncIterable<SearchDocument[]>): Promise<void>;
}
