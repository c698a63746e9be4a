import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What authorities ask, what people ask about their data, how long each may take, and what law keeps. */
export class SupportAuthority1764001910000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table support.authority_clock (
  kind text not null constraint authority_clock_kind check (kind in ('data', 'block', 'suspension')),
  urgent boolean not null,
  hours smallint not null constraint authority_clock_hours check (hours between 1 and 720),
  valid_from date not null,
  legal_ref text not null,
  constraint authority_clock_key primary key (kind, urgent, valid_from)
);
insert into support.authority_clock values
  ('data', false, 24, '2026-07-01', 'Nghị định 248/2026/NĐ-CP Điều 18; Luật 116/2025/QH15 Điều 25(2) (cần luật sư xác nhận)'),
  ('data', true, 3, '2026-07-01', 'Luật 116/2025/QH15 Điều 25(2): trường hợp khẩn cấp (cần luật sư xác nhận)'),
  ('block', false, 24, '2026-07-01', 'Luật 116/2025/QH15 Điều 25(2) (cần luật sư xác nhận)'),
  ('block', true, 6, '2026-07-01', 'Luật 116/2025/QH15 Điều 25(2): trường hợp khẩn cấp (cần luật sư xác nhận)'),
  ('suspension', false, 24, '2026-07-01', 'Nghị định 248/2026/NĐ-CP Điều 18 (cần luật sư xác nhận)'),
  ('suspension', true, 24, '2026-07-01', 'Nghị định 248/2026/NĐ-CP Điều 18 (cần luật sư xác nhận)');

create sequence support.authority_number as integer;

create table support.authority_request (
  id uuid not null constraint authority_request_key primary key,
  number text not null constraint authority_number_once unique,
  kind text not null constraint authority_request_kind check (kind in ('data', 'block', 'suspension')),
  urgent boolean not null,
  authority text not null,
  document text not null,
  scope text not null,
  province text not null,
  producer uuid,
  received_at timestamptz not null,
  due_at timestamptz not null,
  legal_ref text not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  answer text,
  prepared_by uuid,
  prepared_at timestamptz,
  answered_by uuid,
  answered_at timestamptz,
  carried_out_at timestamptz,
  constraint authority_prepared_whole check ((answer is null) = (prepared_by is null) and (answer is null) = (prepared_at is null)),
  constraint authority_answered_whole check ((answered_by is null) = (answered_at is null)),
  constraint authority_answered_by_another check (answered_by <> prepared_by)
);
create index authority_queue on support.authority_request (province, due_at) where answered_at is null;
create index authority_done on support.authority_request (province, answered_at) where answered_at is not null;
create index authority_of_producer on support.authority_request (producer) where producer is not null and carried_out_at is null;

create table support.data_clock (
  kind text not null constraint data_clock_kind check (kind in ('copy', 'correct', 'delete', 'restrict', 'object')),
  valid_from date not null,
  reply_working_days smallint not null,
  days smallint not null,
  extension_days smallint not null,
  legal_ref text not null,
  constraint data_clock_key primary key (kind, valid_from)
);
insert into support.data_clock values
  ('copy', '2026-01-01', 2, 10, 10, 'Nghị định 356/2025/NĐ-CP Điều 5'),
  ('correct', '2026-01-01', 2, 10, 10, 'Nghị định 356/2025/NĐ-CP Điều 5'),
  ('delete', '2026-01-01', 2, 20, 20, 'Nghị định 356/2025/NĐ-CP Điều 5; Luật 91/2025/QH15 Điều 14'),
  ('restrict', '2026-01-01', 2, 15, 15, 'Nghị định 356/2025/NĐ-CP Điều 5'),
  ('object', '2026-01-01', 2, 15, 15, 'Nghị định 356/2025/NĐ-CP Điều 5');

create table support.holiday (
  day date not null constraint holiday_key primary key,
  name text not null,
  legal_ref text not null
);
insert into support.holiday (day, name, legal_ref)
select day, name, 'Bộ luật Lao động 45/2019/QH14 Điều 112; lịch nghỉ Tết do Thủ tướng quyết định hằng năm' from (values
  (date '2026-01-01', 'Tết Dương lịch'), ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương'), ('2026-04-30', 'Ngày Chiến thắng'),
  ('2026-05-01', 'Quốc tế Lao động'), ('2026-09-01', 'Quốc khánh'), ('2026-09-02', 'Quốc khánh'),
  ('2027-01-01', 'Tết Dương lịch'), ('2027-04-30', 'Ngày Chiến thắng'), ('2027-09-02', 'Quốc khánh')
) as known (day, name);

create table support.retention (
  what text not null,
  position smallint not null,
  why text not null,
  months smallint,
  valid_from date not null,
  legal_ref text not null,
  constraint retention_key primary key (what, valid_from)
);
insert into support.retention values
  ('Đơn hàng và hợp đồng mua bán đã giao kết', 1, 'Giải quyết khiếu nại, đối chiếu', 36, '2026-07-01', 'Luật 122/2025/QH15 Điều 17(1)(e) (cần luật sư xác nhận)'),
  ('Số tiền, chứng từ kế toán, hóa đơn', 2, 'Sổ sách kế toán; tên được thay bằng mã', 120, '2025-01-01', 'Luật Kế toán 88/2015/QH13 Điều 41, Nghị định 174/2016/NĐ-CP (cần luật sư xác nhận)'),
  ('Nhật ký đăng nhập: thời gian, địa chỉ mạng', 3, 'An toàn thông tin', 12, '2026-08-19', 'Nghị định 333/2026/NĐ-CP Điều 16(6) (cần luật sư xác nhận)'),
  ('Nhật ký ai đã xem, đã sửa dữ liệu của bạn', 4, 'Chứng minh việc xử lý dữ liệu; chỉ giữ mã, không giữ tên', 24, '2026-01-01', 'Luật 91/2025/QH15'),
  ('Bằng chứng đã đồng ý và đã rút lại', 5, 'Chứng minh sự đồng ý', 36, '2026-01-01', 'Luật 91/2025/QH15 Điều 9, 10');

create sequence support.data_number as integer;

create table support.data_request (
  id uuid not null constraint data_request_key primary key,
  number text not null constraint data_number_once unique,
  person uuid not null,
  producers uuid[] not null,
  province text,
  kind text not null constraint data_request_kind check (kind in ('copy', 'correct', 'delete', 'restrict', 'object')),
  text text,
  made_at timestamptz not null,
  reply_by timestamptz not null,
  acknowledged_at timestamptz,
  due_at timestamptz not null,
  extended_until timestamptz,
  extended_reason text,
  decided_at timestamptz,
  decided_by uuid,
  granted boolean,
  answer text,
  kept jsonb not null default '[]',
  constraint data_decided_whole check ((decided_at is null) = (granted is null) and (decided_at is null) = (answer is null)),
  constraint data_extended_whole check ((extended_until is null) = (extended_reason is null))
);
create index data_request_person on support.data_request (person, made_at desc);
create index data_request_queue on support.data_request (province, due_at) where decided_at is null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table support.data_request, support.retention, support.holiday, support.data_clock, support.authority_request,
  support.authority_clock;
drop sequence support.data_number;
drop sequence support.authority_number;
`);
  }
}
