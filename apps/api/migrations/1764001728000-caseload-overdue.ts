import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits that are overdue are counted on every page of the office. */
export class CaseloadOverdue1764001728000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index household_next_visit on caseload.household (next_visit) where next_visit is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index caseload.household_next_visit');
  }
}
