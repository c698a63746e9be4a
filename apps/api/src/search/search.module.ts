import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogueModule } from '../catalogue/index.ts';
import { env } from '../platform/env.ts';
import './document.entity.ts';
import { IndexListing } from './index-listing.ts';
import { Meilisearch } from './meilisearch.gateway.ts';
import { PostgresEngine } from './postgres-engine.ts';
import { RebuildIndex } from './rebuild-index.ts';
import { SearchController } from './search.controller.ts';
import { SearchEngine } from './search-engine.ts';
import { SearchQueries } from './search.queries.ts';

const engine = (db: DataSource): SearchEngine => (env().MEILISEARCH_URL ? new Meilisearch() : new PostgresEngine(db));

@Module({
  imports: [CatalogueModule],
  controllers: [SearchController],
  providers: [
    { provide: SearchEngine, useFactory: engine, inject: [DataSource] },
    IndexListing,
    RebuildIndex,
    SearchQueries,
  ],
})
export class SearchModule {}
