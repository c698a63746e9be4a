import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What buyers say of what they got. */
export class OrderingReviews1764001050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table ordering.review (
  id uuid primary key,
  order_id uuid not null,
  offer uuid not null,
  stars smallint not null constraint review_stars check (stars between 1 and 5),
  words text,
  author text not null,
  at timestamptz not null,
  state text not null constraint review_state check (state in ('waiting', 'shown', 'hidden')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  reply text,
  replied_by uuid,
  replied_at timestamptz,
  constraint review_once unique (order_id, offer),
  constraint review_of_line foreign key (order_id, offer) references ordering.order_line,
  constraint review_replied check (num_nulls(reply, replied_by, replied_at) in (0, 3)),
  constraint review_hidden check ((state = 'hidden') = (reason is not null))
);
create index review_of_offer on ordering.review (offer, at desc) where state = 'shown';
create index review_waiting on ordering.review (at) where state = 'waiting';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ordering.review');
  }
}
