import { Problem, type PublishListing } from '@chophien/contracts';
import { ONE, soldByOf, vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '../platform/database.ts';
import { Stock } from '../stock/index.ts';
import { CommodityQueries, type Profile } from './commodity.queries.ts';
import { checkAttributes, checkLabel } from './facts.rules.ts';
import { KindQueries } from './kind.queries.ts';
import { attachCertificates } from './attach-certificates.ts';
import { settleStars } from './settle-stars.ts';
import { settleSeason } from './settle-season.ts';
import { windowOn } from './window.rules.ts';

/** What was said of a product and of how it is sold. */
export type Facts = Pick<
  PublishListing,
  | 'commodity'
  | 'kind'
  | 'unit'
  | 'variety'
  | 'process'
  | 'label'
  | 'growingArea'
  | 'attributes'
  | 'pack'
  | 'catchWeight'
  | 'catchTolerance'
  | 'sellFrom'
  | 'sellTo'
  | 'repeatsYearly'
  | 'delivery'
  | 'dates'
  | 'certificates'
>;

/** What the scales may differ from what was ordered, in percent, when the seller says nothing else. */
const usualTolerance = 10;

/** What a listing says of itself: held against what dated rows ask for today, then written in one place. */
@Injectable()
export class ListingFacts {
  constructor(
    private readonly commodities: CommodityQueries,
    private readonly kinds: KindQueries,
    private readonly stock: Stock,
  ) {}

  /**
   * The commodity's profile, when all that was said can stand.
   * @throws Problem catalogue.commodity-unknown, .kind-mismatch, .window-ended, .attribute-unknown, .label-incomplete …
   */
  async check(tx: Tx, facts: Facts, now: Date): Promise<Profile> {
    const profile = await this.commodities.profile(facts.commodity, now, tx);
    if (!profile) throw new Problem('catalogue.commodity-unknown', { commodity: facts.commodity });
    const lineage = await this.kinds.lineage(profile.category, tx);
    if (lineage.kind !== facts.kind) throw new Problem('catalogue.kind-mismatch', { kind: lineage.kind });
    const { sellFrom = null, sellTo = null, repeatsYearly } = facts;
    if (!repeatsYearly && windowOn(vietnamDay(now), { sellFrom, sellTo }) === 'ended') {
      throw new Problem('catalogue.window-ended', { sellTo });
    }
    const past = facts.dates.find(({ startsAt }) => new Date(startsAt) <= now);
    if (past) throw new Problem('catalogue.date-past', { startsAt: past.startsAt });
    checkAttributes(await this.kinds.attributes(lineage.ids, tx), facts);
    const measured = soldByOf({ unit: facts.unit, pack: facts.pack ?? null }) !== 'piece';
    const { process, label, attributes } = facts;
    checkLabel(await this.kinds.labels(tx), { lineage: lineage.ids, process, label, attributes, measured });
    return profile;
  }

  /** Writes the facts of one listing, of its product and of its offer, and what follows from them today. */
  async write(tx: Tx, offer: string, facts: Facts, now: Date): Promise<void> {
    const { sellFrom = null, sellTo = null, pack } = facts;
    await rows(tx, setProduct, [
      offer,
      facts.variety ?? null,
      facts.process,
      JSON.stringify(facts.label),
      facts.growingArea ?? null,
    ]);
    await rows(tx, setOffer, [
      offer,
      facts.kind,
      JSON.stringify(facts.attributes),
      soldByOf({ unit: facts.unit, pack: pack ?? null }),
      pack?.quantity ?? null,
      pack?.unit ?? null,
      facts.catchWeight,
      facts.catchWeight ? (facts.catchTolerance ?? usualTolerance) : null,
      sellFrom,
      sellTo,
      facts.repeatsYearly,
      facts.delivery,
    ]);
    const today = vietnamDay(now);
    await settleSeason(tx, [offer], today);
    const [of] = await rows<{ product: string; producer: string }>(
      tx,
      'select product, producer from catalogue.offer where id = $1',
      [offer],
    );
    if (!of) return;
    await attachCertificates(tx, of, facts.certificates);
    await settleStars(tx, [of.product], today);
  }

  /** What there is to sell: so much of goods, so many places on each date of a service. Comes last in a transaction. */
  async openStock(
    tx: Tx,
    listing: Pick<PublishListing, 'id' | 'producer' | 'quantity' | 'kind' | 'dates'>,
  ): Promise<void> {
    if (listing.kind === 'goods') {
      await this.stock.open(tx, listing.id, listing.quantity ?? 0, listing.producer);
      return;
    }
    await openDates(tx, this.stock, listing);
  }
}

/**
 * Dates of a service with their places, each a level of stock under its own id.
 * @throws Problem catalogue.date-taken if an id names another listing's date
 */
export const openDates = async (
  tx: Tx,
  stock: Stock,
  { id, producer, dates }: Pick<PublishListing, 'id' | 'producer' | 'dates'>,
): Promise<void> => {
  for (const date of dates) {
    const [mine] = await rows<{ offer: string }>(
      tx,
      `insert into catalogue.service_date as day (id, offer, starts_at, places) values ($1, $2, $3, $4)
       on conflict (id) do update set id = excluded.id returning day.offer`,
      [date.id, id, date.startsAt, date.places],
    );
    if (mine?.offer !== id) throw new Problem('catalogue.date-taken', { date: date.id });
  }
  for (const date of dates.toSorted((a, b) => a.id.localeCompare(b.id))) {
    await stock.open(tx, date.id, date.places * ONE, producer, 'places');
  }
};

const setProduct = `update catalogue.product set variety = $2, process = $3, label = $4, growing_area = $5
  where id = (select product from catalogue.offer where id = $1)`;

const setOffer = `update catalogue.offer set kind = $2, attributes = $3, sold_by = $4, pack_quantity = $5, pack_unit = $6,
    catch_weight = $7, catch_tolerance = $8, sell_from = $9, sell_to = $10, repeats_yearly = $11, delivery = $12,
    shelf = (select parent from catalogue.category where id = offer.category)
  where id = $1`;
