import { z } from 'zod';
import { ListingCard } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Day, Dong, Id, line, PageNumber, ProvinceCode, SearchWords, StorageClass } from './values.ts';

/** Several values of one filter, any of which will do: `commune=07330,07333`. */
const several = <S extends z.ZodType<string, string>>(one: S) =>
  z
    .string()
    .max(400)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(one).min(1).max(20));

const Category = z.string().regex(/^[a-z0-9-]{1,60}$/, 'a category');
const Yes = z.literal('true').transform(() => true as const);
const Stars = z.enum(['3', '4', '5']);

/** What a search, and what is found by it, can be narrowed by. `attr.<id>` narrows by an attribute of the category. */
const filters = {
  category: several(Category).optional(),
  commune: several(CommuneCode).optional(),
  province: several(ProvinceCode).optional(),
  producer: Id.optional(),
  storage: several(StorageClass).optional(),
  /** OCOP stars of a certificate that holds. */
  stars: several(Stars).optional(),
  priceFrom: z.coerce.number().pipe(Dong).optional(),
  priceTo: z.coerce.number().pipe(Dong).optional(),
  inSeason: Yes.optional(),
  /** A province into which it is sent. */
  deliverTo: ProvinceCode.optional(),
  kind: z.enum(['goods', 'service']).optional(),
};

/** `near` begins with what is closest to the place named in `near`; without words there is nothing to be relevant to. */
export const SearchSort = z.enum(['relevance', 'newest', 'price', '-price', 'near']);
export type SearchSort = z.infer<typeof SearchSort>;

const attributeName = /^attr\.[a-z][a-z0-9-]{0,39}$/;
const AttributeValues = several(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a choice of this attribute'));

const SearchQuery = z
  .object({
    q: SearchWords.optional(),
    ...filters,
    sort: SearchSort.optional(),
    /** A commune or a province the buyer names; her device is never asked where it is. */
    near: z
      .string()
      .regex(/^(\d{2}|\d{5})$/, 'a commune or a province')
      .optional(),
    facets: Yes.optional(),
    page: PageNumber,
  })
  .catchall(z.unknown())
  .superRefine((query, context) => {
    const unknown = Object.keys(query).filter((key) => !(key in SearchQuery.shape) && !attributeName.test(key));
    if (unknown.length > 0) context.addIssue({ code: 'unrecognized_keys', keys: unknown, input: query });
    for (const [key, value] of attributesIn(query)) {
      if (!AttributeValues.safeParse(value).success)
        context.addIssue({ code: 'custom', path: [key], message: 'choices of this attribute' });
    }
    if (query.sort === 'near' && !query.near)
      context.addIssue({ code: 'custom', path: ['near'], message: 'needed to sort by nearness' });
    if ((query.priceFrom ?? 0) > (query.priceTo ?? Number.POSITIVE_INFINITY))
      context.addIssue({ code: 'custom', path: ['priceTo'], message: 'not below priceFrom' });
  });

const attributesIn = (query: object): [string, unknown][] =>
  Object.entries(query).filter(([key]) => attributeName.test(key));

type Named = z.output<typeof SearchQuery>;
interface Asked extends Pick<Named, keyof typeof SearchQuery.shape> {
  attributes: Record<string, string[]>;
}

/** One value of a filter and how many listings it would leave, the other filters kept; with `more` there are more than that. */
export const FacetValue = z
  .object({ value: z.string(), label: z.string().optional(), count: z.int(), more: z.boolean() })
  .meta({ id: 'FacetValue' });
export type FacetValue = z.infer<typeof FacetValue>;

/** By the filter's name; `price` has bands, `50000-99999`, whose ends are `priceFrom` and `priceTo`. */
export const Facets = z.record(z.string(), z.array(FacetValue)).meta({ id: 'Facets' });
export type Facets = z.infer<typeof Facets>;

export const searchListings = endpoint({
  method: 'GET',
  path: '/search',
  summary: 'Listings by words, with or without accents, and by filters; 24 a page',
  needs: 'public',
  query: SearchQuery.transform((query): Asked => {
    const named = Object.fromEntries(Object.entries(query).filter(([key]) => key in SearchQuery.shape));
    const attributes = attributesIn(query).map(([key, value]) => [key.slice(5), AttributeValues.parse(value)]);
    return { ...(named as Omit<Asked, 'attributes'>), attributes: Object.fromEntries(attributes) };
  }),
  result: z.object({
    items: z.array(ListingCard),
    page: z.int(),
    more: z.boolean(),
    /** Both only when asked for with `facets=true`. Counted to 1,000; with `more` there are more. */
    total: z.object({ count: z.int(), more: z.boolean() }).optional(),
    facets: Facets.optional(),
  }),
});

/** What somebody may mean who has typed so far: words to search, or a place to go at once. */
export const Suggestion = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('words'), text: z.string() }),
    z.object({ kind: z.literal('category'), text: z.string(), id: z.string() }),
    z.object({ kind: z.literal('commune'), text: z.string(), code: CommuneCode }),
  ])
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof Suggestion>;

export const suggestSearches = endpoint({
  method: 'GET',
  path: '/search/suggestions',
  summary: 'What the words typed so far may become, at most ten',
  needs: 'public',
  query: z.strictObject({ q: SearchWords }),
  result: z.object({ items: z.array(Suggestion) }),
});

/** What orders lists and search results, in words, as the law on e-commerce asks to publish it. */
export const getRanking = endpoint({
  method: 'GET',
  path: '/search/ranking',
  summary: 'What decides the order of lists and search results, from which day on',
  needs: 'public',
  result: z.object({
    since: Day,
    legalRef: z.string(),
    /** In the order in which they decide. */
    sorts: z.array(z.object({ sort: SearchSort, name: z.string(), criteria: z.array(z.string()) })),
    /** What keeps a listing out of sight, and what never counts. */
    limits: z.array(z.string()),
  }),
});

/** Words that mean the same to a buyer, from a day on. */
export const SynonymView = z
  .object({
    id: Id,
    words: z.array(z.string()),
    source: z.string(),
    validFrom: Day,
    /** The first day on which it no longer holds. */
    validTo: Day.nullable(),
  })
  .meta({ id: 'Synonym' });
export type SynonymView = z.infer<typeof SynonymView>;

export const listSynonyms = endpoint({
  method: 'GET',
  path: '/search/synonyms',
  summary: 'Words that search takes for one another, those of today, to come and over',
  needs: 'synonym.write',
  reach: 'anyone',
  result: z.object({ items: z.array(SynonymView) }),
});

export const addSynonym = endpoint({
  method: 'PUT',
  path: '/search/synonyms/:id',
  summary: 'Words that search takes for one another from a day on',
  needs: 'synonym.write',
  reach: 'anyone',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      words: z.array(line(40, 2)).min(2).max(8),
      source: line(200, 3),
      validFrom: Day,
    })
    .meta({ id: 'AddSynonym' }),
  result: SynonymView,
});

export const endSynonym = endpoint({
  method: 'POST',
  path: '/search/synonyms/:id/end',
  summary: 'Words no longer taken for one another from a day on',
  needs: 'synonym.write',
  reach: 'anyone',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ validTo: Day }).meta({ id: 'EndSynonym' }),
  result: SynonymView,
});

/** Words that found nothing, and how often in a week (its Monday); rarer ones are never shown. */
export const UnmetView = z
  .object({ words: z.string(), province: ProvinceCode.nullable(), times: z.int() })
  .meta({ id: 'Unmet' });
export type UnmetView = z.infer<typeof UnmetView>;

export const listUnmet = endpoint({
  method: 'GET',
  path: '/search/unmet',
  summary: 'What was searched and not found in a week, by province; counts of words only, from five on',
  needs: 'demand.read',
  reach: 'anyone',
  query: z.strictObject({ week: Day.optional(), province: ProvinceCode.optional() }),
  result: z.object({ week: Day, weeks: z.array(Day), items: z.array(UnmetView) }),
});
