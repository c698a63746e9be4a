import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zalo's numbers for a stall that had to stop at once and for one that goes on: neither waits until somebody opens the site. */
export class NotificationsSuspended1764001420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['producer-suspended', 'producer-reinstated']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from notifications.template where kind in ('producer-suspended', 'producer-reinstated')`,
    );
  }
}
