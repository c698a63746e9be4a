import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What buyers say was wrong with what they got, and what became of it. */
export class OrderingClaims1764001030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table ordering.claim (
  id uuid primary key,
  order_id uuid not null references ordering."order",
  parcel_id uuid not null references ordering.parcel,
  kind text not null constraint claim_kind check (kind in ('damaged', 'missing', 'wrong')),
  words text,
  opened_at timestamptz not null,
  answer_by timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  outcome text constraint claim_outcome check (outcome in ('refunded', 'refused')),
  amount bigint,
  reason text,
  decided_as text constraint claim_decided_as check (decided_as in ('producer', 'official')),
  decided_by uuid,
  decided_at timestamptz,
  constraint claim_answered check ((answered_at is null) = (answered_by is null)),
  constraint claim_decided check (num_nulls(outcome, amount, decided_as, decided_by, decided_at) in (0, 5)),
  constraint claim_amount check (amount >= 0 and (outcome = 'refunded') = (amount > 0))
);
create unique index claim_open_once on ordering.claim (parcel_id) where decided_at is null;
create index claim_of_order on ordering.claim (order_id);

create table ordering.claim_photo (
  id uuid primary key,
  claim uuid not null,
  order_id uuid not null references ordering."order",
  hash text not null,
  given_hash text not null,
  at timestamptz not null
);
create index claim_photo_of on ordering.claim_photo (claim);
create index claim_photo_at on ordering.claim_photo (at);

insert into ordering.rule values
  ('claim-within', '2026-01-01', 72, 'hours', 'Quy chế hoạt động Chợ Phiên, mục khiếu nại sau khi nhận hàng'),
  ('claim-answer-within', '2026-01-01', 48, 'hours', 'Quy chế hoạt động Chợ Phiên, mục khiếu nại sau khi nhận hàng');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table ordering.claim_photo;
drop table ordering.claim;
delete from ordering.rule where name in ('claim-within', 'claim-answer-within');
`);
  }
}
