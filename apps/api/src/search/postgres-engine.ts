import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { SearchEngine } from './search-engine.ts';
import { phrase, type Question, type SearchDocument, type Within } from './search.rules.ts';

/** With fewer exact answers than a page holds, beginnings and mistyped words are tried too. */
const few = 24;

/** More answers than these are not ranked among each other: a word that everybody uses must not stop the shop. */
const mostRanked = 2_000;

/** Words in tables of our own database: nothing more to run, and the index of a batch commits with it. */
@Injectable()
export class PostgresEngine extends SearchEngine {
  constructor(private readonly db: DataSource) {
    super();
  }

  put(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
    return write(tx, 'search.document', documents);
  }

  async drop(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('delete from search.document where id = any($1::uuid[])', [ids]);
  }

  async find(question: Question, within: Within, limit: number): Promise<string[]> {
    const exact = question.words.map(quoted).join(' & ');
    const asked = [
      exact,
      question.accented?.map(quoted).join(' & ') ?? null,
      phrase(question.words),
      question.accented && phrase(question.accented),
      within.category ?? null,
      within.commune ?? null,
      within.province ?? null,
      within.storage ?? null,
      Math.max(limit, few),
    ];
    const found = await rows<{ id: string }>(this.db, byWords, asked);
    if (found.length >= few) return idsOf(found).slice(0, limit);
    const wider = await rows<{ id: string }>(this.db, byMeaning, [...asked, await this.widened(question.words)]);
    if (wider.length > 0) return idsOf(wider).slice(0, limit);
    const alike = await rows<{ id: string }>(this.db, byLikeness, [phrase(question.words), ...asked.slice(4)]);
    return idsOf(alike).slice(0, limit);
  }

  async rebuild(tx: Tx, batches: AsyncIterable<SearchDocument[]>): Promise<void> {
    await tx.query('create table search.document_next (like search.document, primary key (id))');
    await tx.query('delete from search.word');
    for await (const batch of batches) await write(tx, 'search.document_next', batch);
    // Made at the end, at once: three times faster than row by row.
    await tx.query(
      'create index document_words_next on search.document_next using gin (words) with (fastupdate = off)',
    );
    await tx.query(
      'create index document_name_next on search.document_next using gin (name gin_trgm_ops) with (fastupdate = off)',
    );
    await tx.query('analyze search.document_next');
    await tx.query(`drop table search.document;
      alter table search.document_next rename to document;
      alter index search.document_next_pkey rename to document_pkey;
      alter index search.document_words_next rename to document_words;
      alter index search.document_name_next rename to document_name`);
  }

  /** The same question with what its unknown words may have meant, and its last word perhaps not finished. */
  private async widened(words: string[]): Promise<string> {
    const found = await rows<{ asked: string; word: string }>(this.db, meant, [words]);
    return words
      .map((word, index) => {
        const others = found.filter(({ asked }) => asked === word).map((one) => quoted(one.word));
        const last = index === words.length - 1 && word.length > 1;
        return `(${[`${quoted(word)}${last ? ':*' : ''}`, ...others].join(' | ')})`;
      })
      .join(' & ');
  }
}

/** Only letters and digits ever come here; quoted, none of them can be an operator. */
const quoted = (word: string): string => `'${word}'`;
const idsOf = (found: { id: string }[]): string[] => found.map(({ id }) => id);

const write = async (tx: Tx, table: string, documents: readonly SearchDocument[]): Promise<void> => {
  if (documents.length === 0) return;
  await tx.query(
    `insert into ${table}
       (id, name, accented_name, words, accented_words, category, commune, province, storage, published_at)
     select id, name, "accentedName", array_to_tsvector(words), array_to_tsvector("accentedWords"), category, commune,
       province, storage, "publishedAt"
     from jsonb_to_recordset($1::jsonb) as given (id uuid, name text, "accentedName" text, words text[],
       "accentedWords" text[], category text, commune text, province text, storage text, "publishedAt" timestamptz)
     on conflict (id) do update set name = excluded.name, accented_name = excluded.accented_name, words = excluded.words,
       accented_words = excluded.accented_words, category = excluded.category, commune = excluded.commune,
       province = excluded.province, storage = excluded.storage, published_at = excluded.published_at`,
    [JSON.stringify(documents)],
  );
  await tx.query(
    `insert into search.word select distinct word from unnest($1::text[]) as given (word) order by word
     on conflict do nothing`,
    [documents.flatMap(({ words }) => words)],
  );
};

const filtered = (first: number): string =>
  ['category', 'commune', 'province', 'storage']
    .map((column, index) => `and ($${first + index}::text is null or ${column} = $${first + index})`)
    .join(' ');

/** The order is the one of the rule `tier`. Without accents asked, $2 and $4 are null: never true. */
const answering = (words: '$1' | '$10', before: string): string => `select id from (
    select id, name, accented_name, words, accented_words, published_at from search.document
    where words @@ ${words}::tsquery ${filtered(5)} limit ${mostRanked}
  ) found
  order by ${before} case when strpos(accented_name, $4) > 0 then 0
         when accented_words @@ $2::tsquery then 1
         when strpos(name, $3) > 0 then 2 else 3 end,
    published_at desc, id desc
  limit $9`;
const byWords = answering('$1', '');
const byMeaning = answering('$10', 'words @@ $1::tsquery desc,');

const byLikeness = `select id from search.document
  where $1 <% name ${filtered(2)}
  order by word_similarity($1, name) desc, published_at desc, id desc
  limit $6`;

const meant = `select asked, near.word
  from unnest($1::text[]) as given (asked)
  cross join lateral (
    select word from search.word where word % asked and similarity(word, asked) >= 0.45
    order by similarity(word, asked) desc, word limit 5
  ) near
  where length(asked) between 3 and 40 and not exists (select from search.word known where known.word = asked)`;
