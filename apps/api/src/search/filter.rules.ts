import type { QueryOf, SearchSort, searchListings } from '@chophien/contracts';

type Query = QueryOf<typeof searchListings>;

/** Within what somebody asks; a filter with several values takes any of them. */
export type Within = Pick<
  Query,
  | 'category'
  | 'commune'
  | 'province'
  | 'producer'
  | 'storage'
  | 'stars'
  | 'priceFrom'
  | 'priceTo'
  | 'inSeason'
  | 'deliverTo'
  | 'kind'
> & { attributes?: Query['attributes'] };

/** What an engine is asked beside the words. */
export interface Asked {
  within: Within;
  sort: SearchSort;
  /** A commune's or a province's code; with `sort: 'near'`. */
  near?: string | undefined;
  /** Kilometres from there to each province. */
  distances?: ReadonlyMap<string, number> | undefined;
  limit: number;
  facets: boolean;
}

/** Counted exactly up to here; beyond, only that there are more. */
export const mostCounted = 1_000;

/** Values of a facet that are named at most: nobody reads more. */
export const mostValues = 120;

/** Bands of prices in đồng: from, and up to but not including. */
export const priceBands: readonly (readonly [from: number, below: number])[] = [
  [0, 50_000],
  [50_000, 100_000],
  [100_000, 200_000],
  [200_000, 500_000],
  [500_000, 1_000_000],
  [1_000_000, Number.POSITIVE_INFINITY],
];

/** How a band stands in an answer: `50000-99999`, `1000000-`. */
export const bandName = ([from, below]: readonly [number, number]): string =>
  `${from}-${below === Number.POSITIVE_INFINITY ? '' : below - 1}`;

export const bandOf = (price: number): number => priceBands.findIndex(([, below]) => price < below);

/** What must be true of a place in the order by nearness: in the commune asked, then by kilometres. */
export const farness = (
  { near, distances }: Pick<Asked, 'near' | 'distances'>,
  place: { commune: string; province: string },
): number => (place.commune === near ? -1 : (distances?.get(place.province) ?? Number.MAX_SAFE_INTEGER));
