import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ranking } from '../src/search/ranking-2026.ts';
import { seats } from '../src/search/province-seats-2026.ts';
import { synonyms } from '../src/search/synonyms-2026.ts';

/**
 * The index says of each listing all that it can be narrowed by; what changed waits in a set, each listing once; words that
 * mean the same, what decides the order, how far provinces lie apart and what was not found are rows.
 */
export class SearchComplete1764000610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table search.document;
drop table search.word;

create sequence search.next_number as integer minvalue 0 start 0;
create table search.document (
  id uuid primary key,
  -- Its place in the columns that every process keeps in memory; its own for good.
  number integer not null,
  -- Grows with every batch that is written: what is new since a process last looked.
  version bigint not null,
  shown boolean not null,
  name text not null,
  accented_name text not null,
  texts text not null,
  words tsvector not null,
  categories text[] not null,
  commune text not null,
  province text not null,
  producer uuid not null,
  storage text not null,
  kind text not null,
  stars smallint,
  price bigint not null,
  in_season boolean not null,
  delivery text not null,
  attributes jsonb not null,
  published_at timestamptz not null,
  digest text not null
);
create unique index document_number on search.document (number);
create index document_version on search.document (version, number);
create index document_words on search.document using gin (words) with (fastupdate = off);

create table search.word (
  word text primary key
);

-- One row. Whoever writes the index in PostgreSQL updates it first, so that there is one writer at a time.
create table search.state (
  one boolean primary key default true constraint state_one check (one),
  version bigint not null default 0,
  -- Who writes to Meilisearch does so until then, alone.
  outside_until timestamptz not null default '-infinity',
  rebuilding text[] not null default '{}',
  -- How far the comparison with the catalogue has come, and with Meilisearch.
  checked uuid,
  checked_outside integer not null default 0
);
insert into search.state default values;

-- What an engine does not yet hold as it is now. 'postgresql-next' and 'meilisearch-next' are indexes being built.
create sequence search.dirty_mark;
create table search.dirty (
  engine text not null
    constraint dirty_engine check (engine in ('postgresql', 'meilisearch', 'postgresql-next', 'meilisearch-next')),
  offer uuid not null,
  mark bigint not null default nextval('search.dirty_mark'),
  constraint dirty_key primary key (engine, offer)
);
create index dirty_order on search.dirty (engine, mark);

create table search.synonym (
  id uuid primary key,
  words text[] not null constraint synonym_words check (cardinality(words) between 2 and 8),
  source text not null,
  valid_from date not null,
  valid_to date,
  constraint synonym_span check (valid_to >= valid_from)
);

create table search.ranking (
  valid_from date primary key,
  legal_ref text not null,
  sorts jsonb not null,
  limits text[] not null
);

create table search.province_seat (
  province text not null,
  valid_from date not null,
  seat text not null,
  latitude double precision not null constraint seat_latitude check (latitude between 8 and 24),
  longitude double precision not null constraint seat_longitude check (longitude between 102 and 115),
  source text not null,
  primary key (province, valid_from)
);

create table search.unmet (
  week date not null constraint unmet_monday check (extract(isodow from week) = 1),
  -- Empty: the buyer named none.
  province text not null,
  folded text not null,
  words text not null,
  times integer not null,
  primary key (week, province, folded)
);

insert into search.dirty (engine, offer) select 'postgresql', id from catalogue.offer where visible;
`);
    await runner.query(
      `insert into search.synonym (id, words, source, valid_from)
       select uuidv7(), array(select jsonb_array_elements_text(words)), source, $2::date
       from jsonb_to_recordset($1::jsonb) as given (words jsonb, source text)`,
      [JSON.stringify(synonyms.rows), synonyms.validFrom],
    );
    await runner.query(`insert into search.ranking (valid_from, legal_ref, sorts, limits) values ($1, $2, $3, $4)`, [
      ranking.validFrom,
      ranking.legalRef,
      JSON.stringify(ranking.sorts),
      ranking.limits,
    ]);
    await runner.query(
      `insert into search.province_seat (province, valid_from, seat, latitude, longitude, source)
       select province, $2::date, seat, latitude, longitude, $3
       from jsonb_to_recordset($1::jsonb) as given (province text, seat text, latitude float8, longitude float8)`,
      [JSON.stringify(seats.rows), seats.validFrom, seats.source],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table search.document;
drop table search.word;
drop table search.state;
drop table search.dirty;
drop table search.synonym;
drop table search.ranking;
drop table search.province_seat;
drop table search.unmet;
drop sequence search.next_number;
drop sequence search.dirty_mark;
create table search.document (
  id uuid primary key, name text not null, accented_name text not null, words tsvector not null,
  accented_words tsvector not null, category text not null, commune text not null, province text not null,
  storage text not null, published_at timestamptz not null
);
create index document_words on search.document using gin (words) with (fastupdate = off);
create index document_name on search.document using gin (name gin_trgm_ops) with (fastupdate = off);
create table search.word (word text primary key);
create index word_alike on search.word using gin (word gin_trgm_ops) with (fastupdate = off);
`);
  }
}
