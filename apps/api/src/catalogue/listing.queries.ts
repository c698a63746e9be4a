import { type ListingDetail, type listListings, Problem, type QueryOf, type ResultOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { Clock } from '../platform/time.ts';
import { type CertificateRow, certificatesOf } from './certificate.sql.ts';
import { detailFacts } from './goods.views.ts';
import { foundUnder } from './addresses.ts';
import { drawnAt } from './drawn-address.ts';
import { listingSays } from './drawn.rules.ts';
import { type PictureRow, pictureView } from './listing.rules.ts';
import { KindQueries } from './kind.queries.ts';
import {
  type Card,
  type CardRow,
  card,
  cardColumns,
  cardsStatement,
  type Filters,
  listStatement,
  pageSize,
  type Steps,
} from './listing.sql.ts';
import { pictureJson } from './picture.sql.ts';

type Detail = z.input<typeof ListingDetail>;

export interface DetailRow extends CardRow {
  description: string;
  origin: Detail['origin'];
  increment: number;
  minimum: number;
  commodity: string;
  commodity_name: string;
  harvest_from: string | null;
  harvest_to: string | null;
  producer_kind: Detail['producerKind'];
  published_at: Date;
  pictures: PictureRow[];
  variety: string | null;
  process: Detail['process'];
  label: Detail['label'];
  growing_area: string | null;
  attributes: Detail['attributes'];
  catch_weight: boolean;
  catch_tolerance: number | null;
  sell_from: string | null;
  sell_to: string | null;
  repeats_yearly: boolean;
  delivery: Detail['delivery'];
  certificates: CertificateRow[] | null;
  today: string;
  dates: { id: string; startsAt: string; places: number; left: number }[] | null;
}

/** What anybody may see: every statement asks for `visible` first. */
@Injectable()
export class ListingQueries {
  constructor(
    private readonly db: DataSource,
    private readonly kinds: KindQueries,
    private readonly clock: Clock,
  ) {}

  async list(query: QueryOf<typeof listListings>): Promise<ResultOf<typeof listListings>> {
    const { text, values } = listStatement({ ...query, ...(await this.kinds.shelved(query)) });
    const found = await rows<CardRow>(this.db, text, values);
    return { items: found.slice(0, pageSize).map(card), page: query.page, more: found.length > pageSize };
  }

  /** Those of the listings that anybody may see, within the filters, in the order in which they were asked. */
  async cards(ids: readonly string[], filters: Filters = {}): Promise<(Card & Steps)[]> {
    if (ids.length === 0) return [];
    const { text, values } = cardsStatement(ids, { ...filters, ...(await this.kinds.shelved(filters)) });
    const found = await rows<CardRow & Steps>(this.db, text, values);
    return found.map((row) => {
      const { increment, minimum, sellFrom } = row;
      return { ...card(row), increment, minimum, sellFrom };
    });
  }

  /** Also by a former address: the answer carries today's. */
  async detail(slug: string): Promise<Detail> {
    const [row] = await rows<DetailRow>(this.db, bySlug, [slug, vietnamDay(this.clock.now())]);
    if (!row) throw new Problem('catalogue.not-found');
    const shown = detail(row);
    // Buyers read what an official found true and what still holds; the rest is its holder's business.
    return {
      ...shown,
      certificates: shown.certificates.filter(({ state }) => state === 'valid' || state === 'expiring'),
    };
  }
}

export const detail = (row: DetailRow): Detail => ({
  ...card(row),
  ...drawnFor(card(row)),
  description: row.description,
  origin: row.origin,
  increment: row.increment,
  minimum: row.minimum,
  commodity: { id: row.commodity, name: row.commodity_name },
  harvestFrom: row.harvest_from,
  harvestTo: row.harvest_to,
  pictures: row.pictures.map(pictureView),
  producerKind: row.producer_kind,
  publishedAt: row.published_at.toISOString(),
  ...detailFacts(row),
});

const drawnFor = (listing: Card): Pick<Detail, 'ogImage' | 'shareImage'> => {
  const says = listingSays(listing, env().STOREFRONT_URL);
  return { ogImage: drawnAt('card', listing.id, says), shareImage: drawnAt('share', listing.id, says) };
};

/** $2 is today, which says what the commodity is called. */
export const detailColumns = `${cardColumns},
  product.description, product.origin, offer.increment, offer.minimum, offer.commodity,
  (select profile.name from catalogue.commodity_profile profile
   where profile.commodity = offer.commodity and profile.valid_from <= $2::date
   order by profile.valid_from desc limit 1) as commodity_name,
  offer.harvest_from, offer.harvest_to, offer.producer_kind, offer.published_at,
  (select json_agg(${pictureJson} order by place.position)
   from catalogue.offer_picture place join catalogue.picture shown on shown.id = place.picture
   where place.offer = offer.id) as pictures,
  product.variety, product.process, product.label, product.growing_area, offer.attributes, offer.catch_weight,
  offer.catch_tolerance, offer.sell_from, offer.sell_to, offer.repeats_yearly, offer.delivery,
  (select json_agg(json_build_object('id', day.id, 'startsAt', day.starts_at, 'places', day.places,
     'left', coalesce(level.available, 0)) order by day.starts_at)
   from catalogue.service_date day left join stock.offer_level level on level.offer = day.id
   where day.offer = offer.id and day.state = 'open') as dates,
  ${certificatesOf('offer.product')} as certificates, $2::date as today`;

const bySlug = `select ${detailColumns}
  from catalogue.offer offer join catalogue.product product on product.id = offer.product
  where offer.id = ${foundUnder('listing', '$1')} and offer.visible`;
