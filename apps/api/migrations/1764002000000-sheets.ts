import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A producer's goods brought in by spreadsheet, with a dry run. */
export class Sheets1764002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema sheets;

-- Dated; a row is never changed.
create table sheets.sheet_limit (
  valid_from date not null constraint sheet_limit_key primary key,
  most_rows integer not null constraint sheet_limit_rows check (most_rows > 0),
  most_bytes integer not null constraint sheet_limit_bytes check (most_bytes between 1 and 11534336),
  most_unpacked integer not null,
  most_entries integer not null,
  most_ratio integer not null,
  keep_days integer not null,
  source text not null
);
insert into sheets.sheet_limit values ('2025-01-01', 5000, 5242880, 83886080, 500, 250, 60,
  'Quy định của Chợ Phiên: hợp tác xã lớn nhất có dưới 1.000 mặt hàng; tệp chỉ giữ tới khi đọc xong, các dòng lâu nhất 60 ngày');

create table sheets.sheet (
  id uuid not null constraint sheet_key primary key,
  producer uuid not null,
  producer_name text not null,
  state text not null constraint sheet_state check (state in
    ('reading', 'mapping', 'checking', 'checked', 'entering', 'done', 'refused', 'cancelled', 'undoing', 'undone')),
  part smallint not null,
  file_name text not null,
  format text not null constraint sheet_format check (format in ('xlsx', 'csv')),
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
create index sheet_producer on sheets.sheet (producer, created_at desc);
create index sheet_at_work on sheets.sheet (created_at) where state in ('reading', 'checking', 'entering', 'undoing');

-- The files of a sheet: the first, and each that corrected it. Sealed; its key and bytes go once it is read.
create table sheets.sheet_file (
  id uuid not null constraint sheet_file_key primary key,
  sheet uuid not null constraint sheet_file_of references sheets.sheet (id),
  part smallint not null,
  hash text not null,
  key text,
  size integer not null,
  handed_in_at timestamptz not null,
  handed_in_by uuid not null,
  constraint sheet_file_once unique (sheet, part)
);
create index sheet_file_hash on sheets.sheet_file (hash);

create table sheets.sheet_row (
  sheet uuid not null constraint sheet_row_of references sheets.sheet (id),
  part smallint not null,
  line integer not null,
  state text not null constraint sheet_row_state check (state in
    ('new', 'photo', 'change', 'same', 'wrong', 'listed', 'waiting', 'changed', 'failed', 'left-out', 'replaced', 'undone')),
  id uuid not null,
  listing uuid,
  name text,
  goods jsonb,
  edits jsonb not null,
  pictures uuid[] not null,
  picture_names text[] not null,
  print text,
  cells jsonb not null,
  problems jsonb not null,
  notes jsonb not null,
  changes jsonb not null,
  settled_at timestamptz,
  constraint sheet_row_key primary key (sheet, part, line)
);
create index sheet_row_in_state on sheets.sheet_row (sheet, state, part, line);
create index sheet_row_waiting on sheets.sheet_row (print) where state = 'waiting';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema sheets cascade');
  }
}
