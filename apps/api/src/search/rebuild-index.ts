import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/index.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { asDocument, oneWriter } from './index-listing.ts';
import { SearchEngine } from './search-engine.ts';
import type { SearchDocument } from './search.rules.ts';

const batchSize = 500;

/**
 * Builds the whole index anew from the catalogue while the old one goes on answering. Listeners wait for it and then write
 * what changed meanwhile, so nothing is missed. The transaction holds that lock, also for an index at Meilisearch.
 */
@Injectable()
export class RebuildIndex {
  constructor(
    private readonly db: DataSource,
    private readonly catalogue: Catalogue,
    private readonly engine: SearchEngine,
  ) {}

  /** Answers how many listings are in it. */
  run(): Promise<number> {
    return inTx(this.db, async (tx) => {
      await tx.query(
        `select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
      );
      await oneWriter(tx);
      const counted = { listings: 0 };
      await this.engine.rebuild(tx, this.all(tx, counted));
      return counted.listings;
    });
  }

  private async *all(tx: Tx, counted: { listings: number }): AsyncGenerator<SearchDocument[]> {
    for (let after: string | null = null; ; ) {
      const ids: string[] = await this.catalogue.allIds(after, batchSize);
      if (ids.length === 0) return;
      const documents = (await this.catalogue.documents(ids, tx)).map(asDocument);
      counted.listings += documents.length;
      yield documents;
      after = ids.at(-1) as string;
    }
  }
}
