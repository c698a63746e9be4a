import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zalo's numbers for what an applicant is told once her stall is approved, and of where its money goes. */
export class NotificationsApplicants1764001411000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
insert into notifications.template (kind, valid_from, template_id, source)
select kind, '2025-01-01', 'cho-phien-' || kind, 'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
from unnest(array['producer-activated', 'suspension-announced', 'producer-closed', 'payout-changed']) as kind;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notifications.template
where kind in ('producer-activated', 'suspension-announced', 'producer-closed', 'payout-changed')`);
  }
}
