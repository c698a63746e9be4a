import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@chophien/contracts';
import { Meilisearch as Client, type EnqueuedTaskPromise, MeilisearchApiError, type Settings } from 'meilisearch';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { capped } from './counts.rules.ts';
import { type Asked, farness, mostCounted } from './filter.rules.ts';
import {
  carries,
  conditions,
  facetQueries,
  facetsOf,
  sortOf,
  type Stored,
  stored,
  synonymSettings,
} from './meilisearch.rules.ts';
import type { Question, Synonyms } from './question.rules.ts';
import { type Change, type Hits, mostHits, type Rebuilding, SearchEngine } from './search-engine.ts';

/** Hits among which those with the accents and the amount asked for are put first. */
const reordered = 200;
/** Milliseconds for which an answer is waited: a shop that waits longer is asked elsewhere. */
const patience = { answer: 800, task: 20_000, rebuild: 600_000 };

const Hit = z.object({
  id: z.uuid(),
  accentedName: z.string(),
  accents: z.array(z.string()),
  measures: z.array(z.string()),
  commune: z.string(),
  province: z.string(),
});
const Answer = z.object({
  hits: z.array(z.unknown()),
  totalHits: z.int(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
});
const retrieved = Object.keys(Hit.shape);

/** Words in a Meilisearch of our own, through its official client. */
export class Meilisearch extends SearchEngine {
  readonly name = 'meilisearch';
  private readonly client: Client;
  private readonly asking: Client;
  private ready: Promise<void> | undefined;
  private synonyms: Synonyms = [];

  /** `uid` names the index: two systems may share one server. */
  constructor(
    private readonly db: DataSource,
    private readonly uid = 'listings',
  ) {
    super();
    const { MEILISEARCH_URL: host = '', MEILISEARCH_KEY: apiKey } = env();
    const config = { host, ...(apiKey ? { apiKey } : {}) };
    this.client = new Client({ ...config, timeout: 5_000 });
    this.asking = new Client({ ...config, timeout: patience.answer });
  }

  /** A lease in our database: whoever has it writes; it ends by itself when its holder is gone. */
  async alone(work: (write: (change: Change) => Promise<void>) => Promise<void>): Promise<boolean> {
    const taken = await rows(this.db, lease, []);
    if (taken.length === 0) return false;
    try {
      await work((change) => this.write(change));
    } finally {
      await rows(this.db, release, []);
    }
    return true;
  }

  async find(question: Question, asked: Asked): Promise<Hits> {
    const filter = [...conditions(asked.within).values()];
    const { first, more } = asked.facets ? facetQueries(asked.within) : { first: [], more: [] };
    const text = question.words.join(' ');
    const about = { indexUid: this.uid, q: text, matchingStrategy: 'all' as const };
    const sort = sortOf(asked);
    const own = asked.sort === 'near' ? mostHits : Math.max(asked.limit, reordered);
    const queries = [
      {
        ...about,
        filter,
        facets: first,
        hitsPerPage: own,
        page: 1,
        attributesToRetrieve: retrieved,
        ...(sort ? { sort } : {}),
      },
      ...more.map((query) => ({
        ...about,
        filter: query.filter,
        facets: query.facets,
        hitsPerPage: 1,
        page: 1,
        attributesToRetrieve: ['id'],
      })),
    ];
    const found = await this.asking.multiSearch({ queries }).catch((error: unknown) => {
      throw Object.assign(new Problem('platform.outside-failed', { provider: 'meilisearch' }), { cause: error });
    });
    const answers = z.array(Answer).parse(found.results);
    const hits = z.array(Hit).parse(answers[0]?.hits);
    return {
      ids: arranged(question, asked, hits)
        .slice(0, asked.limit)
        .map(({ id }) => id),
      total: capped(answers[0]?.totalHits ?? 0),
      facets: asked.facets
        ? facetsOf(
            asked.within,
            answers[0]?.facetDistribution ?? {},
            more.map(({ takes }, at) => ({ takes, distribution: answers[at + 1]?.facetDistribution ?? {} })),
          )
        : undefined,
    };
  }

  async held(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    try {
      const { results } = await this.client
        .index<Stored>(this.uid)
        .getDocuments({ ids: [...ids], fields: ['id', 'digest'], limit: ids.length });
      return new Map(results.map(({ id, digest }) => [id, digest]));
    } catch (error) {
      if (isAbsent(error)) return new Map();
      throw error;
    }
  }

  /** Ids of a slice of all that it holds, in an order of its own; for finding what should not be there. */
  override async slice(offset: number, limit: number): Promise<string[]> {
    try {
      const { results } = await this.client.index<Stored>(this.uid).getDocuments({ fields: ['id'], offset, limit });
      return results.map(({ id }) => id);
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  }

  async know(synonyms: Synonyms): Promise<void> {
    this.synonyms = synonyms;
    await done(this.client.index(this.uid).updateSynonyms(synonymSettings(synonyms))).catch(unlessAbsent);
  }

  async rebuild({ batches, changed }: Rebuilding): Promise<void> {
    const next = `${this.uid}_next`;
    await done(this.client.deleteIndex(next)).catch(unlessAbsent);
    await this.open(next);
    for await (const batch of batches) await this.put(next, batch.map(stored));
    const catchUp = async () => {
      for (let change = await changed(); change; change = await changed()) await this.apply(next, change);
    };
    await catchUp();
    await this.open(this.uid); // only two that exist can be swapped
    for (let tries = 0; ; tries++) {
      const swapped = await this.alone(async () => {
        await catchUp();
        await done(this.client.swapIndexes([{ indexes: [this.uid, next], rename: false }]), patience.rebuild);
      });
      if (swapped) break;
      if (tries > 600) throw new Error('the index was never free to be swapped');
      await sleep(200);
    }
    await done(this.client.deleteIndex(next));
  }

  private async write(change: Change): Promise<void> {
    this.ready ??= this.open(this.uid);
    await this.ready.catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    await this.apply(this.uid, change);
    await rows(this.db, renew, []);
  }

  private async apply(uid: string, { put, drop }: Change): Promise<void> {
    if (put.length > 0) await this.put(uid, put.map(stored));
    if (drop.length > 0) await done(this.client.index(uid).deleteDocuments([...drop])).catch(unlessAbsent);
  }

  private put(uid: string, documents: Stored[]): Promise<void> {
    if (documents.length === 0) return Promise.resolve();
    return done(this.client.index<Stored>(uid).addDocuments(documents), patience.rebuild);
  }

  private async open(uid: string): Promise<void> {
    await done(this.client.createIndex(uid, { primaryKey: 'id' })).catch((error: unknown) => {
      if (codeOf(error) !== 'index_already_exists') throw error;
    });
    await done(this.client.index(uid).updateSettings({ ...settings, synonyms: synonymSettings(this.synonyms) }));
  }
}

/** What Meilisearch cannot put in order: accents and amounts, and nearness to a place. */
const arranged = (question: Question, asked: Asked, hits: readonly z.output<typeof Hit>[]) => {
  if (asked.sort === 'near') return hits.toSorted((a, b) => farness(asked, a) - farness(asked, b));
  if (asked.sort === 'relevance') return hits.toSorted((a, b) => carries(question, a) - carries(question, b));
  return hits;
};

const settings: Settings = {
  searchableAttributes: ['name', 'texts'],
  filterableAttributes: [
    ...['categories', 'commune', 'province', 'producer', 'storage', 'kind', 'stars', 'price', 'band', 'inSeason'],
    ...['delivery', 'attributes'],
  ],
  sortableAttributes: ['publishedAt', 'price'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'publishedAt:desc'],
  // Vietnamese syllables are short: what other languages leave alone is a mistyped word here.
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits: mostCounted + 1 },
  faceting: { maxValuesPerFacet: 4_000 },
};

const lease = `update search.state set outside_until = now() + interval '2 minutes' where outside_until < now() returning one`;
const renew = `update search.state set outside_until = now() + interval '2 minutes'`;
const release = `update search.state set outside_until = '-infinity'`;

/** Waits until a task is done, so that a listing that was put is found; at most so many milliseconds. */
const done = async (task: EnqueuedTaskPromise, timeout = patience.task): Promise<void> => {
  const { status, error } = await task.waitTask({ timeout, interval: 20 });
  if (status !== 'succeeded') throw Object.assign(new Error(error?.message ?? status), { code: error?.code });
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof MeilisearchApiError ? error.cause?.code : (error as { code?: string } | null)?.code;
const isAbsent = (error: unknown): boolean => codeOf(error) === 'index_not_found';
const unlessAbsent = (error: unknown): void => {
  if (!isAbsent(error)) throw error;
};
