import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pictures know their focal point, which files of them there are, and what is still to be made. Those of before have two
 * files, the wider of which becomes what the others are made from. Beside: pictures the house draws itself.
 */
export class CataloguePictures1764000435000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table catalogue.picture
  add column given_hash text constraint picture_given_hash check (given_hash ~ '^[0-9a-f]{64}$'),
  add column focus_x smallint not null default 50 constraint picture_focus_x check (focus_x between 0 and 100),
  add column focus_y smallint not null default 50 constraint picture_focus_y check (focus_y between 0 and 100),
  add column widths integer[] not null default '{320,640}' constraint picture_widths check (cardinality(widths) > 0),
  add column avif boolean not null default false;
alter table catalogue.picture alter column widths drop default;

create table catalogue.picture_work (
  hash text primary key constraint picture_work_hash check (hash ~ '^[0-9a-f]{32}$'),
  tries smallint not null default 0,
  due_at timestamptz not null default now(),
  given_up boolean not null default false,
  failure text
);
create index picture_work_due on catalogue.picture_work (due_at) where not given_up;

create table catalogue.drawn (
  file text primary key,
  kind text not null,
  subject uuid not null,
  at timestamptz not null
);
create index drawn_subject on catalogue.drawn (subject, kind);

insert into catalogue.picture_work (hash) select distinct hash from catalogue.picture;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table catalogue.drawn;
drop table catalogue.picture_work;
alter table catalogue.picture
  drop column given_hash, drop column focus_x, drop column focus_y, drop column widths, drop column avif;
`);
  }
}
