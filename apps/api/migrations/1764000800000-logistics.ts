import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Logistics1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema logistics;

create table logistics.zone_fee (
  zone text not null constraint zone_fee_zone check (zone in ('commune', 'province', 'elsewhere')),
  storage text not null constraint zone_fee_storage check (storage in ('ambient', 'cool', 'chilled', 'frozen')),
  valid_from date not null,
  fee bigint not null constraint zone_fee_fee check (fee >= 0),
  source text not null,
  primary key (zone, storage, valid_from)
);

insert into logistics.zone_fee (zone, storage, valid_from, fee, source)
select zone, storage, '2025-07-01', base + extra, 'Bảng phí giao hàng Chợ Phiên số 1, áp dụng từ 01/07/2025'
from (values ('commune', 15000), ('province', 25000), ('elsewhere', 35000)) as zones (zone, base),
  (values ('ambient', 0), ('cool', 5000), ('chilled', 15000), ('frozen', 20000)) as classes (storage, extra);

create table logistics.shipment (
  id uuid primary key,
  parcel uuid not null constraint shipment_parcel unique,
  order_id uuid not null,
  code text not null,
  producer uuid not null,
  commune text not null,
  to_commune text not null,
  storage text not null constraint shipment_storage check (storage in ('ambient', 'cool', 'chilled', 'frozen')),
  commodities text[] not null,
  state text not null
    constraint shipment_state check (state in ('created', 'ready', 'dispatched', 'delivered', 'failed', 'cancelled')),
  held boolean not null default false,
  held_changed_at timestamptz,
  device text,
  cash_to_collect bigint not null constraint shipment_cash check (cash_to_collect >= 0),
  cash_collected bigint constraint shipment_cash_collected check (cash_collected between 0 and cash_to_collect),
  received_by text,
  reason text,
  created_at timestamptz not null,
  ready_at timestamptz,
  dispatched_at timestamptz,
  delivered_at timestamptz,
  ended_at timestamptz,
  constraint shipment_cold_has_logger
    check (device is not null or storage in ('ambient', 'cool') or state not in ('dispatched', 'delivered', 'failed')),
  constraint shipment_delivered check ((state = 'delivered') = (delivered_at is not null))
);
create index shipment_order on logistics.shipment (order_id);
create unique index device_rides_once on logistics.shipment (device) where state = 'dispatched';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema logistics cascade');
  }
}
