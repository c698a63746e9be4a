import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { heard, type SearchDocument } from './document.rules.ts';
import type { Asked } from './filter.rules.ts';
import { accented, asPhrase, exactly, type Meant, widely } from './query.rules.ts';
import { type Part, type Question, withoutIdle } from './question.rules.ts';
import { type Change, type Hits, type Rebuilding, SearchEngine } from './search-engine.ts';
import { ShelfNow } from './shelf.ts';
import type { Found, Matches, Shelf } from './shelf.rules.ts';
import * as sql from './postgres.sql.ts';
import { fromKeys, mistakes, soundOf } from './text.rules.ts';

/** With fewer exact answers than a page holds, beginnings and mistyped words are tried too. */
const few = 24;

/** Worse than any exact answer. */
const inexact = 1_000;

/**
 * Words in tables of our own database, filters and order in columns in memory: nothing more to run, and always at hand when
 * another engine is not.
 */
@Injectable()
export class PostgresEngine extends SearchEngine {
  readonly name = 'postgresql';

  constructor(
    private readonly db: DataSource,
    private readonly shelf: ShelfNow,
  ) {
    super();
  }

  async alone(work: (write: (change: Change) => Promise<void>) => Promise<void>): Promise<boolean> {
    await inTx(this.db, async (tx) => {
      const version = await nextVersion(tx);
      await work((change) => write(tx, change, version));
    });
    return true;
  }

  /** Everything on sale within the filters. */
  async list(asked: Asked): Promise<Hits> {
    const shelf = await this.shelf.now();
    return hits(shelf, shelf.find(asked));
  }

  async find(question: Question, asked: Asked): Promise<Hits> {
    const exact = await this.match(question, exactly(question));
    const shelf = await this.shelf.now();
    const found = shelf.find(asked, exact);
    if (exact.numbers.length >= few) return hits(shelf, found);
    const wide = together(exact, await this.match(question, widely(question, await this.meant(question))));
    if (wide.numbers.length > 0) return hits(shelf, shelf.find(asked, wide));
    const rest = withoutIdle(question);
    return rest ? this.find(rest, asked) : hits(shelf, found);
  }

  /** Listings whose names have the words, the last one perhaps not finished; for suggestions. */
  async beginnings({ words }: Question, limit: number): Promise<string[]> {
    const last = words.length - 1;
    const beginning = words.map((word, at) => `'${word}':${at === last ? '*' : ''}A`).join(' & ');
    const found = await rows<{ id: string }>(this.db, sql.beginningSo, [beginning, limit]);
    return found.map(({ id }) => id);
  }

  /** Of these communes, those with something on sale. */
  async selling(communes: readonly string[]): Promise<Set<string>> {
    const shelf = await this.shelf.now();
    const about = { sort: 'newest', limit: 1, facets: false } as const;
    return new Set(communes.filter((code) => shelf.find({ ...about, within: { commune: [code] } }).total.count > 0));
  }

  async held(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ id: string; digest: string }>(
      this.db,
      'select id, digest from search.document where id = any($1::uuid[]) and shown',
      [ids],
    );
    return new Map(found.map(({ id, digest }) => [id, digest]));
  }

  async know(): Promise<void> {
    // Other words come with each question.
  }

  async rebuild({ batches, changed }: Rebuilding): Promise<void> {
    await this.db.query(sql.beginning);
    for await (const batch of batches) await inTx(this.db, (tx) => writeNext(tx, { put: batch, drop: [] }));
    await inTx(this.db, async (tx) => {
      await patiently(tx);
      for (const statement of sql.indexing) await tx.query(statement);
    });
    for (let change = await changed(); change; change = await changed()) {
      const written = change;
      await inTx(this.db, (tx) => writeNext(tx, written));
    }
    await inTx(this.db, async (tx) => {
      await patiently(tx);
      const version = await nextVersion(tx); // from here on nobody else writes
      for (let change = await changed(); change; change = await changed()) await writeNext(tx, change);
      await tx.query('update search.document_next set version = $1::bigint where version = $2::bigint', [
        version,
        unsettled,
      ]);
      await tx.query(sql.tombstones, [version]);
      await tx.query(sql.swapping);
    });
  }

  private async match(question: Question, words: string): Promise<Matches> {
    const asPhrased = asPhrase(question);
    const measures = question.measures.map((measure) => `'${measure}'`).join(' | ');
    const [answer] = await rows<{ found: string }>(this.db, sql.matching, [
      words,
      accented(question),
      asPhrased.accented,
      asPhrased.folded,
      measures || null,
    ]);
    const flat = JSON.parse(`[${answer?.found ?? ''}]`) as number[];
    const numbers: number[] = [];
    const scores: number[] = [];
    for (let at = 0; at < flat.length; at += 2) {
      numbers.push(flat[at] as number);
      scores.push(flat[at + 1] as number);
    }
    return { numbers, scores };
  }

  /** What the words may have meant: two words typed as one, one typed as two, keys without accents, slips, words by ear. */
  private async meant({ parts }: Question): Promise<Meant> {
    const words = [...new Set(parts.flatMap((part: Part) => part.words))].filter((word) => word.length <= 40);
    const apart = new Map(words.map((word) => [word, splits(word)]));
    const keyed = new Map(words.map((word) => [word, fromKeys(word)]));
    const tried = [...words, ...[...apart.values()].flat(2), ...keyed.values()];
    const known = new Set((await rows<{ word: string }>(this.db, sql.knowing, [tried])).map(({ word }) => word));
    const longer = words.filter((word) => word.length >= 3 || !known.has(word));
    const near = await rows<{ asked: string; word: string; sounds: boolean }>(this.db, sql.alike, [
      longer,
      longer.map(soundOf),
    ]);
    const meant = new Map<string, string[][]>();
    for (const word of words) {
      const others: string[][] = [];
      const keys = keyed.get(word) as string;
      if (keys !== word && known.has(keys)) others.push([keys]);
      if (!known.has(word))
        others.push(...(apart.get(word) ?? []).filter((both) => both.every((half) => known.has(half))).slice(0, 3));
      const candidates = near.filter(({ asked }) => asked === word);
      others.push(...candidates.filter(({ sounds }) => sounds).map((one) => [one.word]));
      if (!known.has(word)) {
        const slips = candidates
          .filter(({ sounds, word: other }) => !sounds && slipped(word, other))
          .slice(0, 6)
          .map((one) => [one.word]);
        others.push(...slips);
      }
      if (others.length > 0) meant.set(word, others);
    }
    return meant;
  }
}

/** Until the swap says which it is. */
const unsettled = -1;

const slipped = (word: string, other: string): boolean => {
  const most = word.length <= 3 ? 1 : word.length <= 6 ? 1 : 2;
  return mistakes(word, other, most) <= most;
};

/** Each way to read one word as two. */
const splits = (word: string): [string, string][] =>
  word.length < 4 || word.length > 14
    ? []
    : Array.from({ length: word.length - 3 }, (_, index) => [word.slice(0, index + 2), word.slice(index + 2)]);

const together = (exact: Matches, wide: Matches): Matches => {
  const there = new Set(exact.numbers);
  const numbers = [...exact.numbers];
  const scores = [...exact.scores];
  wide.numbers.forEach((number, at) => {
    if (there.has(number)) return;
    numbers.push(number);
    scores.push((wide.scores[at] as number) + inexact);
  });
  return { numbers, scores };
};

const hits = (shelf: Shelf, { numbers, total, facets }: Found): Hits => ({
  ids: numbers.map((number) => shelf.id(number)),
  total,
  facets,
});

const patiently = (tx: Tx) =>
  tx.query(
    `select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
  );

const nextVersion = async (tx: Tx): Promise<number> => {
  const [state] = await rows<{ version: number }>(
    tx,
    'update search.state set version = version + 1 returning version',
  );
  return (state as { version: number }).version;
};

const vocabularyOf = (documents: readonly SearchDocument[]): string =>
  JSON.stringify(
    [...new Set(documents.flatMap(({ vocabulary }) => vocabulary))].filter((word) => word.length <= 40).map(heard),
  );

const write = async (tx: Tx, { put, drop }: Change, version: number): Promise<void> => {
  if (put.length > 0) {
    await rows(tx, sql.putting('search.document'), [JSON.stringify(put), version]);
    await rows(tx, sql.learning('search.word'), [vocabularyOf(put)]);
  }
  if (drop.length > 0) await rows(tx, sql.dropping('search.document'), [drop, version]);
};

const writeNext = async (tx: Tx, { put, drop }: Change): Promise<void> => {
  if (put.length > 0) {
    await tx.query(sql.putting('search.document_next'), [JSON.stringify(put), unsettled]);
    await tx.query(sql.learning('search.word_next'), [vocabularyOf(put)]);
  }
  if (drop.length > 0) await tx.query('delete from search.document_next where id = any($1::uuid[])', [drop]);
};
