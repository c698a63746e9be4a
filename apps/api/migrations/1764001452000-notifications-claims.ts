import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zalo's numbers for what is told of a claim. */
export class NotificationsClaims1764001452000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['claim-opened', 'claim-decided']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notifications.template where kind in ('claim-opened', 'claim-decided')`);
  }
}
