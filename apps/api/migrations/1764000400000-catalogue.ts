import type { MigrationInterface, QueryRunner } from 'typeorm';
import { categories, commodities, validFrom } from '../src/catalogue/commodities-2025-01.ts';

/** What can be sold, by whom, at what price, with which pictures; and how produce is kept, from which day on. */
export class Catalogue1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create schema catalogue;

create table catalogue.category (
  id text primary key constraint category_id check (id ~ '^[a-z0-9-]{1,60}$'),
  name text not null,
  position smallint not null
);

create table catalogue.commodity_profile (
  commodity text not null constraint commodity_id check (commodity ~ '^[a-z_]{2,40}$'),
  valid_from date not null,
  category text not null references catalogue.category,
  name text not null,
  name_english text not null,
  minimum_celsius double precision,
  maximum_celsius double precision,
  humidity_minimum double precision,
  humidity_maximum double precision,
  shelf_life_days integer constraint shelf_life check (shelf_life_days > 0),
  shelf_life_days_maximum integer,
  chilling_injury_below_celsius double precision,
  q10 double precision,
  confidence text not null constraint commodity_confidence check (confidence in ('high', 'medium', 'low', 'none')),
  source text not null,
  primary key (commodity, valid_from),
  constraint commodity_range check (minimum_celsius <= maximum_celsius)
);

create table catalogue.producer (
  id uuid primary key,
  kind text not null constraint producer_kind check (kind in ('household', 'cooperative')),
  name text not null,
  commune text not null,
  commune_name text not null,
  province text not null,
  province_name text not null,
  sub_area text
);
create index producer_commune on catalogue.producer (commune, name);

create table catalogue.standing (
  producer uuid primary key,
  state text not null constraint standing_state check (state in ('approved', 'suspended')),
  at timestamptz not null,
  event uuid not null
);

create table catalogue.product (
  id uuid primary key default uuidv7(),
  producer uuid not null references catalogue.producer,
  commodity text not null,
  name text not null,
  description text not null,
  origin text not null constraint product_origin check (origin in ('self_produced', 'bought_in')),
  created_at timestamptz not null
);
create index product_producer on catalogue.product (producer);

create table catalogue.offer (
  id uuid primary key,
  product uuid not null references catalogue.product,
  producer uuid not null references catalogue.producer,
  slug text not null constraint offer_slug unique,
  state text not null constraint offer_state check (state in ('published', 'withdrawn')),
  visible boolean not null,
  price bigint not null constraint offer_price check (price >= 1000),
  unit text not null,
  increment integer not null constraint offer_increment check (increment > 0),
  minimum integer not null,
  storage text not null constraint offer_storage check (storage in ('ambient', 'cool', 'chilled', 'frozen')),
  harvest_from date,
  harvest_to date,
  published_at timestamptz not null,
  name text not null,
  commodity text not null,
  category text not null references catalogue.category,
  producer_name text not null,
  producer_kind text not null,
  commune text not null,
  commune_name text not null,
  province text not null,
  province_name text not null,
  sub_area text,
  picture uuid not null,
  picture_hash text not null,
  picture_width integer not null,
  picture_height integer not null,
  picture_colour text not null,
  constraint offer_minimum check (minimum > 0 and minimum % increment = 0),
  constraint offer_harvest check (harvest_from <= harvest_to),
  constraint withdrawn_unseen check (state = 'published' or not visible)
);
create index offer_newest on catalogue.offer (published_at desc, id desc) where visible;
create index offer_by_category on catalogue.offer (category, published_at desc, id desc) where visible;
create index offer_by_commune on catalogue.offer (commune, published_at desc, id desc) where visible;
create index offer_by_province on catalogue.offer (province, published_at desc, id desc) where visible;
create index offer_by_producer on catalogue.offer (producer, published_at desc, id desc);
create index offer_by_storage on catalogue.offer (storage, published_at desc, id desc) where visible;
create index offer_cheapest on catalogue.offer (price, id) where visible;
create index offer_cheapest_by_category on catalogue.offer (category, price, id) where visible;
create index offer_cheapest_by_province on catalogue.offer (province, price, id) where visible;
create index offer_product on catalogue.offer (product);

create table catalogue.price (
  id uuid primary key default uuidv7(),
  offer uuid not null references catalogue.offer,
  price bigint not null,
  at timestamptz not null,
  by text
);
create index price_offer on catalogue.price (offer, at);

create table catalogue.picture (
  id uuid primary key,
  owner uuid not null,
  hash text not null constraint picture_hash check (hash ~ '^[0-9a-f]{32}$'),
  width integer not null,
  height integer not null,
  colour text not null constraint picture_colour check (colour ~ '^#[0-9a-f]{6}$'),
  state text not null constraint picture_state check (state in ('unused', 'used')),
  at timestamptz not null
);
create index picture_hash on catalogue.picture (hash);
create index picture_unused on catalogue.picture (at) where state = 'unused';

create table catalogue.offer_picture (
  offer uuid not null references catalogue.offer,
  position smallint not null,
  picture uuid not null references catalogue.picture,
  primary key (offer, position)
);
`);
    await runner.query(
      `insert into catalogue.category (id, name, position)
       select id, name, position from unnest($1::text[], $2::text[]) with ordinality as given (id, name, position)`,
      [categories.map(([id]) => id), categories.map(([, name]) => name)],
    );
    await runner.query(
      `insert into catalogue.commodity_profile
       select commodity, $2::date, category, name, "nameEnglish", "minimumCelsius", "maximumCelsius", "humidityMinimum",
         "humidityMaximum", "shelfLifeDays", "shelfLifeDaysMaximum", "chillingInjuryBelowCelsius", q10, confidence, source
       from jsonb_to_recordset($1::jsonb) as given (
         commodity text, category text, name text, "nameEnglish" text, "minimumCelsius" float8, "maximumCelsius" float8,
         "humidityMinimum" float8, "humidityMaximum" float8, "shelfLifeDays" int, "shelfLifeDaysMaximum" int,
         "chillingInjuryBelowCelsius" float8, q10 float8, confidence text, source text)`,
      [JSON.stringify(commodities), validFrom],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema catalogue cascade');
  }
}
