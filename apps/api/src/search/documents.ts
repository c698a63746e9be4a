import { Injectable } from '@nestjs/common';
import { Catalogue, type ListingDocument } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';
import { searchDocument, type SearchDocument } from './document.rules.ts';
import type { Change } from './search-engine.ts';

/** Listings as an index is to hold them, from those who know them. */
@Injectable()
export class Documents {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
  ) {}

  /** As they are now; of what is no longer to be seen the id. */
  async change(ids: readonly string[]): Promise<Change> {
    const put = await this.of(ids);
    const there = new Set(put.map(({ id }) => id));
    return { put, drop: ids.filter((id) => !there.has(id)) };
  }

  async of(ids: readonly string[]): Promise<SearchDocument[]> {
    const [seen, units] = await Promise.all([this.catalogue.documents(ids), this.communes.units()]);
    return seen.map((listing) => {
      const formers = units.formerOf(listing.commune);
      const former = new Set(formers.flatMap(({ name, district, province }) => [name, district, province]));
      return asDocument(listing, [...former]);
    });
  }

  /** All that is on sale, in the order of their ids; `after` is the last one already had. */
  async *all(size: number): AsyncGenerator<SearchDocument[]> {
    for (let after: string | null = null; ; ) {
      const ids: string[] = await this.catalogue.allIds(after, size);
      if (ids.length === 0) return;
      yield await this.of(ids);
      after = ids.at(-1) as string;
    }
  }
}

const asDocument = (listing: ListingDocument, former: readonly string[]): SearchDocument => {
  const { pack } = listing;
  return searchDocument({
    id: listing.id,
    name: listing.name,
    kinds: [listing.commodityName, listing.categoryName, listing.variety],
    places: [listing.communeName, listing.provinceName, listing.subArea, listing.producerName, ...former],
    description: listing.description,
    measures: pack ? measureOf(pack) : [],
    categories: [...(listing.shelf ? [listing.shelf] : []), listing.category],
    commune: listing.commune,
    province: listing.province,
    producer: listing.producer,
    storage: listing.storage,
    kind: listing.kind,
    stars: listing.stars,
    price: listing.price,
    inSeason: listing.inSeason,
    delivery: listing.delivery,
    attributes: listing.attributes,
    publishedAt: listing.publishedAt,
  });
};

/** What a pack holds, in thousandths of its unit, as buyers ask for it. */
const measureOf = ({ quantity, unit }: { quantity: number; unit: string }): string[] => {
  if (unit === 'kg') return [`${quantity}g`];
  if (unit === 'lit') return [`${quantity}ml`];
  return unit === 'trai' ? [`${Math.round(quantity / 1_000)}qua`] : [];
};
