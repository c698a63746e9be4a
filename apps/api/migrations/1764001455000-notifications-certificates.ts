import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = ['certificate-refused', 'certificate-revoked', 'certificate-expiring', 'certificate-expired'];

/** Zalo's numbers for what a household is told of its certificates. */
export class NotificationsCertificates1764001455000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into notifications.template (kind, valid_from, template_id, source)
       select kind, '2025-01-01', 'cho-phien-' || kind,
         'Mã để chạy thử; khi Zalo duyệt mẫu, ghi mã thật bằng lệnh operate "template set"'
       from unnest($1::text[]) as kind`,
      [kinds],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from notifications.template where kind = any($1::text[])', [kinds]);
  }
}
