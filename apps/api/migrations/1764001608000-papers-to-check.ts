import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A province counts its papers on every page of the office: all that the count asks for stands in the index. */
export class PapersToCheck1764001608000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index paper_to_check on papers.paper (province, state, expires_on)
      include (kind, handed_in_at) where destroyed_at is null and state in ('waiting', 'verified', 'expired')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index papers.paper_to_check');
  }
}
