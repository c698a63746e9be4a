import { HINT_DAYS, HINT_SELLERS, Problem, type PriceHint } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

const MOST_NEAR = 12;
const day = 86_400_000;

interface Asked {
  commodity: string;
  unit: string;
  commune: string;
}

/** What helps somebody who fills in the listing form: never anybody's own price, never anything that is not on show. */
@Injectable()
export class ListingHelpQueries {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /**
   * Of each seller the middle of what was asked within the days: what is asked now, and what was asked before it. Packs of
   * stated content are left out: a hộp of half a kilogram and one of two are not alike.
   */
  async price({ commodity, unit, commune }: Asked): Promise<PriceHint | null> {
    const place = await this.place(commune);
    const [found] = await rows<{ sellers: number; median: number; low: number; high: number }>(
      this.db,
      `with shown as (
         select id, producer, price from catalogue.offer
         where visible and commodity = $1 and unit = $2 and province = $3 and pack_quantity is null
       ), asked as (
         select producer, price from shown
         union all
         select shown.producer, price.price from catalogue.price price join shown on shown.id = price.offer
         where price.at > $4
       ), seller as (
         select percentile_disc(0.5) within group (order by price) as price from asked group by producer
       )
       select count(*)::int as sellers, percentile_disc(0.5) within group (order by price) as median,
              min(price) as low, max(price) as high from seller`,
      [commodity, unit, place.province.code, new Date(this.clock.now().getTime() - HINT_DAYS * day)],
    );
    if (!found || found.sellers < HINT_SELLERS) return null;
    return { ...found, province: place.province.name, days: HINT_DAYS };
  }

  /** The commune's kinds before its province's; those in season, and those that many sell, before others. */
  async near(commune: string): Promise<string[]> {
    const place = await this.place(commune);
    const found = await rows<{ commodity: string }>(
      this.db,
      `select commodity from catalogue.offer where visible and province = $2 group by commodity
       order by bool_or(commune = $1) desc, bool_or(in_season) desc,
                count(distinct producer) filter (where commune = $1) desc, count(distinct producer) desc, commodity
       limit ${MOST_NEAR}`,
      [place.code, place.province.code],
    );
    return found.map(({ commodity }) => commodity);
  }

  private async place(code: string) {
    const found = await this.communes.get(code);
    if (!found) throw new Problem('platform.not-found');
    return found;
  }
}
