import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is searched when there is no Meilisearch. Nothing here is true by itself: it can be rebuilt from the catalogue. */
export class Search1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema search;

create table search.document (
  id uuid primary key,
  name text not null,
  accented_name text not null,
  words tsvector not null,
  accented_words tsvector not null,
  category text not null,
  commune text not null,
  province text not null,
  storage text not null,
  published_at timestamptz not null
);
create index document_words on search.document using gin (words) with (fastupdate = off);
create index document_name on search.document using gin (name gin_trgm_ops) with (fastupdate = off);

create table search.word (
  word text primary key
);
create index word_alike on search.word using gin (word gin_trgm_ops) with (fastupdate = off);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema search cascade');
  }
}
