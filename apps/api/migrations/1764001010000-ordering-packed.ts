import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was packed of each line and what it comes to, and the dated limits that ordering follows. */
export class OrderingPacked1764001010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table ordering.order_line
  add column packed bigint,
  add column settled bigint,
  add column short_reason text constraint order_line_short_reason
    check (short_reason in ('not-enough', 'spoiled', 'below-standard', 'agreed', 'weighed')),
  add constraint order_line_packed check (packed >= 0 and settled between 0 and amount),
  add constraint order_line_settled check ((packed is null) = (settled is null)),
  add constraint order_line_short check ((short_reason is not null) = (packed is not null and packed < quantity));

-- A limit of time or number, from a day on.
create table ordering.rule (
  name text not null,
  valid_from date not null,
  amount integer not null constraint ordering_rule_amount check (amount >= 0),
  unit text not null,
  legal_ref text not null,
  primary key (name, valid_from)
);
insert into ordering.rule values
  ('weighing-tolerance', '2026-01-01', 500, 'basis points', 'Quy chế hoạt động Chợ Phiên, mục cân hàng khi đóng gói');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table ordering.rule;
alter table ordering.order_line drop column packed, drop column settled, drop column short_reason;
`);
  }
}
