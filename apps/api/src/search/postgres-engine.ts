import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTx, rows, type Tx } from '../platform/database.ts';
import type { SearchDocument } from './document.rules.ts';
import type { Asked } from './filter.rules.ts';
import { accented, exactly, heads, pairs, sideBySide, widely } from './query.rules.ts';
import { type Question, withoutIdle } from './question.rules.ts';
import { type Change, type Hits, type Rebuilding, SearchEngine } from './search-engine.ts';
import { ShelfNow } from './shelf.ts';
import type { Found, Matches, Shelf } from './shelf.rules.ts';
import * as sql from './postgres.sql.ts';
import { Vocabulary } from './vocabulary.ts';

interface Ranked {
  numbers: number[];
  scores: number[];
}

/** With fewer exact answers than a page holds, beginnings and mistyped words may be tried too. */
const few = 24;

/** Answers that are kept at most, some ten kilobytes each. */
const mostAnswers = 500;

/** Worse than any exact answer. */
const inexact = 10 * sql.steps.accents;

/**
 * Words in tables of our own database, filters and order in columns in memory: nothing more to run, and always at hand when
 * another engine is not.
 */
@Injectable()
export class PostgresEngine extends SearchEngine {
  readonly name = 'postgresql';

  /** Answers of this very state of the index: many ask for the same few, and nothing changes most of the time. */
  private answers = { state: '', known: new Map<string, Hits>() };

  constructor(
    private readonly db: DataSource,
    private readonly shelf: ShelfNow,
    private readonly vocabulary: Vocabulary,
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
  list(asked: Asked): Promise<Hits> {
    return this.known('', asked, (shelf) => hits(shelf, shelf.find(asked)));
  }

  find(question: Question, asked: Asked): Promise<Hits> {
    return this.known(JSON.stringify(question), asked, (shelf) => this.look(shelf, question, asked));
  }

  private async look(shelf: Shelf, question: Question, asked: Asked): Promise<Hits> {
    const exact = await this.match(question, asked);
    if (exact.numbers.length >= few) return hits(shelf, shelf.find(asked, exact));
    const vocabulary = await this.vocabulary.now();
    const words = question.parts.flatMap((part) => part.words);
    // Known words, and something that is called just so: nobody slipped, there is just little of it.
    if (exact.scores.some(saysJustSo) && vocabulary.knows(words)) return hits(shelf, shelf.find(asked, exact));
    const meant = vocabulary.meant(words);
    const wide = together(exact, await this.rank(question, widely(question, meant)), inexact);
    if (wide.numbers.length > 0) return hits(shelf, shelf.find(asked, wide));
    const rest = withoutIdle(question);
    return rest ? this.look(shelf, rest, asked) : hits(shelf, shelf.find(asked, exact));
  }

  /** An answer out of this very state of the index, worked out once. */
  private async known(words: string, asked: Asked, work: (shelf: Shelf) => Hits | Promise<Hits>): Promise<Hits> {
    const [shelf] = await Promise.all([this.shelf.now(), this.vocabulary.now()]);
    const state = `${this.shelf.state} ${this.vocabulary.state}`;
    if (this.answers.state !== state) this.answers = { state, known: new Map() };
    const { known } = this.answers;
    const { distances: _, ...key } = asked; // they follow from `near`
    const name = words + JSON.stringify(key);
    const found = known.get(name) ?? (await work(shelf));
    if (known.size < mostAnswers) known.set(name, found);
    return found;
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
    const version = await this.laterVersion();
    for await (const batch of batches) await inTx(this.db, (tx) => writeNext(tx, { put: batch, drop: [] }, version));
    await inTx(this.db, async (tx) => {
      await patiently(tx);
      for (const statement of sql.indexing) await tx.query(statement);
    });
    for (let change = await changed(); change; change = await changed()) {
      const written = change;
      await inTx(this.db, (tx) => writeNext(tx, written, version));
    }
    await inTx(this.db, async (tx) => {
      await patiently(tx);
      await rows(tx, 'update search.state set version = $1', [version]); // from here on nobody else writes
      for (let change = await changed(); change; change = await changed()) await writeNext(tx, change, version);
      await tx.query(sql.tombstones, [version]);
      await tx.query(sql.swapping);
    });
  }

  /** Later than all that is written until the new index takes its place: its rows need not be written twice. */
  private async laterVersion(): Promise<number> {
    const [state] = await rows<{ version: number }>(this.db, 'select version from search.state');
    return (state?.version ?? 0) + meanwhile;
  }

  /** What has the words, without what only happens to have them strewn about. */
  private async match(question: Question, asked: Asked): Promise<Matches> {
    const spelled = accented(question);
    const exact = spelled ? await this.rank(question, spelled) : undefined;
    const each = needsEach(asked);
    // More of the very accents than anybody turns pages for.
    if (exact && exact.all >= sql.mostRanked && !each) return together(await this.beside(question), exact, 0);
    const words = exactly(question);
    const found = await this.rank(question, words);
    if (found.all < sql.mostRanked) return found;
    // A word that everybody uses: those that say it best must be among the ranked ones.
    const best = exact && exact.all < sql.mostRanked ? exact : await this.beside(question);
    const matches = together(best, found, 0);
    if (each) await this.addUnranked(words, matches);
    return matches;
  }

  private beside(question: Question): Promise<Ranked> {
    return this.rank(question, sideBySide(question));
  }

  private async rank(question: Question, words: string): Promise<Ranked & { all: number }> {
    const asked = pairs(question);
    const measures = question.measures.map((measure) => `'${measure}'`).join(' | ');
    const [answer] = await rows<{ found: string }>(this.db, sql.matching, [
      words,
      accented(question),
      heads(question),
      asked,
      measures || null,
    ]);
    const numbers: number[] = [];
    const scores: number[] = [];
    const flat = JSON.parse(`[${answer?.found ?? ''}]`) as number[];
    for (let at = 0; at < flat.length; at += 2) {
      if (strewn(flat[at + 1] as number, asked.length)) continue;
      numbers.push(flat[at] as number);
      scores.push(flat[at + 1] as number);
    }
    return { numbers, scores, all: flat.length / 2 };
  }

  private async addUnranked(
    words: string,
    { numbers, scores }: { numbers: number[]; scores: number[] },
  ): Promise<void> {
    const ranked = new Set(numbers);
    const [answer] = await rows<{ found: string }>(this.db, sql.matchingAll, [words]);
    for (const number of JSON.parse(`[${answer?.found ?? ''}]`) as number[]) {
      if (ranked.has(number)) continue;
      numbers.push(number);
      scores.push(inexact - 1);
    }
  }
}

/** The best alone will do, unless they are counted, narrowed, or put in another order. */
const needsEach = ({ within, sort, facets }: Asked): boolean =>
  facets || sort !== 'relevance' || Object.values(within).some((value) => value !== undefined);

/** Batches that may be written while an index is built. */
const meanwhile = 1_000_000;

/**
 * Of three words or more none beside the next, and it is not what was looked for, or has other accents and does not begin so:
 * it has the letters by chance. The score's words are twice the pairs that are missing, and 0, 2 or 3 for how it begins.
 */
const strewn = (score: number, asked: number): boolean => {
  if (asked < 2) return false;
  const { accents, words } = sql.steps;
  const worse = Math.floor((score % accents) / words) - 2 * asked;
  return worse === 3 || (worse === 2 && score % inexact >= accents);
};

/** With the accents asked, from the beginning of its name, every word beside the next. */
const saysJustSo = (score: number): boolean => score < sql.steps.words;

const together = (exact: Matches, wide: Matches, worse: number): Ranked => {
  const there = new Set(exact.numbers);
  const numbers = [...exact.numbers];
  const scores = [...exact.scores];
  wide.numbers.forEach((number, at) => {
    if (there.has(number)) return;
    numbers.push(number);
    scores.push((wide.scores[at] as number) + worse);
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

const vocabularyOf = (documents: readonly SearchDocument[]): string[] =>
  [...new Set(documents.flatMap(({ vocabulary }) => vocabulary))].filter((word) => word.length <= 40);

const write = async (tx: Tx, { put, drop }: Change, version: number): Promise<void> => {
  if (put.length > 0) {
    await rows(tx, sql.putting('search.document'), [JSON.stringify(put), version]);
    await rows(tx, sql.learning('search.word'), [vocabularyOf(put)]);
  }
  if (drop.length > 0) await rows(tx, sql.dropping('search.document'), [drop, version]);
};

const writeNext = async (tx: Tx, { put, drop }: Change, version: number): Promise<void> => {
  if (put.length > 0) {
    await tx.query(sql.putting('search.document_next'), [JSON.stringify(put), version]);
    await tx.query(sql.learning('search.word_next'), [vocabularyOf(put)]);
  }
  if (drop.length > 0) await tx.query('delete from search.document_next where id = any($1::uuid[])', [drop]);
};
