import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a product is and how it is sold: by piece, pack or weight, in which weeks of the year, how far it is sent. */
export class CatalogueFacts1764000440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table catalogue.product
  add column variety text,
  add column process text not null default 'fresh'
    constraint product_process check (process in ('fresh', 'prepared', 'processed')),
  add column label jsonb not null default '{}',
  add column growing_area text;

alter table catalogue.offer
  add column kind text not null default 'goods' constraint offer_kind check (kind in ('goods', 'service')),
  -- The choices among the attributes of its category: a list is narrowed by them.
  add column attributes jsonb not null default '{}',
  add column sold_by text not null default 'piece' constraint offer_sold_by check (sold_by in ('piece', 'pack', 'weight')),
  -- Thousandths of the pack's unit.
  add column pack_quantity integer constraint offer_pack_quantity check (pack_quantity > 0),
  add column pack_unit text,
  add column catch_weight boolean not null default false,
  -- Percent of what was ordered.
  add column catch_tolerance smallint constraint offer_tolerance check (catch_tolerance between 1 and 30),
  add column sell_from date,
  add column sell_to date,
  -- By the calendar; kept by the catalogue's acts and each night.
  add column window_state text not null default 'open'
    constraint offer_window_state check (window_state in ('open', 'upcoming', 'ended')),
  add column repeats_yearly boolean not null default false,
  add column in_season boolean not null default false,
  add column delivery text not null default 'country'
    constraint offer_delivery check (delivery in ('country', 'province', 'pickup')),
  -- Of a valid certificate; kept by the catalogue's acts and each night.
  add column ocop_stars smallint constraint offer_stars check (ocop_stars between 3 and 5);

update catalogue.offer set sold_by = 'weight' where unit in ('kg', 'yen', 'ta');

alter table catalogue.offer
  add constraint offer_pack check ((pack_quantity is null) = (pack_unit is null) and (sold_by = 'pack' or pack_unit is null)),
  add constraint offer_catch_weight check (
    (not catch_weight or sold_by = 'weight') and catch_weight = (catch_tolerance is not null)),
  add constraint offer_window check (sell_from <= sell_to),
  add constraint offer_repeats check (not repeats_yearly or (sell_from is not null and sell_to is not null)),
  add constraint ended_unseen check (window_state <> 'ended' or not visible);

-- A day on which a service is given. Its places are a level of stock under its own id.
create table catalogue.service_date (
  id uuid primary key,
  offer uuid not null references catalogue.offer,
  starts_at timestamptz not null,
  places integer not null constraint service_places check (places > 0),
  state text not null default 'open' constraint service_date_state check (state in ('open', 'past', 'cancelled'))
);
create index service_date_offer on catalogue.service_date (offer, starts_at);
create index service_date_open on catalogue.service_date (starts_at) where state = 'open';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table catalogue.service_date;
alter table catalogue.offer
  drop constraint ended_unseen, drop column kind, drop column attributes, drop column sold_by cascade,
  drop column pack_quantity, drop column pack_unit, drop column catch_weight, drop column catch_tolerance,
  drop column sell_from, drop column sell_to, drop column window_state, drop column repeats_yearly,
  drop column in_season, drop column delivery, drop column ocop_stars;
alter table catalogue.product drop column variety, drop column process, drop column label, drop column growing_area;
`);
  }
}
