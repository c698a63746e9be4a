import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officials see which messages did not reach a household. */
export class NotificationsFailed1764001418000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index delivery_failed on platform.delivery (listener, at desc) where state = 'failed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index platform.delivery_failed');
  }
}
