import { createHash } from 'node:crypto';
import { fold, slug } from '@chophien/kernel';
import pg from 'pg';

/** Ten thousand products in twenty categories, the same each time. */
export const howMany = 10_000;
const categoryCount = 20;
const producerCount = 400;

const things = [
  ['Vải thiều', 'lychee'],
  ['Xoài cát', 'mango'],
  ['Nhãn lồng', 'longan'],
  ['Bưởi da xanh', 'pomelo'],
  ['Thanh long ruột đỏ', 'dragon_fruit'],
  ['Chuối tiêu hồng', 'banana'],
  ['Ổi lê', 'guava'],
  ['Cam sành', 'orange'],
  ['Chanh không hạt', 'lime'],
  ['Rau cải ngọt', 'asian_leafy'],
  ['Rau muống', 'water_spinach'],
  ['Hành lá', 'green_onion'],
  ['Dưa chuột', 'cucumber'],
  ['Cà chua chín', 'tomato_ripe'],
  ['Đậu bắp', 'okra'],
  ['Khoai lang mật', 'sweet_potato'],
  ['Gừng tươi', 'ginger'],
  ['Trứng gà ta', 'egg'],
  ['Gà đồi ướp mát', 'chicken_chilled'],
  ['Tôm thẻ ướp đá', 'shrimp_iced'],
] as const;
const kinds = ['loại một', 'loại hai', 'hữu cơ', 'sạch', 'đầu mùa', 'trái vụ', 'thu hoạch sáng', 'đóng hộp quà'];
const places = [
  'Phúc Hòa',
  'Mỹ Xương',
  'Lục Ngạn',
  'Cao Lãnh',
  'Tân Yên',
  'Mộc Châu',
  'Hưng Yên',
  'Bến Tre',
  'Đà Lạt',
  'Sơn La',
];
const units = ['kg', 'bo', 'trai', 'hop', 'goi'];
const storages = ['ambient', 'cool', 'chilled'];

/** An id that follows from its name: UUID version 8 over SHA-256. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const offerId = (index: number): string => idOf(`offer ${index}`);
export const nameOf = (index: number): string =>
  `${things[index % things.length]![0]} ${kinds[(index >> 3) % kinds.length]!} ${places[(index >> 5) % places.length]!} số ${index}`;
export const slugOf = (index: number): string => `${slug(nameOf(index))}-${offerId(index).slice(0, 6)}`;

/** What buyers type, with and without accents. */
export const queries = (accents: boolean): string[] =>
  things.flatMap(([thing], index) => {
    const words = `${thing} ${places[index % places.length]!}`;
    return accents ? [thing, words] : [fold(thing), fold(words)];
  });

export const categories: string[] = Array.from({ length: categoryCount }, (_, index) => `do-luong-${index + 1}`);

/**
 * Writes the goods straight into the tables: a measurement needs their number, not their history. Answers false when they
 * were there already.
 */
export const fillCatalogue = async (databaseUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const there = await client.query('select 1 from catalogue.offer where id = $1', [offerId(howMany - 1)]);
    if (there.rowCount) return false;
    await client.query('begin');
    await insert(client);
    await client.query('commit');
    await client.query('analyze');
    return true;
  } finally {
    await client.end();
  }
};

const insert = async (client: pg.Client): Promise<void> => {
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  const picture = await client.query<{ id: string; hash: string; width: number; height: number; colour: string }>(
    'select id, hash, width, height, colour from catalogue.picture order by at limit 1',
  );
  const shown = picture.rows[0];
  if (!shown) throw new Error('the demonstration has no picture to show');
  await client.query(
    `insert into catalogue.category (id, name, position)
     select id, 'Nhóm đo lường ' || n, 100 + n from unnest($1::text[]) with ordinality as given (id, n)`,
    [categories],
  );
  const communes = await client.query<{ code: string; name: string; province: string; province_name: string }>(
    `select c.code, c.full_name as name, c.parent_code as province, p.full_name as province_name
     from communes.admin_unit c join communes.admin_unit p on p.code = c.parent_code and p.valid_to is null
     where c.level = 'commune' and c.valid_to is null order by c.code limit 200`,
  );
  const producers = range(producerCount).map((index) => ({
    id: idOf(`producer ${index}`),
    name: `Hộ đo lường số ${index + 1}`,
    commune: communes.rows[index % communes.rows.length]!,
  }));
  await client.query(
    `insert into catalogue.producer (id, kind, name, commune, commune_name, province, province_name, sub_area)
     select id, 'household', name, commune, commune_name, province, province_name, null
     from jsonb_to_recordset($1::jsonb) as p (id uuid, name text, commune text, commune_name text, province text, province_name text)`,
    [
      JSON.stringify(
        producers.map(({ id, name, commune }) => ({
          id,
          name,
          commune: commune.code,
          commune_name: commune.name,
          province: commune.province,
          province_name: commune.province_name,
        })),
      ),
    ],
  );
  await client.query(
    `insert into catalogue.standing (producer, state, at, event) select id, 'approved', $2, id from unnest($1::uuid[]) as id`,
    [producers.map(({ id }) => id), new Date('2026-01-01T00:00:00Z')],
  );
  const offers = range(howMany).map((index) => {
    const [, commodity] = things[index % things.length]!;
    const producer = producers[index % producerCount]!;
    return {
      id: offerId(index),
      product: idOf(`product ${index}`),
      producer: producer.id,
      slug: slugOf(index),
      name: nameOf(index),
      price: 10_000 + ((index * 7_919) % 190) * 1_000,
      unit: units[index % units.length],
      storage: storages[index % storages.length],
      commodity,
      category: categories[index % categoryCount],
      producer_name: producer.name,
      commune: producer.commune.code,
      commune_name: producer.commune.name,
      province: producer.commune.province,
      province_name: producer.commune.province_name,
      published_at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    };
  });
  const given = JSON.stringify(offers);
  await client.query(
    `insert into catalogue.product (id, producer, commodity, name, description, origin, created_at)
     select product, producer, commodity, name, 'Hàng để đo tốc độ: ' || name || '.', 'self_produced', published_at
     from jsonb_to_recordset($1::jsonb) as o (product uuid, producer uuid, commodity text, name text, published_at timestamptz)`,
    [given],
  );
  await client.query(
    `insert into catalogue.offer (id, product, producer, slug, state, visible, price, unit, increment, minimum, storage,
       published_at, approved_at, name, commodity, category, producer_name, producer_kind, commune, commune_name, province, province_name,
       picture, picture_hash, picture_width, picture_height, picture_colour)
     select id, product, producer, slug, 'published', true, price, unit, 1000, 1000, storage, published_at, published_at, name, commodity,
       category, producer_name, 'household', commune, commune_name, province, province_name, $2, $3, $4, $5, $6
     from jsonb_to_recordset($1::jsonb) as o (id uuid, product uuid, producer uuid, slug text, price bigint, unit text,
       storage text, published_at timestamptz, name text, commodity text, category text, producer_name text, commune text,
       commune_name text, province text, province_name text)`,
    [given, shown.id, shown.hash, shown.width, shown.height, shown.colour],
  );
  await client.query(
    'insert into catalogue.offer_picture (offer, position, picture) select unnest($1::uuid[]), 1, $2',
    [offers.map(({ id }) => id), shown.id],
  );
  const plenty = 900_000_000_000;
  await client.query(
    `insert into stock.level (offer, producer, on_hand, low_at) select id, producer, $2::bigint, 1
     from jsonb_to_recordset($1::jsonb) as o (id uuid, producer uuid)`,
    [given, plenty],
  );
  await client.query(
    `insert into stock.movement (offer, kind, quantity, at) select unnest($1::uuid[]), 'received', $2::bigint, $3`,
    [offers.map(({ id }) => id), plenty, new Date('2026-01-01T00:00:00Z')],
  );
};
