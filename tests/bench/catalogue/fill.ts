import pg from 'pg';
import { idOf } from '../goods.ts';
import { chosen, type Choices, choicesByGroup, drawn, packOf, windowOf } from './fill-facts.ts';
import { coreProducts, everyday, qualities, sayings, slugOf } from './core.ts';

interface Place {
  code: string;
  name: string;
  province: string;
  province_name: string;
}

interface Offer extends Record<string, unknown> {
  id: string;
}

const batch = 5_000;

export const coreId = (id: string): string => idOf(`core ${id}`);
export const bulkId = (index: number): string => idOf(`bulk ${index}`);

/**
 * `size` offers of a fifth as many producers: the core written by hand, inside a crowd of everyday goods from every
 * commune. Written straight into the tables, once; answers false when they were there.
 */
export const fill = async (databaseUrl: string, size: number): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const there = await client.query('select 1 from catalogue.offer where id = $1', [
      bulkId(size - coreProducts.length - 1),
    ]);
    if (there.rowCount) return false;
    await client.query('begin');
    await write(client, size);
    await client.query('commit');
    await client.query('analyze');
    return true;
  } finally {
    await client.end();
  }
};

const write = async (client: pg.Client, size: number): Promise<void> => {
  const picture = await client.query<Record<string, unknown>>(
    'select id, hash, width, height, colour from catalogue.picture order by at limit 1',
  );
  const [shown] = picture.rows;
  if (!shown) throw new Error('the demonstration has no picture to show');
  const places = await client.query<Place>(
    `select c.code, c.full_name as name, c.parent_code as province, p.full_name as province_name
     from communes.admin_unit c join communes.admin_unit p on p.code = c.parent_code and p.valid_to is null
     where c.level = 'commune' and c.valid_to is null order by md5(c.code)`,
  );
  const groups = await client.query<{ commodity: string; category: string; shelf: string | null }>(
    `select distinct on (commodity) commodity, category, category.parent as shelf from catalogue.commodity_profile
     join catalogue.category on category.id = commodity_profile.category order by commodity, valid_from desc`,
  );
  const kinds = new Map(groups.rows.map((row) => [row.commodity, row]));
  const choices = await choicesByGroup(client);
  const producers = Array.from({ length: size / 5 }, (_, index) => ({
    id: idOf(`seller ${index}`),
    name: `Hộ đo lường ${index + 1}`,
    place: places.rows[index % places.rows.length] as Place,
  }));
  await insertProducers(client, producers);
  const homes = await coreHomes(client, places.rows);
  const core = coreProducts.map((product, index): Offer => {
    const place = homes.get(product.id) as Place;
    const seller = { id: idOf(`core seller ${index}`), name: `Cơ sở đo lường ${index + 1}`, place };
    return {
      ...sold(product.id, seller, kinds.get(product.commodity)),
      id: coreId(product.id),
      name: product.name,
      description: product.description,
      commodity: product.commodity,
      price: product.price,
      unit: product.unit,
      pack_quantity: product.pack?.quantity ?? null,
      pack_unit: product.pack?.unit ?? null,
      kind: product.unit === 'khach' || product.unit === 'phong' ? 'service' : 'goods',
      process: product.pack ? 'processed' : 'fresh',
      variety: null,
      attributes: {},
      catch_weight: false,
      sell_from: null,
      sell_to: null,
      window_state: 'open',
      repeats_yearly: false,
      storage: 'ambient',
      delivery: 'country',
      ocop_stars: index % 3 === 0 ? 3 + (index % 2) : null,
      in_season: index % 2 === 0,
      published_at: new Date(Date.UTC(2026, 5, 1) + index * 3_600_000).toISOString(),
    };
  });
  await insertProducers(
    client,
    core.map((offer) => ({
      id: offer.producer as string,
      name: offer.producer_name as string,
      place: {
        code: offer.commune,
        name: offer.commune_name,
        province: offer.province,
        province_name: offer.province_name,
      } as Place,
    })),
  );
  await insertOffers(client, core, shown);
  for (let from = 0; from < size - core.length; from += batch) {
    const length = Math.min(batch, size - core.length - from);
    const offers = Array.from({ length }, (_, at) => bulk(from + at, producers, kinds, choices));
    await insertOffers(client, offers, shown);
  }
};

type Seller = { id: string; name: string; place: Place };
type Kinds = Map<string, { category: string; shelf: string | null }>;

const sold = (
  key: string,
  { id, name, place }: Seller,
  kind: { category: string; shelf: string | null } | undefined,
) => {
  if (!kind) throw new Error(`no group for ${key}`);
  return {
    product: idOf(`product of ${key}`),
    producer: id,
    producer_name: name,
    commune: place.code,
    commune_name: place.name,
    province: place.province,
    province_name: place.province_name,
    category: kind.category,
    shelf: kind.shelf,
  };
};

const bulk = (index: number, producers: readonly Seller[], kinds: Kinds, choices: Choices): Offer => {
  const [thing, commodity, storage, unit] = everyday[drawn(index, 1, everyday.length)]!;
  const group = kinds.get(commodity)?.category ?? '';
  const pack = packOf(index, unit);
  const seller = producers[index % producers.length]!;
  const place = seller.place.name.replace(/^(Xã|Phường|Đặc khu) /, '');
  return {
    ...sold(`bulk ${index}`, seller, kinds.get(commodity)),
    id: bulkId(index),
    name: `${thing} ${qualities[drawn(index, 2, qualities.length)]} ${place}`,
    description: `${thing} ở ${place}. ${sayings[drawn(index, 3, sayings.length)]} Lô số ${index}.`,
    commodity,
    price: 10_000 + drawn(index, 4, 900) * 1_000,
    unit,
    pack_quantity: pack?.quantity ?? null,
    pack_unit: pack?.unit ?? null,
    kind: 'goods',
    process: drawn(index, 13, 6) === 0 ? 'prepared' : 'fresh',
    variety: drawn(index, 14, 3) === 0 ? thing : null,
    attributes: chosen(index, choices.get(group) ?? []),
    catch_weight: unit === 'kg' && drawn(index, 15, 12) === 0,
    ...windowOf(index),
    storage,
    delivery: ['country', 'country', 'province', 'pickup'][drawn(index, 5, 4)],
    ocop_stars: drawn(index, 6, 25) === 0 ? 3 + drawn(index, 7, 3) : null,
    in_season: drawn(index, 8, 4) === 0,
    published_at: new Date(Date.UTC(2025, 6, 1) + index * 300_000).toISOString(),
  };
};

/** A commune that the district became; one of today of that name for the few that no list of former ones has. */
const coreHomes = async (client: pg.Client, places: readonly Place[]): Promise<Map<string, Place>> => {
  const { rows } = await client.query<{ district: string; province: string; code: string }>(
    `select regexp_replace(folded_district, '^(thanh pho|thi xa|huyen|quan) ', '') as district,
       regexp_replace(folded_province, '^(thanh pho|tinh) ', '') as province, min(new_code) as code
     from communes.former_unit group by 1, 2`,
  );
  const byCode = new Map(places.map((place) => [place.code, place]));
  const known = new Map(rows.map(({ district, province, code }) => [`${district}, ${province}`, code]));
  const { rows: named } = await client.query<{ code: string; folded: string }>(
    `select code, folded from communes.admin_unit where level = 'commune' and valid_to is null`,
  );
  return new Map(
    coreProducts.map(({ id, district, province }) => {
      const key = district.replace(/['’]/g, '');
      const code = known.get(`${key}, ${province}`) ?? named.find(({ folded }) => folded.endsWith(` ${key}`))?.code;
      const place = code && byCode.get(code);
      if (!place) throw new Error(`${id}: no commune for ${district}, ${province}`);
      return [id, place];
    }),
  );
};

const insertProducers = async (client: pg.Client, producers: readonly Seller[]): Promise<void> => {
  const given = producers.map(({ id, name, place }) => ({
    id,
    name,
    commune: place.code,
    commune_name: place.name,
    province: place.province,
    province_name: place.province_name,
  }));
  await client.query(
    `insert into catalogue.producer (id, kind, name, commune, commune_name, province, province_name, sub_area)
     select id, 'household', name, commune, commune_name, province, province_name, null
     from jsonb_to_recordset($1::jsonb) as p (id uuid, name text, commune text, commune_name text, province text, province_name text)`,
    [JSON.stringify(given)],
  );
  await client.query(
    `insert into catalogue.standing (producer, state, at, event) select id, 'approved', $2, id from unnest($1::uuid[]) as id`,
    [producers.map(({ id }) => id), new Date('2026-01-01T00:00:00Z')],
  );
};

const insertOffers = async (
  client: pg.Client,
  offers: readonly Offer[],
  shown: Record<string, unknown>,
): Promise<void> => {
  const given = JSON.stringify(offers.map((offer) => ({ ...offer, slug: slugOf(offer.name as string, offer.id) })));
  await client.query(
    `insert into catalogue.product (id, producer, commodity, name, description, variety, process, origin, created_at)
     select product, producer, commodity, name, description, variety, process, 'self_produced', published_at
     from jsonb_to_recordset($1::jsonb) as o (product uuid, producer uuid, commodity text, name text, description text,
       variety text, process text, published_at timestamptz)`,
    [given],
  );
  await client.query(
    `insert into catalogue.offer (id, product, producer, slug, state, visible, price, unit, increment, minimum, storage,
       published_at, approved_at, name, commodity, category, shelf, producer_name, producer_kind, commune, commune_name,
       province, province_name, kind, sold_by, pack_quantity, pack_unit, delivery, ocop_stars, in_season, attributes,
       catch_weight, catch_tolerance, sell_from, sell_to, window_state, repeats_yearly, picture,
       picture_hash, picture_width, picture_height, picture_colour)
     select id, product, producer, slug, 'published', true, price, unit, 1000, 1000, storage, published_at, published_at, name,
       commodity, category, shelf, producer_name, 'household', commune, commune_name, province, province_name, kind,
       case when pack_unit is not null then 'pack' when unit = 'kg' then 'weight' else 'piece' end, pack_quantity, pack_unit,
       delivery, ocop_stars, in_season, attributes, catch_weight, case when catch_weight then 10 end, sell_from, sell_to,
       window_state, repeats_yearly, $2, $3, $4, $5, $6
     from jsonb_to_recordset($1::jsonb) as o (id uuid, product uuid, producer uuid, slug text, price bigint, unit text,
       storage text, published_at timestamptz, name text, commodity text, category text, shelf text, producer_name text,
       commune text, commune_name text, province text, province_name text, kind text, pack_quantity int, pack_unit text,
       delivery text, ocop_stars int, in_season boolean, attributes jsonb, catch_weight boolean, sell_from date,
       sell_to date, window_state text, repeats_yearly boolean)`,
    [given, shown.id, shown.hash, shown.width, shown.height, shown.colour],
  );
  await client.query(
    'insert into catalogue.offer_picture (offer, position, picture) select unnest($1::uuid[]), 1, $2',
    [offers.map(({ id }) => id), shown.id],
  );
  await client.query(
    `insert into stock.level (offer, producer, on_hand, low_at) select id, producer, 900000000, 1
     from jsonb_to_recordset($1::jsonb) as o (id uuid, producer uuid)`,
    [given],
  );
};
