import type { QueryOf, ResultOf, searchListings } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { type Card, Catalogue } from '../catalogue/index.ts';
import { Distances } from './distances.ts';
import { Engines } from './engines.ts';
import { FacetNames } from './facet-names.ts';
import type { Asked, Within } from './filter.rules.ts';
import { NoteUnmet } from './note-unmet.ts';
import { PostgresEngine } from './postgres-engine.ts';
import { type Question, question } from './question.rules.ts';
import { type Hits, mostHits } from './search-engine.ts';
import { Synonyms } from './synonyms.ts';

type Query = QueryOf<typeof searchListings>;
type Result = ResultOf<typeof searchListings>;

const pageSize = 24;
/** Hits asked for beyond the page: the index may still hold a few that are no longer to be seen. */
const spare = 8;

@Injectable()
export class SearchQueries {
  // oxlint-disable-next-line eslint/max-params -- one question is put together from all of these, and nothing else is
  constructor(
    private readonly engines: Engines,
    private readonly shelf: PostgresEngine,
    private readonly catalogue: Catalogue,
    private readonly synonyms: Synonyms,
    private readonly distances: Distances,
    private readonly names: FacetNames,
    private readonly unmet: NoteUnmet,
  ) {}

  /** A page of what the words find, or of all there is, within the filters and among what anybody may see. */
  async find(query: Query): Promise<Result> {
    const { q = '', page, near, facets, sort = q ? 'relevance' : 'newest', ...within } = query;
    const asked = q ? question(q, await this.synonyms.now()) : null;
    const wanted = page * pageSize;
    const nothing = {
      items: [],
      page,
      more: false,
      ...(facets ? { total: { count: 0, more: false }, facets: {} } : {}),
    };
    if (asked === undefined || wanted > mostHits) return nothing;
    const distances = near === undefined ? undefined : await this.distances.from(near);
    const first = {
      within,
      sort,
      near,
      distances,
      facets: Boolean(facets),
      limit: Math.min(wanted + 1 + spare, mostHits),
    };
    let hits = await this.hits(asked, first);
    const counted = hits;
    let cards = await this.seen(hits, within);
    for (let { limit } = first; cards.length <= wanted && hits.ids.length === limit && limit < mostHits; ) {
      limit = Math.min(limit * 4, mostHits);
      hits = await this.hits(asked, { ...first, limit, facets: false });
      cards = await this.seen(hits, within);
    }
    if (cards.length === 0 && page === 1) this.unmet.note(query);
    return {
      items: cards.slice(wanted - pageSize, wanted),
      page,
      more: cards.length > wanted,
      ...(facets ? { total: counted.total, facets: await this.names.over(counted.facets ?? {}) } : {}),
    };
  }

  private hits(asked: Question | null, about: Asked): Promise<Hits> {
    return asked ? this.engines.find(asked, about, (ids) => this.doubtful(ids)) : this.shelf.list(about);
  }

  /** What the database says of them now: seen by anybody, and still within what a card says of the filters. */
  private async seen({ ids }: Hits, within: Within): Promise<Card[]> {
    const cards = await this.catalogue.cards(ids);
    return cards.filter((card) => holds(card, within));
  }

  /** An index that is mostly wrong is another one, or one that stood still for long. */
  private async doubtful(ids: readonly string[]): Promise<boolean> {
    const some = ids.slice(0, pageSize);
    if (some.length < 5) return false;
    return (await this.catalogue.cards(some)).length * 2 < some.length;
  }
}

const holds = (card: Card, within: Within): boolean => {
  const {
    commune,
    storage,
    stars,
    priceFrom = 0,
    priceTo = Number.POSITIVE_INFINITY,
    inSeason,
    kind,
    producer,
  } = within;
  return (
    (!commune || commune.includes(card.commune.code)) &&
    (!storage || storage.includes(card.storage)) &&
    (!stars || stars.some((value) => Number(value) === card.ocopStars)) &&
    card.price >= priceFrom &&
    card.price <= priceTo &&
    (!inSeason || card.inSeason) &&
    (kind === undefined || card.kind === kind) &&
    (producer === undefined || card.producer.id === producer)
  );
};
