import type { ListingCard, listListings, QueryOf } from '@chophien/contracts';
import type { z } from 'zod';
import { given } from '../platform/database.ts';
import { cardFacts } from './goods.views.ts';
import { type PictureRow, pictureView } from './listing.rules.ts';
import { pictureJson } from './picture.sql.ts';

export const pageSize = 24;

export type Card = z.input<typeof ListingCard>;

/** In which quantities a listing is sold, in thousandths of its unit, and from when. */
export interface Steps {
  increment: number;
  minimum: number;
  sellFrom: string | null;
}

export interface CardRow {
  id: string;
  slug: string;
  name: string;
  price: number;
  unit: string;
  storage: Card['storage'];
  category: string;
  picture: PictureRow | null;
  producer: string;
  producer_name: string;
  commune: string;
  commune_name: string;
  province_name: string;
  available: number;
  kind: Card['kind'];
  sold_by: Card['soldBy'];
  pack_quantity: number | null;
  pack_unit: string | null;
  ocop_stars: number | null;
  in_season: boolean;
  window_state: Card['window'];
}

/**
 * Of `catalogue.offer`, under its own name, and of its first picture what may change; how much is left comes through
 * stock's door in SQL. All in the same round trip.
 */
export const cardColumns = `
  offer.id, offer.slug, offer.name, offer.price, offer.unit, offer.storage, offer.category,
  (select ${pictureJson} from catalogue.picture shown where shown.id = offer.picture) as picture,
  offer.producer, offer.producer_name, offer.commune, offer.commune_name, offer.province_name,
  offer.kind, offer.sold_by, offer.pack_quantity, offer.pack_unit, offer.ocop_stars, offer.in_season, offer.window_state,
  case offer.kind when 'service' then (
    select coalesce(sum(level.available), 0)::bigint from catalogue.service_date day
    join stock.offer_level level on level.offer = day.id where day.offer = offer.id and day.state = 'open'
  ) else coalesce((select level.available from stock.offer_level level where level.offer = offer.id), 0) end as available`;

export const card = (row: CardRow): Card => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  price: row.price,
  unit: row.unit,
  storage: row.storage,
  category: row.category,
  picture: row.picture && pictureView(row.picture),
  producer: { id: row.producer, name: row.producer_name },
  commune: { code: row.commune, name: row.commune_name, province: row.province_name },
  available: row.available,
  ...cardFacts(row),
});

/** What a list can be narrowed by; each is a column of its own name. */
const filters = ['category', 'shelf', 'commune', 'province', 'producer', 'storage'] as const;
export type Filters = { [F in (typeof filters)[number]]?: string | undefined };

const orders = {
  newest: 'published_at desc, id desc',
  price: 'price, id',
  '-price': 'price desc, id desc',
} as const;

/** Conditions beside `visible`, their parameters numbered after `before`; only our own words get into the text. */
const narrowed = (asked: Filters, before: number): { where: string; values: string[] } => {
  const values: string[] = [];
  let where = 'visible';
  for (const filter of filters) {
    const value = asked[filter];
    if (value === undefined) continue;
    values.push(value);
    where += ` and ${filter} = $${before + values.length}`;
  }
  return { where, values };
};

/**
 * A page of the list, and one row more to know whether there is another. One of a closed list of texts: each is prepared
 * once. The page is one walk along an index; what is left of a listing is asked only for the rows that are shown.
 */
export const listStatement = (
  query: Pick<QueryOf<typeof listListings>, 'sort' | 'page'> & Filters,
): { text: string; values: unknown[] } => {
  const { where, values } = narrowed(query, 0);
  const order = orders[query.sort];
  const page = `select * from catalogue.offer where ${where} order by ${order} limit ${pageSize + 1}`;
  if (query.page === 1) return { text: `select ${cardColumns} from (${page}) offer order by ${order}`, values };
  return {
    text: `select ${cardColumns} from (${page} offset $${values.length + 1}) offer order by ${order}`,
    values: [...values, (query.page - 1) * pageSize],
  };
};

/** Those of the ids that anybody may see, within the filters, in the order in which they were asked. */
export const cardsStatement = (ids: readonly string[], asked: Filters): { text: string; values: unknown[] } => {
  const { where, values } = narrowed(asked, 1);
  return {
    text: `select ${cardColumns}, increment, minimum, sell_from as "sellFrom" from unnest(${given('$1::uuid[]')}) with ordinality as asked (asked, place)
      join catalogue.offer on id = asked where ${where} order by place`,
    values: [ids, ...values],
  };
};
