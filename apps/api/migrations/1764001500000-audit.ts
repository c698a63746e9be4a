import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the audit asks for: everything of the last days, newest first. */
export class Audit1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index event_at on platform.event (at, id);
create index looked_at on platform.looked (at, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index platform.looked_at; drop index platform.event_at');
  }
}
