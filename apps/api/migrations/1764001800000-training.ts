import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses, the sessions they are held in, who was there, and which skill a trainer saw a household show. */
export class Training1764001800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema training;

create table training.course (
  id uuid not null constraint course_key primary key,
  title text not null,
  content text not null,
  hours numeric(4, 1) not null constraint course_hours check (hours > 0),
  province text,
  valid_from date not null,
  valid_to date,
  legal_ref text not null,
  written_by uuid,
  constraint course_span check (valid_to is null or valid_to > valid_from)
);

create table training.session (
  id uuid not null constraint session_key primary key,
  course uuid not null constraint session_course references training.course (id),
  commune text not null,
  province text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  trainer uuid not null,
  planned_by uuid not null,
  cancelled_at timestamptz,
  constraint session_span check (ends_at > starts_at)
);
create index session_commune on training.session (commune, starts_at);
create index session_province on training.session (province, starts_at);

create table training.attendance (
  session uuid not null constraint attendance_session references training.session (id),
  producer uuid not null,
  person uuid,
  how text not null constraint attendance_how check (how in ('qr', 'list')),
  by uuid not null,
  at timestamptz not null,
  constraint attendance_key primary key (session, producer)
);
create index attendance_producer on training.attendance (producer);

create table training.skill (
  id text not null,
  position smallint not null,
  title text not null,
  hint text not null,
  valid_from date not null,
  valid_to date,
  legal_ref text not null,
  constraint skill_key primary key (id, valid_from)
);
insert into training.skill (id, position, title, hint, valid_from, legal_ref)
select id, position, title, hint, '2022-02-01',
  'Kế hoạch 350/QĐ-BTTTT (2022): 50 % chủ tài khoản đủ kỹ năng; danh mục do Chợ Phiên cụ thể hóa'
from (values
  ('list', 1, 'Tự đăng bán một món', 'Chụp ảnh, ghi giá và số lượng, bấm Đăng bán không cần nhắc'),
  ('price', 2, 'Tính giá bán', 'Tính được giá gồm công đóng gói và tiền giao hàng'),
  ('pack', 3, 'Đóng gói hàng', 'Đóng một kiện đúng cách cho loại hàng của mình'),
  ('livestream', 4, 'Giới thiệu hàng trực tiếp', 'Nói về món hàng trước máy quay trong ba phút'),
  ('cod', 5, 'Đối chiếu tiền thu hộ', 'Xem được đơn nào đã thu, đã chuyển, còn thiếu'),
  ('complaint', 6, 'Trả lời khiếu nại', 'Trả lời một khiếu nại mẫu, biết khi nào gọi cán bộ')
) as listed (id, position, title, hint);

create table training.skill_shown (
  producer uuid not null,
  skill text not null,
  trainer uuid not null,
  at timestamptz not null,
  constraint skill_shown_key primary key (producer, skill)
);

create table training.limits (
  valid_from date not null constraint limits_key primary key,
  code_minutes smallint not null constraint limits_code check (code_minutes between 1 and 60),
  correct_days smallint not null constraint limits_correct check (correct_days between 0 and 90),
  source text not null
);
insert into training.limits values ('2025-01-01', 5, 7, 'Chợ Phiên: mã điểm danh đổi sau 5 phút, danh sách sửa được trong 7 ngày');

insert into training.course (id, title, content, hours, valid_from, legal_ref) values
  ('0198a000-0000-7000-8000-000000000001', 'Bán hàng trên chợ số cho hộ nông dân',
   E'Chụp ảnh và đăng món hàng\\nTính giá, ghi đơn vị\\nNhận đơn, đóng gói, giao hàng\\nTiền thu hộ và chuyển khoản\\nTrả lời người mua, khiếu nại\\nGiữ an toàn tài khoản và dữ liệu cá nhân',
   8, '2022-02-01', 'Kế hoạch 350/QĐ-BTTTT (2022): 100 % hộ lên sàn được tập huấn');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema training cascade');
  }
}
