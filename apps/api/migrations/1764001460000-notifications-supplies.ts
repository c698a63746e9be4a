import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zalo's numbers for what a household is told of the goods it brought to its cooperative. */
export class NotificationsSupplies1764001460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['supply-received', 'supply-undone']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notifications.template where kind in ('supply-received', 'supply-undone')`);
  }
}
