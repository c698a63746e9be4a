import {
  type communePage,
  type gonePage,
  type homePage,
  type listingPage,
  Problem,
  type producerPage,
  type provincePage,
  type ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';
import { Ordering } from '../ordering/index.ts';
import { Clock } from '../platform/time.ts';

const shownCommunes = 12;
const shownOthers = 6;
const shownComing = 12;

/** What a visitor reads: goods, and whose they are. */
@Injectable()
export class ShopPages {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
    private readonly ordering: Ordering,
    private readonly clock: Clock,
  ) {}

  async home(): Promise<ResultOf<typeof homePage>> {
    const [newest, categories, communes, provinces] = await Promise.all([
      this.catalogue.list({ sort: 'newest', page: 1 }),
      this.catalogue.categories(),
      this.selling(shownCommunes),
      this.sellingProvinces(),
    ]);
    return { listings: newest.items, categories, communes, provinces };
  }

  async province(code: string): Promise<ResultOf<typeof provincePage>> {
    const province = await this.communes.province(code);
    if (!province) throw new Problem('communes.unknown', { code });
    const [communes, counted, categories, { items: listings, more }] = await Promise.all([
      this.selling(500, code),
      this.catalogue.reading.categoriesIn(code),
      this.catalogue.categories(),
      this.catalogue.list({ province: code, sort: 'newest', page: 1 }),
    ]);
    const known = new Map(categories.map((category) => [category.id, category]));
    return {
      province,
      communes,
      categories: counted.flatMap(({ category, listings: count }) => {
        const named = known.get(category);
        return named ? [{ ...named, listings: count }] : [];
      }),
      listings,
      more,
    };
  }

  async commune(code: string): Promise<ResultOf<typeof communePage>> {
    const commune = await this.communes.get(code);
    if (!commune) throw new Problem('communes.unknown');
    const [units, producers, coming, { items, more }] = await Promise.all([
      this.communes.units(),
      this.catalogue.producersIn(commune.code),
      this.coming({ commune: commune.code }),
      this.catalogue.list({ commune: commune.code, sort: 'newest', page: 1 }),
    ]);
    const listings = items.filter(({ window }) => window === 'open');
    return { commune, formerUnits: units.formerOf(commune.code), producers, listings, coming, more };
  }

  /** By its address in words, or by its id: what was printed before stalls had addresses still leads here. */
  async producer(address: string): Promise<ResultOf<typeof producerPage>> {
    const producer = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(address)
      ? await this.catalogue.producer(address)
      : await this.catalogue.producerAt(address);
    if (!producer?.visible) throw new Problem('catalogue.not-found');
    const commune = await this.communes.get(producer.commune);
    if (!commune) throw new Problem('communes.unknown');
    const [coming, away, { items, more }] = await Promise.all([
      this.coming({ producer: producer.id }),
      this.ordering.awayNext(producer.id),
      this.catalogue.list({ producer: producer.id, sort: 'newest', page: 1 }),
    ]);
    return { producer, commune, away, listings: items.filter(({ window }) => window === 'open'), coming, more };
  }

  async listing(slug: string): Promise<ResultOf<typeof listingPage>> {
    const listing = await this.catalogue.detail(slug);
    const { producer, commune: place, commodity } = listing;
    const [stall, reviews, away, commune, profile, categories, { items }] = await Promise.all([
      this.catalogue.producer(producer.id),
      this.ordering.reviewsOf(listing.id),
      this.ordering.awayNext(producer.id),
      this.communes.get(place.code),
      this.catalogue.profile(commodity.id, this.clock.now()),
      this.catalogue.categories(),
      this.catalogue.list({ producer: producer.id, sort: 'newest', page: 1 }),
    ]);
    const category = categories.find(({ id }) => id === listing.category);
    if (!commune || !category) throw new Problem('communes.unknown');
    const alike = { commodity: commodity.id, producer: producer.id, province: commune.province.code };
    return {
      listing,
      stall: { slug: stall?.slug ?? producer.id },
      commune,
      category,
      reviews,
      away,
      keeping: {
        minimumCelsius: profile?.minimumCelsius ?? null,
        maximumCelsius: profile?.maximumCelsius ?? null,
        shelfLifeDays: profile?.shelfLifeDays ?? null,
      },
      others: items.filter(({ id }) => id !== listing.id).slice(0, shownOthers),
      similar: await this.catalogue.cards(await this.catalogue.reading.like(alike, shownOthers)),
    };
  }

  async gone(slug: string): Promise<ResultOf<typeof gonePage>> {
    const gone = await this.catalogue.reading.gone(slug);
    if (!gone) throw new Problem('catalogue.not-found');
    const [categories, stall, alike] = await Promise.all([
      this.catalogue.categories(),
      this.catalogue.producer(gone.producer),
      this.catalogue.reading.like(gone, shownOthers),
    ]);
    const category = categories.find(({ id }) => id === gone.category);
    if (!category) throw new Problem('catalogue.not-found');
    return {
      category,
      seasonOver: gone.seasonOver,
      stall: stall?.visible ? { slug: stall.slug, name: stall.name } : null,
      similar: await this.catalogue.cards(alike),
    };
  }

  /** What will be sold there, the soonest first, each with its first day. */
  private async coming(where: { commune: string } | { producer: string }) {
    const coming = await this.catalogue.reading.coming(where, shownComing);
    const cards = new Map((await this.catalogue.cards(coming.map(({ id }) => id))).map((card) => [card.id, card]));
    return coming.flatMap(({ id, from }) => {
      const listing = cards.get(id);
      return listing ? [{ listing, from }] : [];
    });
  }

  /** Communes with something on sale, those with most first. */
  private async selling(limit: number, province?: string): Promise<ResultOf<typeof homePage>['communes']> {
    const selling = await this.catalogue.reading.sellingCommunes(limit, province);
    const known = await this.communes.many(selling.map(({ commune }) => commune));
    return selling.flatMap(({ commune: code, listings }) => {
      const commune = known.get(code);
      return commune
        ? [{ code, fullName: commune.fullName, province: commune.province.name, slug: commune.slug, listings }]
        : [];
    });
  }

  private async sellingProvinces(): Promise<ResultOf<typeof homePage>['provinces']> {
    const selling = await this.catalogue.reading.sellingProvinces();
    const known = new Map((await this.communes.units()).provinces.map((province) => [province.code, province]));
    return selling.flatMap(({ province: code, listings }) => {
      const province = known.get(code);
      return province ? [{ ...province, listings }] : [];
    });
  }
}
