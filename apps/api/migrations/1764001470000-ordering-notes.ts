import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What buyer and producer write to each other about a parcel. */
export class OrderingNotes1764001470000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table ordering.note (
  id uuid primary key,
  order_id uuid not null references ordering."order",
  parcel_id uuid not null references ordering.parcel,
  written_as text not null constraint note_written_as check (written_as in ('buyer', 'producer')),
  written_by uuid,
  text text not null,
  at timestamptz not null
);
create index note_of_parcel on ordering.note (parcel_id, at);
insert into ordering.rule values
  ('notes-within', '2026-01-01', 720, 'hours', 'Quy chế hoạt động Chợ Phiên, mục trao đổi về đơn hàng'),
  ('notes-most', '2026-01-01', 100, 'notes', 'Quy chế hoạt động Chợ Phiên, mục trao đổi về đơn hàng');
insert into notifications.template (kind, valid_from, template_id, source)
values ('order-note', '2025-01-01', 'cho-phien-order-note',
  'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from notifications.template where kind = 'order-note';
drop table ordering.note;
delete from ordering.rule where name in ('notes-within', 'notes-most');
`);
  }
}
