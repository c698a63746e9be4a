import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zalo's numbers for what a seller is told of her listings: let be shown, or to be mended. */
export class NotificationsListings1764001430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['listing-approved', 'listing-returned']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notifications.template where kind in ('listing-approved', 'listing-returned')`);
  }
}
