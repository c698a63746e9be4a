import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { slugOf } from '../src/catalogue/listing.rules.ts';

/** Stalls have addresses in words, and what was found under another address once is found under it still. */
export class CatalogueAddresses1764000470000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Its address in words; a stall that has none yet is found by its id.
alter table catalogue.producer add column slug text constraint producer_slug unique;

-- Addresses of before a change of name. One is never given to anything else: a link on paper leads where it led.
create table catalogue.former_address (
  kind text not null constraint former_address_kind check (kind in ('listing', 'stall')),
  slug text not null,
  subject uuid not null,
  until timestamptz not null,
  constraint former_address_key primary key (kind, slug)
);
create index former_address_subject on catalogue.former_address (subject);
`);
    const producers = (await runner.query('select id, name from catalogue.producer')) as { id: string; name: string }[];
    await runner.query(
      `update catalogue.producer set slug = given.slug from unnest($1::uuid[], $2::text[]) as given (id, slug)
       where producer.id = given.id`,
      [
        producers.map(({ id }) => id),
        producers.map(({ id, name }) => slugOf(name, createHash('sha256').update(id).digest('hex'), 'gian-hang')),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table catalogue.former_address');
    await runner.query('alter table catalogue.producer drop column slug');
  }
}
