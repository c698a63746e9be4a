import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Harvest lots, which parcels they went into, and what happened to those on the way. */
export class Lots1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema lots;

create table lots.lot (
  id uuid primary key,
  code text not null constraint lot_code unique constraint lot_code_shape check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  producer uuid not null,
  commune text not null,
  commodity text not null,
  name text not null,
  harvested_on date not null,
  constraint lot_once unique (producer, commodity, harvested_on)
);

create table lots.parcel_lot (
  parcel uuid not null,
  parcel_code text not null,
  offer uuid not null,
  name text not null,
  lot uuid not null references lots.lot,
  quantity bigint not null constraint parcel_lot_quantity check (quantity > 0),
  primary key (parcel, offer)
);
create index parcel_lot_code on lots.parcel_lot (parcel_code);
create index parcel_lot_lot on lots.parcel_lot (lot);

create table lots.trace_event (
  id uuid primary key default uuidv7(),
  event_id uuid not null,
  parcel uuid not null,
  parcel_code text not null,
  step text not null constraint trace_event_step
    check (step in ('harvested', 'packed', 'dispatched', 'delivered', 'held', 'released', 'returned')),
  at timestamptz not null,
  commune text,
  data jsonb not null,
  constraint trace_event_once unique (event_id, step)
);
create index trace_event_parcel on lots.trace_event (parcel, at);

create trigger append_only before update or delete on lots.trace_event
  for each row execute function platform.refuse_change();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema lots cascade');
  }
}
