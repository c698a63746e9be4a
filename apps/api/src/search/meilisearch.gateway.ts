import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Meilisearch as Client, type EnqueuedTaskPromise, MeilisearchApiError, type Settings } from 'meilisearch';
import { env } from '../platform/env.ts';
import type { Tx } from '../platform/database.ts';
import { mostHits, SearchEngine } from './search-engine.ts';
import { type Question, type SearchDocument, tier, type Within } from './search.rules.ts';

/** Hits among which those with the accents asked for are put first: Meilisearch itself reads no accents. */
const reordered = 200;

type Stored = Omit<SearchDocument, 'publishedAt'> & { publishedAt: number };

/** Words in a Meilisearch of our own, through its official client. */
@Injectable()
export class Meilisearch extends SearchEngine {
  private readonly client: Client;
  private ready: Promise<void> | undefined;

  /** `uid` names the index: two systems may share one server. */
  constructor(private readonly uid = 'listings') {
    super();
    const { MEILISEARCH_URL: host = '', MEILISEARCH_KEY: apiKey } = env();
    this.client = new Client({ host, ...(apiKey ? { apiKey } : {}), timeout: 5_000 });
  }

  async put(_tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    this.ready ??= this.open(this.uid);
    await this.ready.catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    await done(this.client.index<Stored>(this.uid).addDocuments(documents.map(stored)));
  }

  async drop(_tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await done(this.client.index(this.uid).deleteDocuments([...ids])).catch(unlessAbsent);
  }

  async find(question: Question, within: Within, limit: number): Promise<string[]> {
    const filter = Object.entries(within).flatMap(([field, value]) =>
      value === undefined ? [] : [`${field} = ${JSON.stringify(value)}`],
    );
    try {
      const { hits } = await this.client.index<Stored>(this.uid).search(question.words.join(' '), {
        limit: Math.max(limit, question.accented ? reordered : 0),
        matchingStrategy: 'all',
        attributesToRetrieve: ['id', 'name', 'accentedName', 'accentedWords'],
        ...(filter.length > 0 ? { filter } : {}),
      });
      const ranked = question.accented ? hits.toSorted((a, b) => carries(question, a) - carries(question, b)) : hits;
      return ranked.slice(0, limit).map(({ id }) => id);
    } catch (error) {
      if (isAbsent(error)) return [];
      throw Object.assign(new Problem('platform.outside-failed', { provider: 'meilisearch' }), { cause: error });
    }
  }

  async rebuild(_tx: Tx, batches: AsyncIterable<SearchDocument[]>): Promise<void> {
    const next = `${this.uid}_next`;
    await done(this.client.deleteIndex(next)).catch(unlessAbsent);
    await this.open(next);
    for await (const batch of batches)
      await done(this.client.index<Stored>(next).addDocuments(batch.map(stored)), patience);
    await this.open(this.uid); // only two that exist can be swapped
    await done(this.client.swapIndexes([{ indexes: [this.uid, next], rename: false }]), patience);
    await done(this.client.deleteIndex(next));
  }

  private async open(uid: string): Promise<void> {
    await done(this.client.createIndex(uid, { primaryKey: 'id' })).catch((error: unknown) => {
      if (codeOf(error) !== 'index_already_exists') throw error;
    });
    await done(this.client.index(uid).updateSettings(settings));
  }
}

/** Milliseconds that a step of building anew may take. */
const patience = 600_000;

const settings: Settings = {
  searchableAttributes: ['name', 'words'],
  filterableAttributes: ['category', 'commune', 'province', 'storage'],
  sortableAttributes: ['publishedAt'],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'exactness', 'publishedAt:desc'],
  // Vietnamese syllables are short: what other languages leave alone is a mistyped word here.
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits: mostHits },
};

const stored = ({ publishedAt, ...document }: SearchDocument): Stored => ({
  ...document,
  publishedAt: publishedAt.getTime(),
});

const carries = (question: Question, hit: Stored): number => Math.min(tier(question, hit), 2);

/** Waits until a task is done, so that a listing that was put is found; at most so many milliseconds. */
const done = async (task: EnqueuedTaskPromise, timeout = 20_000): Promise<void> => {
  const { status, error } = await task.waitTask({ timeout, interval: 20 });
  if (status !== 'succeeded') throw Object.assign(new Error(error?.message ?? status), { code: error?.code });
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof MeilisearchApiError ? error.cause?.code : (error as { code?: string } | null)?.code;
const isAbsent = (error: unknown): boolean => codeOf(error) === 'index_not_found';
const unlessAbsent = (error: unknown): void => {
  if (!isAbsent(error)) throw error;
};
