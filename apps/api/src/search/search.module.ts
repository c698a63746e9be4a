import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { CommunesModule } from '../communes/index.ts';
import { AddSynonym } from './add-synonym.ts';
import { ApplySynonyms } from './apply-synonyms.ts';
import { CheckIndex } from './check-index.ts';
import { Distances } from './distances.ts';
import { Documents } from './documents.ts';
import { DrainIndex } from './drain-index.ts';
import { EndSynonym } from './end-synonym.ts';
import { Engines } from './engines.ts';
import { FacetNames } from './facet-names.ts';
import { ForgetUnmet } from './forget-unmet.ts';
import { IndexListing } from './index-listing.ts';
import { NoteUnmet } from './note-unmet.ts';
import { PostgresEngine } from './postgres-engine.ts';
import { RankingQueries } from './ranking.queries.ts';
import { RebuildIndex } from './rebuild-index.ts';
import { SearchController, SearchOfficeController } from './search.controller.ts';
import './search.entity.ts';
import { SearchQueries } from './search.queries.ts';
import { ShelfNow } from './shelf.ts';
import { SuggestQueries } from './suggest.queries.ts';
import { SynonymQueries } from './synonym.queries.ts';
import { Synonyms } from './synonyms.ts';
import { UnmetQueries } from './unmet.queries.ts';
import { Vocabulary } from './vocabulary.ts';

@Module({
  imports: [CatalogueModule, CommunesModule],
  controllers: [SearchController, SearchOfficeController],
  providers: [
    AddSynonym,
    ApplySynonyms,
    CheckIndex,
    Distances,
    Documents,
    DrainIndex,
    EndSynonym,
    Engines,
    FacetNames,
    ForgetUnmet,
    IndexListing,
    NoteUnmet,
    PostgresEngine,
    RankingQueries,
    RebuildIndex,
    SearchQueries,
    ShelfNow,
    SuggestQueries,
    SynonymQueries,
    Synonyms,
    UnmetQueries,
    Vocabulary,
  ],
})
export class SearchModule {}
