import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people asked for help with, what was written, and how long each topic may take. */
export class Support1764001900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema support;

create table support.topic (
  id text not null,
  position smallint not null,
  title text not null,
  hours smallint not null constraint topic_hours check (hours between 1 and 720),
  valid_from date not null,
  valid_to date,
  source text not null,
  constraint topic_key primary key (id, valid_from)
);
insert into support.topic (id, position, title, hours, valid_from, source)
select id, position, title, hours, '2025-01-01', 'Chợ Phiên: thời hạn trả lời của tổ hỗ trợ xã, tỉnh có thể rút ngắn'
from (values
  ('dang-ky', 1, 'Đăng ký, giấy tờ, hồ sơ', 48),
  ('dang-ban', 2, 'Đăng bán, sửa món hàng', 24),
  ('don-hang', 3, 'Đơn hàng, giao hàng', 8),
  ('tien', 4, 'Tiền bán hàng, chuyển khoản', 24),
  ('tai-khoan', 5, 'Đăng nhập, số điện thoại, máy', 8),
  ('tap-huan', 6, 'Tập huấn, nhờ người đến hướng dẫn', 72),
  ('khac', 7, 'Việc khác', 48)
) as listed (id, position, title, hours);

create sequence support.number as integer;

create table support.request (
  id uuid not null constraint request_key primary key,
  number text not null constraint request_number_once unique,
  commune text not null,
  province text not null,
  producer uuid,
  asker uuid not null,
  topic text not null,
  text_hash text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  state text not null constraint request_state check (state in ('open', 'answered', 'closed')),
  owner uuid,
  closed_at timestamptz,
  closed_by uuid,
  done text,
  constraint closed_with_what_was_done check ((state = 'closed') = (closed_at is not null and done is not null))
);
create index request_asker on support.request (asker, opened_at desc);
create index request_commune_queue on support.request (commune, state, due_at);
create index request_province_queue on support.request (province, state, due_at);

create table support.note (
  id uuid not null constraint note_key primary key,
  request uuid not null constraint note_request references support.request (id),
  at timestamptz not null,
  by uuid not null,
  place bigint generated always as identity,
  side text not null constraint note_side check (side in ('asker', 'office')),
  text text not null
);
create index note_of_request on support.note (request, place);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema support cascade');
  }
}
