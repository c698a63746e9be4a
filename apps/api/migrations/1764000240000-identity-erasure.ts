import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody whose data was erased has no number and no name any more; her id stays, for the ledger and the audit. */
export class IdentityErasure1764000240000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table identity.person add column erased_at timestamptz;
alter table identity.person alter column phone drop not null;
alter table identity.person add constraint person_reachable check ((phone is null) = (erased_at is not null));
`);
  }

  async down(): Promise<void> {
    throw new Error('what was erased has no number: restore a backup');
  }
}
