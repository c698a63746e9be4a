import {
  type communePage,
  type homePage,
  type listingPage,
  Problem,
  type producerPage,
  type ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';
import { Clock } from '../platform/time.ts';

const shownCommunes = 12;
const shownOthers = 6;

/** What a visitor reads: goods, and whose they are. */
@Injectable()
export class ShopPages {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  async home(): Promise<ResultOf<typeof homePage>> {
    const [newest, categories, selling] = await Promise.all([
      this.catalogue.list({ sort: 'newest', page: 1 }),
      this.catalogue.categories(),
      this.catalogue.sellingCommunes(shownCommunes),
    ]);
    const known = await this.communes.many(selling.map(({ commune }) => commune));
    return {
      listings: newest.items,
      categories,
      communes: selling.flatMap(({ commune: code, listings }) => {
        const commune = known.get(code);
        return commune
          ? [{ code, fullName: commune.fullName, province: commune.province.name, slug: commune.slug, listings }]
          : [];
      }),
    };
  }

  async commune(code: string): Promise<ResultOf<typeof communePage>> {
    const commune = await this.communes.get(code);
    if (!commune) throw new Problem('communes.unknown');
    const [producers, { items: listings, more }] = await Promise.all([
      this.catalogue.producersIn(code),
      this.catalogue.list({ commune: code, sort: 'newest', page: 1 }),
    ]);
    return { commune, producers, listings, more };
  }

  async producer(id: string): Promise<ResultOf<typeof producerPage>> {
    const producer = await this.catalogue.producer(id);
    if (!producer?.visible) throw new Problem('catalogue.not-found');
    const commune = await this.communes.get(producer.commune);
    if (!commune) throw new Problem('communes.unknown');
    const { items: listings, more } = await this.catalogue.list({ producer: id, sort: 'newest', page: 1 });
    return { producer, commune, listings, more };
  }

  async listing(slug: string): Promise<ResultOf<typeof listingPage>> {
    const listing = await this.catalogue.detail(slug);
    const [commune, profile, { items }] = await Promise.all([
      this.communes.get(listing.commune.code),
      this.catalogue.profile(listing.commodity.id, this.clock.now()),
      this.catalogue.list({ producer: listing.producer.id, sort: 'newest', page: 1 }),
    ]);
    if (!commune) throw new Problem('communes.unknown');
    return {
      listing,
      commune,
      keeping: {
        minimumCelsius: profile?.minimumCelsius ?? null,
        maximumCelsius: profile?.maximumCelsius ?? null,
        shelfLifeDays: profile?.shelfLifeDays ?? null,
      },
      others: items.filter(({ id }) => id !== listing.id).slice(0, shownOthers),
    };
  }
}
