import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a producer must show and no longer does, as the catalogue heard it: which of its listings are hidden until it does. */
export class CatalogueLapses1764000420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The latest fact about one requirement and one group of goods ('*': all of them); an older one that comes late changes nothing.
create table catalogue.lapse (
  producer uuid not null,
  requirement text not null,
  category text not null,
  state text not null constraint lapse_state check (state in ('lapsed', 'restored')),
  at timestamptz not null,
  event uuid not null,
  constraint lapse_key primary key (producer, requirement, category)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table catalogue.lapse');
  }
}
