import {
  addSynonym,
  endSynonym,
  getRanking,
  type InputOf,
  listSynonyms,
  listUnmet,
  type ResultOf,
  searchListings,
  suggestSearches,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AddSynonym } from './add-synonym.ts';
import { EndSynonym } from './end-synonym.ts';
import { RankingQueries } from './ranking.queries.ts';
import { SearchQueries } from './search.queries.ts';
import { SuggestQueries } from './suggest.queries.ts';
import { SynonymQueries } from './synonym.queries.ts';
import { UnmetQueries } from './unmet.queries.ts';

@Controller()
export class SearchController {
  constructor(
    private readonly search: SearchQueries,
    private readonly suggestions: SuggestQueries,
    private readonly ranking: RankingQueries,
  ) {}

  @Serves(searchListings)
  searchListings(@Input() { query }: InputOf<typeof searchListings>): Promise<ResultOf<typeof searchListings>> {
    return this.search.find(query);
  }

  @Serves(suggestSearches)
  suggestSearches(@Input() { query }: InputOf<typeof suggestSearches>): Promise<ResultOf<typeof suggestSearches>> {
    return this.suggestions.of(query.q);
  }

  @Serves(getRanking)
  getRanking(): Promise<ResultOf<typeof getRanking>> {
    return this.ranking.now();
  }
}

@Controller()
export class SearchOfficeController {
  constructor(
    private readonly synonyms: SynonymQueries,
    private readonly add: AddSynonym,
    private readonly end: EndSynonym,
    private readonly unmet: UnmetQueries,
  ) {}

  @Serves(listSynonyms)
  listSynonyms(): Promise<ResultOf<typeof listSynonyms>> {
    return this.synonyms.list();
  }

  @Serves(addSynonym)
  addSynonym(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof addSynonym>,
  ): Promise<ResultOf<typeof addSynonym>> {
    return this.add.run(actor, params.id, body);
  }

  @Serves(endSynonym)
  endSynonym(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof endSynonym>,
  ): Promise<ResultOf<typeof endSynonym>> {
    return this.end.run(actor, params.id, body);
  }

  @Serves(listUnmet)
  listUnmet(@Input() { query }: InputOf<typeof listUnmet>): Promise<ResultOf<typeof listUnmet>> {
    return this.unmet.list(query);
  }
}
