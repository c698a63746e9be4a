import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists brought in with a dry run, the board of households, visits, and who stands beside whom. */
export class Caseload1764001700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema caseload;

-- Dated; a row is never changed.
create table caseload.import_limit (
  valid_from date not null constraint import_limit_key primary key,
  most_rows integer not null constraint import_limit_rows check (most_rows > 0),
  most_bytes integer not null constraint import_limit_bytes check (most_bytes between 1 and 11534336),
  most_unpacked integer not null,
  most_entries integer not null,
  most_ratio integer not null,
  keep_days integer not null,
  undo_hours integer not null,
  source text not null
);
insert into caseload.import_limit values ('2025-01-01', 20000, 10485760, 167772160, 500, 250, 30, 24,
  'Quy định của Chợ Phiên: một xã có dưới 20.000 hộ; tệp danh sách chỉ giữ tới khi nhập xong, lâu nhất 30 ngày (Luật 91/2025/QH15, nguyên tắc tối thiểu)');

create table caseload.import (
  id uuid not null constraint import_key primary key,
  commune text not null,
  province text not null,
  cooperative uuid,
  state text not null constraint import_state check (state in
    ('reading', 'mapping', 'checking', 'checked', 'entering', 'done', 'refused', 'cancelled', 'undoing', 'undone')),
  part smallint not null,
  file_name text not null,
  format text not null constraint import_format check (format in ('xlsx', 'csv')),
  reason jsonb,
  notes jsonb not null,
  sheets jsonb not null,
  sheet text,
  mapping jsonb,
  rows_total integer not null,
  rows_done integer not null,
  lease_until timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  entered_by uuid,
  entered_at timestamptz,
  ended_at timestamptz
);
create index import_commune on caseload.import (commune, created_at desc);
create index import_at_work on caseload.import (created_at) where state in ('reading', 'checking', 'entering', 'undoing');

-- The files of an import: the first, and each that corrected it. Sealed; its key and bytes go when the import ends.
create table caseload.import_file (
  id uuid not null constraint import_file_key primary key,
  import uuid not null constraint import_file_of references caseload.import (id),
  part smallint not null,
  hash text not null,
  key text,
  size integer not null,
  sheet text,
  head_line integer,
  handed_in_at timestamptz not null,
  handed_in_by uuid not null,
  constraint import_file_once unique (import, part)
);
create index import_file_hash on caseload.import_file (hash);

create table caseload.import_row (
  import uuid not null constraint import_row_of references caseload.import (id),
  part smallint not null,
  line integer not null,
  state text not null constraint import_row_state check (state in
    ('new', 'known', 'flagged', 'wrong', 'entered', 'merged', 'left-out', 'replaced', 'undone')),
  decision text constraint import_row_decision check (decision in ('same', 'other', 'leave-out')),
  decided_by uuid,
  id uuid not null,
  kind text not null,
  name text,
  head text,
  hamlet text,
  hamlet_name text,
  former text,
  address text,
  goods text,
  phones text[] not null,
  citizen_index text,
  print text,
  problems jsonb not null,
  notes jsonb not null,
  twins jsonb not null,
  producer uuid,
  settled_at timestamptz,
  constraint import_row_key primary key (import, part, line)
);
create index import_row_in_state on caseload.import_row (import, state, part, line);
create index import_row_print on caseload.import_row (print) where producer is not null;

-- What the board shows. Nothing here is truth of its own: it follows identity and onboarding, and can be made anew.
create table caseload.household (
  id uuid not null constraint household_key primary key,
  kind text not null,
  name text not null,
  head text,
  folded text not null,
  commune text not null,
  province text not null,
  hamlet text,
  place text,
  entered_how text not null,
  entered_at timestamptz not null,
  status text not null,
  stuck_at text,
  tasks_left smallint not null,
  missing text[] not null,
  since timestamptz not null,
  helper uuid,
  touched_at timestamptz,
  touched_by uuid,
  next_visit date
);
create index household_board on caseload.household (commune, since, id);
create index household_province on caseload.household (province, since, id);
create index household_hamlet on caseload.household (commune, hamlet, since);
create index household_helper on caseload.household (helper) where helper is not null;
create index household_words on caseload.household using gin (folded public.gin_trgm_ops);

create table caseload.trail (
  event uuid not null,
  producer uuid not null,
  at timestamptz not null,
  what text not null,
  by uuid,
  behalf boolean not null,
  constraint trail_key primary key (producer, at, event)
);

create table caseload.visit (
  id uuid not null constraint visit_key primary key,
  producer uuid not null,
  commune text not null,
  province text not null,
  planned_for date,
  visited_on date,
  by uuid,
  done text,
  missing text,
  next_visit date,
  noted_by uuid not null,
  noted_at timestamptz not null,
  dropped_at timestamptz,
  constraint visit_is_something check (planned_for is not null or visited_on is not null)
);
create index visit_of on caseload.visit (producer, noted_at desc);
create index visit_planned on caseload.visit (planned_for, commune) where visited_on is null and dropped_at is null;
create index visit_by on caseload.visit (by) where visited_on is null and dropped_at is null;

-- Who stood beside a household when, and why that ended.
create table caseload.assignment (
  id uuid not null default uuidv7() constraint assignment_key primary key,
  producer uuid not null,
  helper uuid not null,
  since timestamptz not null,
  until timestamptz,
  given_by text not null,
  ended_by text,
  ended_why text constraint assignment_ended_why check (ended_why in ('changed', 'left', 'undone')),
  constraint assignment_ended check ((until is null) = (ended_why is null))
);
create unique index assignment_once on caseload.assignment (producer) where until is null;
create index assignment_helper on caseload.assignment (helper) where until is null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema caseload cascade');
  }
}
