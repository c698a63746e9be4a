import type { QueryOf, ResultOf, searchListings } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { type Card, Catalogue } from '../catalogue/index.ts';
import { mostHits, SearchEngine } from './search-engine.ts';
import { question } from './search.rules.ts';

const pageSize = 24;
/** Hits asked for beyond the page: the index may still hold a few that are no longer to be seen. */
const spare = 8;

@Injectable()
export class SearchQueries {
  constructor(
    private readonly engine: SearchEngine,
    private readonly catalogue: Catalogue,
  ) {}

  /** A page of what the words find, among what anybody may see. */
  async find({ q, page, ...within }: QueryOf<typeof searchListings>): Promise<ResultOf<typeof searchListings>> {
    const asked = question(q);
    const wanted = page * pageSize;
    if (!asked || wanted > mostHits) return { items: [], page, more: false };
    let cards: Card[] = [];
    for (let limit = Math.min(wanted + 1 + spare, mostHits); ; limit = Math.min(limit * 4, mostHits)) {
      const hits = await this.engine.find(asked, within, limit);
      cards = await this.catalogue.cards(hits, within);
      if (cards.length > wanted || hits.length < limit || limit === mostHits) break;
    }
    return { items: cards.slice(wanted - pageSize, wanted), page, more: cards.length > wanted };
  }
}
