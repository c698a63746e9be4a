import type { ProducerKind } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { given, rows, type Tx } from '../platform/database.ts';
import { foundUnder } from './addresses.ts';
import { type AskedLine, type ForSale, sale } from './listing.rules.ts';

/** What a search engine holds of a listing. */
export interface ListingDocument {
  id: string;
  name: string;
  description: string;
  variety: string | null;
  commodityName: string;
  categoryName: string;
  producer: string;
  producerName: string;
  communeName: string;
  subArea: string | null;
  provinceName: string;
  category: string;
  /** On which its category stands, if on any. */
  shelf: string | null;
  commune: string;
  province: string;
  storage: string;
  kind: string;
  /** Of an OCOP certificate that holds. */
  stars: number | null;
  price: number;
  unit: string;
  pack: { quantity: number; unit: string } | null;
  inSeason: boolean;
  delivery: string;
  attributes: Record<string, string>;
  publishedAt: Date;
}

export interface ProducerView {
  id: string;
  kind: ProducerKind;
  name: string;
  commune: string;
  province: string;
  subArea: string | null;
  /** Its address in words; its id when it has none. */
  slug: string;
  /** Approved now. */
  visible: boolean;
}

/** What other contexts ask about offers and who makes them. */
@Injectable()
export class OfferQueries {
  constructor(private readonly db: DataSource) {}

  /** Today's price of every line, in the order asked, or the first refusal. One statement for all lines. */
  async forSale(db: DataSource | Tx, lines: readonly { offer: string; quantity: number }[]): Promise<ForSale[]> {
    const asked = await rows<AskedLine>(db, forSale, [
      lines.map((line) => line.offer),
      lines.map((line) => line.quantity),
    ]);
    return asked.map(sale);
  }

  /** What is to be found of those of the listings that anybody may see. */
  documents(ids: readonly string[], db: DataSource | Tx = this.db): Promise<ListingDocument[]> {
    return rows(db, documents, [ids]);
  }

  /** Ids of what anybody may see, in their order, after `after`: for going through all of them. */
  async visibleIds(after: string | null, limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.db,
      'select id from catalogue.offer where visible and ($1::uuid is null or id > $1) order by id limit $2',
      [after, limit],
    );
    return found.map(({ id }) => id);
  }

  async producer(id: string): Promise<ProducerView | undefined> {
    const [found] = await rows<ProducerView>(this.db, `${producer} where producer.id = $1`, [id]);
    return found;
  }

  /** By an address in words, one of today or a former one. */
  async producerAt(slug: string): Promise<ProducerView | undefined> {
    const [found] = await rows<ProducerView>(this.db, `${producer} where producer.id = ${foundUnder('stall', '$1')}`, [
      slug,
    ]);
    return found;
  }

  /** The producer of an offer, seen or not. */
  async ownedBy(offer: string): Promise<string | undefined> {
    const [found] = await rows<{ producer: string }>(this.db, 'select producer from catalogue.offer where id = $1', [
      offer,
    ]);
    return found?.producer;
  }

  /** Ids of a producer's listings that anybody may see, newest first. */
  async listingsOf(producer: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.db,
      'select id from catalogue.offer where producer = $1 and visible order by published_at desc, id desc limit 1000',
      [producer],
    );
    return found.map(({ id }) => id);
  }

  /** Approved producers of a commune, with how many listings of each are seen. */
  producersIn(
    commune: string,
  ): Promise<{ id: string; slug: string; kind: ProducerView['kind']; name: string; listings: number }[]> {
    return rows(
      this.db,
      `select id, coalesce(slug, id::text) as slug, kind, name,
              (select count(*)::int from catalogue.offer where offer.producer = producer.id and visible) as listings
       from catalogue.producer join catalogue.standing on standing.producer = producer.id and standing.state = 'approved'
       where commune = $1 order by name, id limit 200`,
      [commune],
    );
  }
}

const producer = `select producer.id, producer.kind, producer.name, producer.commune, producer.province,
  producer.sub_area as "subArea", coalesce(producer.slug, producer.id::text) as slug,
  coalesce(standing.state = 'approved', false) as visible
  from catalogue.producer producer left join catalogue.standing standing on standing.producer = producer.id`;

const forSale = `select line.offer, line.quantity,
  case when offer.id is not null then json_build_object(
    'name', offer.name, 'slug', offer.slug, 'commodity', offer.commodity, 'unit', offer.unit, 'price', offer.price,
    'storage', offer.storage, 'increment', offer.increment, 'minimum', offer.minimum,
    'kind', offer.kind, 'window', offer.window_state, 'sellFrom', offer.sell_from, 'delivery', offer.delivery,
    'producer', json_build_object('id', offer.producer, 'name', offer.producer_name, 'kind', offer.producer_kind,
      'commune', offer.commune, 'province', offer.province, 'subArea', offer.sub_area)) end as listing
  from unnest(${given('$1::uuid[]')}, ${given('$2::bigint[]')}) with ordinality as line (offer, quantity, place)
  left join catalogue.offer offer on offer.id = line.offer and offer.visible
  order by line.place`;

const documents = `select offer.id, offer.name, product.description, product.variety,
  profile.name as "commodityName", category.name as "categoryName", offer.producer,
  offer.producer_name as "producerName", offer.commune_name as "communeName", offer.sub_area as "subArea",
  offer.province_name as "provinceName", offer.category, offer.shelf,
  offer.commune, offer.province, offer.storage, offer.kind,
  offer.ocop_stars as stars, offer.price, offer.unit,
  case when offer.pack_unit is not null
    then json_build_object('quantity', offer.pack_quantity, 'unit', offer.pack_unit) end as pack,
  offer.in_season as "inSeason", offer.delivery, offer.attributes, offer.published_at as "publishedAt"
  from catalogue.offer offer
  join catalogue.product product on product.id = offer.product
  join catalogue.category category on category.id = offer.category
  cross join lateral (
    select name from catalogue.commodity_profile where commodity = offer.commodity order by valid_from desc limit 1
  ) profile
  where offer.id = any($1::uuid[]) and offer.visible`;
