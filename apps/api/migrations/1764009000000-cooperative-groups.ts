import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cooperative group (tổ hợp tác) sells like a household or a cooperative. */
export class CooperativeGroups1764009000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table catalogue.producer drop constraint producer_kind;
alter table catalogue.producer add constraint producer_kind check (kind in ('household', 'cooperative', 'cooperative-group'));
alter table ordering.parcel drop constraint parcel_producer_kind;
alter table ordering.parcel add constraint parcel_producer_kind
  check (producer_kind in ('household', 'cooperative', 'cooperative-group'));
alter table assessment.fact drop constraint fact_producer_kind;
alter table assessment.fact add constraint fact_producer_kind
  check (producer_kind in ('household', 'cooperative', 'cooperative-group'));
`);
  }

  async down(): Promise<void> {
    throw new Error('cooperative groups may be selling: restore a backup');
  }
}
