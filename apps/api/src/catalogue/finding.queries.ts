import type { Finding, StagedEdit } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { storageOf } from './commodity.rules.ts';
import { type Beside, findingsOf, type Looked } from './finding.rules.ts';
import { threshold } from './thresholds.ts';

interface Row extends Omit<Looked, 'certificates'> {
  id: string;
  edit: Partial<StagedEdit> | null;
  profileName: string | null;
  maximumCelsius: number | null;
  usual: number | null;
  sellers: number;
  twins: string[];
  pictureOf: string[];
}

/** What the house points out of listings that wait, many in one question. */
@Injectable()
export class FindingQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(
    listings: readonly string[],
    certificates: ReadonlyMap<string, Looked['certificates']> = new Map(),
  ): Promise<Map<string, Finding[]>> {
    if (listings.length === 0) return new Map();
    const now = this.clock.now();
    const day = vietnamDay(now);
    const [found, watched, factor] = await Promise.all([
      rows<Row>(this.db, looked, [listings, day]),
      rows<Beside['watched'][number]>(
        this.db,
        `select words, reason, law from catalogue.watched_words
         where valid_from <= $1::date and (valid_to is null or valid_to >= $1::date) order by length(words) desc, words`,
        [day],
      ),
      threshold(this.db, 'usual-price-factor', now),
    ]);
    return new Map(
      found.map(({ id, edit, profileName, maximumCelsius, usual, sellers, twins, pictureOf, ...said }) => {
        const profile = profileName === null ? null : { name: profileName, storage: storageOf(maximumCelsius) };
        const { name, description, storage, process, origin } = { ...said, ...(edit as Partial<Looked> | null) };
        return [
          id,
          findingsOf(
            { ...said, name, description, storage, process, origin, certificates: certificates.get(id) ?? [] },
            {
              profile,
              usual: usual === null || sellers < fewest ? null : { price: usual, sellers },
              factor,
              watched,
              twins,
              pictureOf,
            },
          ),
        ];
      }),
    );
  }
}

/** Of fewer sellers a price would tell what one of them asks. */
const fewest = 5;

const looked = `select offer.id, offer.name, product.description, offer.price, offer.unit, offer.storage, product.process,
    product.origin, review.edit, profile.name as "profileName", profile.maximum_celsius as "maximumCelsius",
    usual.price as usual, usual.sellers,
    array(select twin.name from catalogue.offer twin where twin.producer = offer.producer and twin.id <> offer.id
      and twin.state in ('in_review', 'published') and lower(twin.name) = lower(offer.name) limit 3) as twins,
    array(select distinct name from (
      select other.producer_name as name from catalogue.offer_picture mine
      join catalogue.picture shown on shown.id = mine.picture
      join catalogue.picture same on same.hash = shown.hash
      join catalogue.offer_picture theirs on theirs.picture = same.id
      join catalogue.offer other on other.id = theirs.offer and other.producer <> offer.producer
      where mine.offer = offer.id limit 20) others limit 3) as "pictureOf"
  from catalogue.offer offer join catalogue.product product on product.id = offer.product
  left join lateral (
    select edit from catalogue.listing_review
    where listing_review.offer = offer.id and listing_review.state in ('in_review', 'returned')
  ) review on true
  left join lateral (
    select name, maximum_celsius from catalogue.commodity_profile
    where commodity = coalesce(review.edit ->> 'commodity', offer.commodity) and valid_from <= $2::date
    order by valid_from desc limit 1
  ) profile on true
  left join lateral (
    select (percentile_cont(0.5) within group (order by other.price))::bigint as price,
           count(distinct other.producer)::int as sellers
    from (select price, producer from catalogue.offer other
      where other.category = offer.category and other.commodity = offer.commodity and other.unit = offer.unit
        and other.visible and other.id <> offer.id
      order by other.published_at desc limit 200) other
  ) usual on true
  where offer.id = any($1::uuid[])`;
