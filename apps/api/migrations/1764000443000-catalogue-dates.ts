import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day of a service may be cancelled, with why when guests had booked. */
export class CatalogueDates1764000443000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table catalogue.service_date add column cancelled_because text
  constraint service_date_because check (cancelled_because is null or state = 'cancelled');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table catalogue.service_date drop column cancelled_because');
  }
}
