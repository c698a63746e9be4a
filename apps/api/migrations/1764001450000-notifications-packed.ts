import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zalo's number for what a buyer is told of a parcel that holds less than she ordered. */
export class NotificationsPacked1764001450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into notifications.template (kind, valid_from, template_id, source)
values ('parcel-short', '2025-01-01', 'cho-phien-parcel-short',
  'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notifications.template where kind = 'parcel-short'`);
  }
}
