import type { MigrationInterface, QueryRunner } from 'typeorm';

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
    // As slugOf writes it: the name without accents, and eight digits of the hash of the id.
    await runner.query(`
update catalogue.producer set slug = coalesce(
    nullif(rtrim(left(ltrim(regexp_replace(lower(public.unaccent(name)), '[^a-z0-9]+', '-', 'g'), '-'), 80), '-'), ''), 'gian-hang')
  || '-' || left(encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), 8)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table catalogue.former_address');
    await runner.query('alter table catalogue.producer drop column slug');
  }
}
