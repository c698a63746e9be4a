import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By when a producer answers, when she is reminded, and the days on which she takes no orders. */
export class OrderingAnswers1764001020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table ordering.parcel add column reminded_at timestamptz;
create index parcel_waiting on ordering.parcel (placed_at) where state = 'waiting';

insert into ordering.rule values
  ('answer-within', '2026-01-01', 24, 'hours', 'Quy chế hoạt động Chợ Phiên, mục nhận đơn'),
  ('remind-after', '2026-01-01', 12, 'hours', 'Quy chế hoạt động Chợ Phiên, mục nhận đơn'),
  ('away-longest', '2026-01-01', 90, 'days', 'Quy chế hoạt động Chợ Phiên, mục ngày nghỉ của người bán');

create table ordering.away (
  id uuid primary key,
  producer uuid not null,
  from_day date not null,
  to_day date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint away_days check (to_day >= from_day)
);
create index away_of_producer on ordering.away (producer, to_day);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table ordering.away;
drop index ordering.parcel_waiting;
alter table ordering.parcel drop column reminded_at;
delete from ordering.rule where name in ('answer-within', 'remind-after', 'away-longest');
`);
  }
}
