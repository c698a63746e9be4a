import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as kinds from '../src/catalogue/kinds-2026-01.ts';

/** Groups stand on shelves; what goods of a group are told apart by, what their labels must say, and when crops ripen. */
export class CatalogueKinds1764000441000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A group of goods, or (without parent, with children) the shelf that groups stand on.
alter table catalogue.category
  add column parent text references catalogue.category,
  add column kind text not null default 'goods' constraint category_kind check (kind in ('goods', 'service'));

-- The shelf of its category: a list of a whole shelf is one walk along one index, too.
alter table catalogue.offer add column shelf text references catalogue.category;
create index offer_by_shelf on catalogue.offer (shelf, published_at desc, id desc) where visible;
create index offer_cheapest_by_shelf on catalogue.offer (shelf, price, id) where visible;

-- What goods of a group or of a whole shelf are told apart by, from a day on; without choices: no more.
create table catalogue.attribute (
  id text not null constraint attribute_id check (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  category text not null references catalogue.category,
  valid_from date not null,
  name text not null,
  position smallint not null,
  choices jsonb not null,
  primary key (id, category, valid_from)
);

-- What a label must say, from a day on. The row in force is the latest whose day has come.
create table catalogue.label_requirement (
  field text not null constraint label_field check (field ~ '^[a-z][a-z0-9-]{0,39}$'),
  valid_from date not null,
  name text not null,
  hint text not null,
  processes text[] not null,
  -- Groups or shelves; null: all.
  categories text[],
  required boolean not null,
  covered_by_pack boolean not null,
  position smallint not null,
  legal_reference text not null,
  primary key (field, valid_from)
);

-- The days on which a listing is sold, one row for each year in which it is.
create table catalogue.selling_season (
  id uuid primary key default uuidv7(),
  offer uuid not null references catalogue.offer,
  sell_from date,
  sell_to date,
  state text not null constraint selling_season_state check (state in ('upcoming', 'open', 'ended', 'replaced')),
  constraint selling_season_once unique nulls not distinct (offer, sell_from, sell_to)
);

create table catalogue.harvest_months (
  commodity text not null,
  valid_from date not null,
  months smallint[] not null,
  source text not null,
  primary key (commodity, valid_from)
);
`);
    const insert = (text: string, given: readonly object[], ...rest: unknown[]) =>
      runner.query(text, [JSON.stringify(given), ...rest]);
    await insert(
      `insert into catalogue.category (id, name, position)
       select id, name, (select max(position) from catalogue.category) + place
       from jsonb_to_recordset($1::jsonb) as given (id text, name text, place int)`,
      [...kinds.serviceGroups, ...kinds.shelves].map(([id, name], index) => ({ id, name, place: index + 1 })),
    );
    await insert(
      `update catalogue.category set parent = given.parent
       from jsonb_to_recordset($1::jsonb) as given (id text, parent text) where category.id = given.id`,
      kinds.shelves.flatMap(([parent, , groups]) => groups.map((id) => ({ id, parent }))),
    );
    await runner.query("update catalogue.category set kind = 'service' where id = 'dich-vu' or parent = 'dich-vu'");
    await runner.query(`update catalogue.offer set shelf = category.parent
      from catalogue.category where category.id = offer.category`);
    await insert(
      `insert into catalogue.commodity_profile (commodity, valid_from, category, name, name_english, confidence, source)
       select commodity, $2::date, category, name, english, 'none', 'A person comes to it: there is nothing to keep'
       from jsonb_to_recordset($1::jsonb) as given (commodity text, category text, name text, english text)`,
      kinds.services.map(([commodity, category, name, english]) => ({ commodity, category, name, english })),
      kinds.validFrom,
    );
    await insert(
      `insert into catalogue.attribute (id, category, valid_from, name, position, choices)
       select id, category, $2::date, name, place, choices
       from jsonb_to_recordset($1::jsonb) as given (id text, category text, name text, place int, choices jsonb)`,
      kinds.attributes.map(([id, category, name, choices], place) => ({
        id,
        category,
        name,
        place,
        choices: choices.map(([value, label]) => ({ value, label })),
      })),
      kinds.validFrom,
    );
    await insert(
      `insert into catalogue.label_requirement
       select field, $2::date, name, hint, processes, categories, required, "coveredByPack", place, $3
       from jsonb_to_recordset($1::jsonb) as given (field text, name text, hint text, processes text[], categories text[],
         required bool, "coveredByPack" bool, place int)`,
      kinds.labelFields.map((field, place) => ({ ...field, place })),
      kinds.labelsFrom,
      kinds.labelReference,
    );
    await insert(
      `insert into catalogue.harvest_months select commodity, $2::date, months, $3
       from jsonb_to_recordset($1::jsonb) as given (commodity text, months smallint[])`,
      kinds.harvestMonths.map(([commodity, months]) => ({ commodity, months })),
      kinds.validFrom,
      kinds.harvestSource,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table catalogue.selling_season, catalogue.harvest_months, catalogue.label_requirement, catalogue.attribute;
alter table catalogue.offer drop column shelf;
delete from catalogue.commodity_profile where commodity in ('farm_visit', 'homestay', 'craft_lesson');
alter table catalogue.category drop column parent, drop column kind;
delete from catalogue.category where id in (${[...kinds.serviceGroups, ...kinds.shelves].map(([id]) => `'${id}'`).join(', ')});
`);
  }
}
