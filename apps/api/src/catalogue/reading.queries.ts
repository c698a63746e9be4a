import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { foundUnder } from './addresses.ts';

/** One file of a sitemap: what comes after an id, in the order of ids. */
export interface SitemapFileRow {
  after: string | null;
  count: number;
  changedAt: Date;
}

/** What was on sale once: no more of it than says where to look instead. */
interface GoneRow {
  category: string;
  commodity: string;
  producer: string;
  province: string;
  seasonOver: boolean;
}

/** What is on sale later, with the first day of it. */
export interface ComingRow {
  id: string;
  from: string;
}

/** So many addresses in one file of a sitemap; the protocol allows 50,000 and 50 MB. */
const perFile = 10_000;
/** Of the newest so many of a kind, those near and not sold out come first. */
const compared = 48;

/** What pages for reading ask about all that is on sale: where, of which kinds, under which addresses. */
@Injectable()
export class ReadingQueries {
  constructor(private readonly db: DataSource) {}

  /** Communes with something on sale, of one province or of all, those with most first. */
  sellingCommunes(limit: number, province: string | null = null): Promise<{ commune: string; listings: number }[]> {
    return rows(
      this.db,
      `select commune, count(*)::int as listings from catalogue.offer
       where visible and ($2::text is null or province = $2)
       group by commune order by listings desc, commune limit $1`,
      [limit, province],
    );
  }

  /** Provinces with something on sale, those with most first. */
  sellingProvinces(): Promise<{ province: string; listings: number }[]> {
    return rows(
      this.db,
      `select province, count(*)::int as listings from catalogue.offer where visible
       group by province order by listings desc, province`,
    );
  }

  /** Categories in which a province sells, those with most first. */
  categoriesIn(province: string): Promise<{ category: string; listings: number }[]> {
    return rows(
      this.db,
      `select category, count(*)::int as listings from catalogue.offer where visible and province = $1
       group by category order by listings desc, category`,
      [province],
    );
  }

  /** Ids of the same kind of goods of other producers: what can be had before what is sold out, near before far. */
  async like(
    { commodity, producer, province }: { commodity: string; producer: string; province: string },
    limit: number,
  ): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.db,
      `select id from (
         select id, province, published_at from catalogue.offer
         where visible and commodity = $1 and producer <> $2 order by published_at desc, id desc limit ${compared}
       ) newest
       order by coalesce((select available > 0 from stock.offer_level level where level.offer = newest.id), false) desc,
         province = $3 desc, published_at desc, id desc limit $4`,
      [commodity, producer, province, limit],
    );
    return found.map(({ id }) => id);
  }

  /** What was on sale under an address and is not now: just enough to say where to look instead. */
  async gone(slug: string): Promise<GoneRow | undefined> {
    const [found] = await rows<GoneRow>(
      this.db,
      `select category, commodity, producer, province, state = 'published' and window_state = 'ended' as "seasonOver"
       from catalogue.offer
       where id = ${foundUnder('listing', '$1')} and not visible and approved_at is not null`,
      [slug],
    );
    return found;
  }

  /** What will be sold in a commune or by a producer, the soonest first. */
  coming(where: { commune: string } | { producer: string }, limit: number): Promise<ComingRow[]> {
    const [column, value] = 'commune' in where ? ['commune', where.commune] : ['producer', where.producer];
    return rows(
      this.db,
      `select id, sell_from as from from catalogue.offer
       where visible and window_state = 'upcoming' and sell_from is not null and ${column} = $1
       order by sell_from, id limit $2`,
      [value, limit],
    );
  }

  sitemapFiles(kind: 'listings' | 'stalls'): Promise<SitemapFileRow[]> {
    return rows(
      this.db,
      `select lag(last) over (order by file) as after, count, "changedAt" from (
         select file, count(*)::int as count, max(changed) as "changedAt", (array_agg(id order by id desc))[1] as last
         from (select (row_number() over (order by id) - 1) / ${perFile} as file, id, changed
               from (${addresses[kind]}) address) numbered
         group by file
       ) cut order by file`,
    );
  }

  async sitemapPart(
    kind: 'listings' | 'stalls',
    after: string | null,
    limit: number,
  ): Promise<{ id: string; slug: string; changedAt: Date }[]> {
    return rows(
      this.db,
      `select id, slug, changed as "changedAt" from (${addresses[kind]}) address
       where $1::uuid is null or id > $1 order by id limit $2`,
      [after, limit],
    );
  }
}

/** What has an address of its own, and since when what stands there is as it is. */
const addresses = {
  listings: `select offer.id, offer.slug,
      greatest(offer.published_at, (select max(at) from catalogue.price where price.offer = offer.id),
        (select max(at) from catalogue.listing_step step where step.offer = offer.id)) as changed
    from catalogue.offer offer where offer.visible`,
  stalls: `select producer.id, coalesce(producer.slug, producer.id::text) as slug,
      greatest(standing.at, (select max(published_at) from catalogue.offer
        where offer.producer = producer.id and offer.visible)) as changed
    from catalogue.producer producer
    join catalogue.standing standing on standing.producer = producer.id and standing.state = 'approved'`,
} as const;
