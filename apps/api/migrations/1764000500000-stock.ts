import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Stock1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema stock;

create table stock.level (
  offer uuid primary key,
  producer uuid not null,
  on_hand bigint not null constraint level_on_hand check (on_hand >= 0),
  held bigint not null default 0 constraint level_held check (held >= 0 and held <= on_hand),
  low_at bigint not null constraint level_low_at check (low_at >= 0)
) with (fillfactor = 50);

-- Stock's door in SQL: what a list of listings shows without a second round trip. Nothing else of this schema is read by others.
create view stock.offer_level as select offer, on_hand - held as available from stock.level;

create table stock.movement (
  id uuid primary key default uuidv7(),
  offer uuid not null references stock.level,
  kind text not null constraint movement_kind check (kind in ('received', 'sold', 'returned', 'corrected')),
  quantity bigint not null,
  order_id uuid,
  reason text,
  at timestamptz not null,
  constraint movement_sign check (
    case kind when 'sold' then quantity < 0 when 'corrected' then true else quantity > 0 end
  ),
  constraint movement_order check ((order_id is not null) = (kind in ('sold', 'returned'))),
  constraint movement_reason check ((reason is not null) = (kind = 'corrected'))
);
create index movement_offer on stock.movement (offer, at);
create trigger append_only before update or delete on stock.movement
  for each row execute function platform.refuse_change();
create trigger append_only_whole before truncate on stock.movement
  for each statement execute function platform.refuse_change();

create table stock.hold (
  order_id uuid not null,
  offer uuid not null references stock.level,
  quantity bigint not null constraint hold_quantity check (quantity > 0),
  until timestamptz,
  state text not null constraint hold_state check (state in ('active', 'sold', 'released', 'returned')),
  primary key (order_id, offer),
  constraint hold_until check (state <> 'active' or until is not null)
) with (fillfactor = 80);
create index hold_active on stock.hold (offer) where state = 'active';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema stock cascade');
  }
}
