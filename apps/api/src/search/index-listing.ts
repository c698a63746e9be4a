import { Injectable } from '@nestjs/common';
import { Catalogue, type ListingDocument } from '../catalogue/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { SearchEngine } from './search-engine.ts';
import { type SearchDocument, searchDocument } from './search.rules.ts';

type Heard = 'listing.published' | 'listing.changed' | 'listing.withdrawn';

/** Keeps the index as the catalogue is now, whatever was heard and in which order; a listing changed often is written once. */
@Injectable()
export class IndexListing implements Listener<Heard> {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly engine: SearchEngine,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    await oneWriter(tx); // before reading: what another writer reads later it also writes later
    const ids = [...new Set(events.map(({ subject }) => subject))];
    const seen = await this.catalogue.documents(ids, tx);
    await this.engine.put(tx, seen.map(asDocument));
    const there = new Set(seen.map(({ id }) => id));
    await this.engine.drop(
      tx,
      ids.filter((id) => !there.has(id)),
    );
  }
}

/** One writer of the index at a time, for all processes, until this transaction ends. */
export const oneWriter = async (tx: Tx): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(17640006)');
};

export const asDocument = (listing: ListingDocument): SearchDocument =>
  searchDocument({
    id: listing.id,
    name: listing.name,
    texts: [
      listing.commodityName,
      listing.categoryName,
      listing.producerName,
      listing.communeName,
      listing.subArea,
      listing.provinceName,
    ],
    category: listing.category,
    commune: listing.commune,
    province: listing.province,
    storage: listing.storage,
    publishedAt: listing.publishedAt,
  });
