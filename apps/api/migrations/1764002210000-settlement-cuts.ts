import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a claim took back of a sale that was earned: of the month in which it was decided. */
export class SettlementCuts1764002210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table settlement.cut (
  claim uuid primary key,
  parcel uuid not null references settlement.sale,
  goods bigint not null constraint cut_goods check (goods >= 0),
  shipping bigint not null constraint cut_shipping check (shipping >= 0),
  commission bigint not null,
  vat bigint not null,
  pit bigint not null,
  net bigint not null,
  at timestamptz not null,
  constraint cut_parts check (net = goods - commission - vat - pit)
);
create index cut_of_parcel on settlement.cut (parcel);
create index cut_at on settlement.cut (at);
alter table settlement.sale add column cut bigint not null default 0;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table settlement.sale drop column cut; drop table settlement.cut');
  }
}
