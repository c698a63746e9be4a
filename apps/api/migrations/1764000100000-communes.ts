import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Provinces and communes as dated rows, and what the units before 1 July 2025 became. Filled by `import-units.ts`. */
export class Communes1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema communes;

create table communes.admin_unit (
  code text not null,
  level text not null constraint admin_unit_level check (level in ('province', 'commune')),
  type text not null constraint admin_unit_type check (type in ('tinh', 'thanh-pho', 'xa', 'phuong', 'dac-khu')),
  name text not null,
  full_name text not null,
  folded text not null,
  slug text not null,
  parent_code text,
  valid_from date not null,
  valid_to date,
  legal_ref text not null,
  alt_codes text[] not null default '{}',
  constraint admin_unit_key primary key (code, valid_from),
  constraint admin_unit_code check (code ~ case level when 'province' then '^[0-9]{2}$' else '^[0-9]{5}$' end),
  constraint admin_unit_parent check ((level = 'province') = (parent_code is null)),
  constraint admin_unit_span check (valid_to > valid_from),
  constraint admin_unit_one_at_a_time exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

create table communes.former_unit (
  old_code text constraint former_unit_code check (old_code ~ '^[0-9]{5}$'),
  old_name text not null,
  old_district text not null,
  old_province text not null,
  new_code text not null,
  partial boolean not null,
  folded text not null,
  folded_district text not null,
  folded_province text not null,
  constraint former_unit_key primary key (new_code, old_province, old_district, old_name)
);
create index former_unit_old_code on communes.former_unit (old_code);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema communes cascade');
  }
}
