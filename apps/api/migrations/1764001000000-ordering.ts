import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ordering1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema ordering;

create table ordering.basket (
  key_hash text primary key,
  touched_at timestamptz not null
);
create index basket_touched on ordering.basket (touched_at);

create table ordering.basket_line (
  basket text not null references ordering.basket on delete cascade,
  offer uuid not null,
  quantity bigint not null constraint basket_line_quantity check (quantity > 0),
  price_seen bigint not null,
  added_at timestamptz not null,
  primary key (basket, offer)
);

create table ordering."order" (
  id uuid primary key,
  code text not null constraint order_code unique,
  body_hash text not null,
  phone_hash text not null,
  buyer_producers uuid[] not null,
  payment text not null constraint order_payment check (payment in ('cod', 'vnpay')),
  channel text not null,
  to_commune text not null,
  goods bigint not null constraint order_goods check (goods >= 0),
  shipping bigint not null constraint order_shipping check (shipping >= 0),
  total bigint not null,
  placed_at timestamptz not null,
  pay_by timestamptz,
  hold_until timestamptz,
  finalised_at timestamptz,
  paid_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text constraint order_cancel_reason check (cancel_reason in ('buyer', 'unpaid', 'producer')),
  constraint order_total check (total = goods + shipping),
  constraint order_waits check ((payment = 'vnpay') = (pay_by is not null and hold_until is not null)),
  constraint order_finalised check (payment = 'vnpay' or finalised_at is not null),
  constraint order_paid check ((paid_at is null) or (payment = 'vnpay' and finalised_at is not null)),
  constraint order_cancelled check ((cancelled_at is null) = (cancel_reason is null))
);
create index order_phone on ordering."order" (phone_hash) where cancelled_at is null;
create index order_unpaid on ordering."order" (hold_until) where finalised_at is null and cancelled_at is null;

create table ordering.delivery_address (
  order_id uuid primary key references ordering."order",
  name text not null,
  phone text not null,
  commune text not null,
  commune_name text not null,
  address text not null,
  note text
);

create table ordering.parcel (
  id uuid primary key,
  order_id uuid not null references ordering."order",
  code text not null constraint parcel_code unique,
  position smallint not null,
  state text not null constraint parcel_state
    check (state in ('waiting', 'confirmed', 'packed', 'shipped', 'delivered', 'returned', 'cancelled')),
  producer uuid not null,
  producer_name text not null,
  producer_kind text not null constraint parcel_producer_kind check (producer_kind in ('household', 'cooperative')),
  commune text not null,
  province text not null,
  sub_area text,
  storage text not null constraint parcel_storage check (storage in ('ambient', 'cool', 'chilled', 'frozen')),
  goods bigint not null constraint parcel_goods check (goods >= 0),
  shipping bigint not null constraint parcel_shipping check (shipping >= 0),
  reason text,
  harvested_on date,
  placed_at timestamptz not null,
  confirmed_at timestamptz,
  packed_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  ended_at timestamptz,
  constraint parcel_once unique (order_id, position),
  constraint parcel_ended check ((state in ('delivered', 'returned', 'cancelled')) = (ended_at is not null)),
  constraint parcel_delivered check ((state = 'delivered') = (delivered_at is not null))
);
create index parcel_producer on ordering.parcel (producer, placed_at desc);
create index parcel_todo on ordering.parcel (producer, state, placed_at) where ended_at is null;
create index parcel_shipped on ordering.parcel (commune) where state = 'shipped';

create table ordering.order_line (
  order_id uuid not null references ordering."order",
  offer uuid not null,
  parcel_id uuid not null references ordering.parcel,
  position smallint not null,
  name text not null,
  slug text not null,
  commodity text not null,
  unit text not null,
  quantity bigint not null constraint order_line_quantity check (quantity > 0),
  price bigint not null constraint order_line_price check (price > 0),
  amount bigint not null constraint order_line_amount check (amount >= 0),
  primary key (order_id, offer)
);
create index order_line_parcel on ordering.order_line (parcel_id, position);

create table ordering.parcel_hold (
  excursion uuid primary key,
  parcel_id uuid not null references ordering.parcel,
  reason text not null,
  held_at timestamptz not null,
  released_at timestamptz,
  released_by uuid,
  finding text,
  constraint parcel_hold_released check (num_nulls(released_at, released_by, finding) in (0, 3))
);
create index parcel_hold_parcel on ordering.parcel_hold (parcel_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema ordering cascade');
  }
}
