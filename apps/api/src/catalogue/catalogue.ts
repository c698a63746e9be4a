import type {
  CategoryView,
  ContributionsView,
  ListingDetail,
  listListings,
  QueryOf,
  ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { Waiting } from '../platform/waiting.ts';
import { CertificateQueries } from './certificate.queries.ts';
import { CommodityQueries, type Profile } from './commodity.queries.ts';
import { DraftQueries, type DraftView } from './draft.queries.ts';
import { type Attribute, KindQueries } from './kind.queries.ts';
import { ListingQueries } from './listing.queries.ts';
import { deliveredTo, type ForSale } from './listing.rules.ts';
import type { Card, Filters, Steps } from './listing.sql.ts';
import { type ListingDocument, OfferQueries, type ProducerView } from './offer.queries.ts';
import { ReadingQueries } from './reading.queries.ts';
import { ListingReviews } from './review.queries.ts';
import { SupplyQueries } from './supply.queries.ts';

/** What other contexts may ask of the catalogue. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly listings: ListingQueries,
    private readonly offers: OfferQueries,
    private readonly kinds: CommodityQueries,
    /** What pages for reading ask about all that is on sale. */
    readonly reading: ReadingQueries,
    private readonly groups: KindQueries,
    private readonly reviews: ListingReviews,
    private readonly drafts: DraftQueries,
    private readonly supplies: SupplyQueries,
    private readonly certificates: CertificateQueries,
  ) {}

  /** What the tax law asks of offers: goods or a service, whose produce, how far worked on. */
  async taxFacts(
    tx: Tx,
    offers: readonly string[],
  ): Promise<Map<string, { kind: string; origin: string; process: string }>> {
    const found = await rows<{ offer: string; kind: string; origin: string; process: string }>(tx, taxFacts, [offers]);
    return new Map(found.map(({ offer, ...facts }) => [offer, facts]));
  }

  /** Forms on their way that somebody writes. */
  async draftsOf(actor: Actor): Promise<DraftView[]> {
    return (await this.drafts.list(actor)).items;
  }

  /** What one of the actor's own households brought to its cooperatives. @throws Problem catalogue.not-found */
  contributionsOf(actor: Actor, producer: string): Promise<ContributionsView> {
    return this.supplies.by(actor, producer);
  }

  /** How many listings, and edits of them, wait for an official of an area. */
  waiting(actor: Actor): Promise<Waiting> {
    return this.reviews.waiting(actor);
  }

  /** How many certificates wait for an official of an area, and how many run out soon. */
  certificatesWaiting(actor: Actor): Promise<Record<'claimed' | 'expiring', Waiting>> {
    return this.certificates.waiting(actor);
  }

  /**
   * The lines as they can be ordered now: seen by anybody, at today's price. One statement for all.
   * @throws Problem catalogue.not-for-sale, .not-yet-on-sale, .service-not-orderable or .quantity-step, naming the offer
   */
  forSale(db: DataSource | Tx, lines: readonly { offer: string; quantity: number }[]): Promise<ForSale[]> {
    return this.offers.forSale(db, lines);
  }

  /** @throws Problem catalogue.not-delivered-there if one of them is not sent to that province */
  sentTo(province: string, lines: readonly ForSale[]): void {
    deliveredTo(province, lines);
  }

  /** Cards of those listings that anybody may see, within the filters, in the order asked, with the steps they are sold in. */
  cards(ids: readonly string[], filters?: Filters): Promise<(Card & Steps)[]> {
    return this.listings.cards(ids, filters);
  }

  /** A page of what is on sale. */
  list(query: QueryOf<typeof listListings>): Promise<ResultOf<typeof listListings>> {
    return this.listings.list(query);
  }

  /** @throws Problem catalogue.not-found */
  detail(slug: string): Promise<z.input<typeof ListingDetail>> {
    return this.listings.detail(slug);
  }

  /** What is to be found of a listing; undefined when it is not to be seen. */
  async document(id: string, db?: DataSource | Tx): Promise<ListingDocument | undefined> {
    return (await this.offers.documents([id], db))[0];
  }

  /** What is to be found of those of the listings that anybody may see. */
  documents(ids: readonly string[], db?: DataSource | Tx): Promise<ListingDocument[]> {
    return this.offers.documents(ids, db);
  }

  /** Ids of what anybody may see, in their order, after `after`. */
  allIds(after: string | null, limit: number): Promise<string[]> {
    return this.offers.visibleIds(after, limit);
  }

  /** How a kind of produce is kept, as held at an instant; undefined for what cannot be sold. */
  profile(commodity: string, at: Date): Promise<Profile | undefined> {
    return this.kinds.profile(commodity, at);
  }

  /** The groups that goods are of. */
  categories(): Promise<z.input<typeof CategoryView>[]> {
    return this.groups.leaves();
  }

  /** What groups, shelves and the attributes of their goods are called. */
  async names(): Promise<{ categories: z.input<typeof CategoryView>[]; attributes: Attribute[] }> {
    const [categories, attributes] = await Promise.all([this.groups.categories(), this.groups.attributes()]);
    return { categories, attributes };
  }

  /** Whether this is a shelf that groups stand on, not a group itself. */
  isShelf(category: string): Promise<boolean> {
    return this.groups.isShelf(category);
  }

  /** Every kind of produce there is, as it is held today. */
  commodities(): ReturnType<CommodityQueries['commodities']> {
    return this.kinds.commodities();
  }

  /** A producer that was ever approved; `visible` says whether it may sell now. */
  producer(id: string): Promise<ProducerView | undefined> {
    return this.offers.producer(id);
  }

  /** The same by its address in words, one of today or a former one. */
  producerAt(slug: string): Promise<ProducerView | undefined> {
    return this.offers.producerAt(slug);
  }

  /** The producer of an offer, seen or not. */
  ownedBy(offer: string): Promise<string | undefined> {
    return this.offers.ownedBy(offer);
  }

  /** Ids of a producer's listings that anybody may see, newest first. */
  listingsOf(producer: string): Promise<string[]> {
    return this.offers.listingsOf(producer);
  }

  /** Approved producers of a commune, with how many listings of each are seen. */
  producersIn(commune: string): ReturnType<OfferQueries['producersIn']> {
    return this.offers.producersIn(commune);
  }
}

const taxFacts = `select o.id as offer, o.kind, p.origin, p.process from catalogue.offer o
  join catalogue.product p on p.id = o.product where o.id = any($1::uuid[])`;
