import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hamlets (thôn, ấp, bản …): no national list of them is public, so they are written down as households are entered. */
export class CommunesHamlets1764000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table communes.hamlet (
  commune text not null constraint hamlet_commune check (commune ~ '^[0-9]{5}$'),
  slug text not null constraint hamlet_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  former text,
  folded text not null,
  former_folded text not null,
  created_at timestamptz not null,
  created_by uuid,
  merged_into text,
  constraint hamlet_key primary key (commune, slug),
  constraint hamlet_merged foreign key (commune, merged_into) references communes.hamlet (commune, slug),
  constraint hamlet_not_itself check (merged_into <> slug)
);
create unique index hamlet_once on communes.hamlet (commune, folded, former_folded) where merged_into is null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table communes.hamlet');
  }
}
