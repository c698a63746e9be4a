import type { Counted } from './counts.rules.ts';
import { capped } from './counts.rules.ts';
import type { SearchDocument } from './document.rules.ts';
import { type Asked, bandName, bandOf, mostValues, priceBands, type Within } from './filter.rules.ts';
import type { Question, Synonyms } from './question.rules.ts';
import { foldedWords, phrase } from './text.rules.ts';

/** A listing as Meilisearch holds it. It reads no accents by itself, so it is given both writings. */
export interface Stored {
  id: string;
  name: string;
  accentedName: string;
  texts: string;
  accents: string[];
  measures: string[];
  categories: string[];
  commune: string;
  province: string;
  producer: string;
  storage: string;
  kind: string;
  stars: number | null;
  price: number;
  band: number;
  inSeason: boolean;
  delivery: string;
  attributes: string[];
  publishedAt: number;
  digest: string;
}

export const stored = (document: SearchDocument): Stored => {
  const { words: _, vocabulary: __, attributes, publishedAt, price, ...rest } = document;
  return {
    ...rest,
    price,
    band: bandOf(price),
    attributes: Object.entries(attributes).map(([name, value]) => `${name}=${value}`),
    publishedAt: publishedAt.getTime(),
  };
};

const equal = (field: string, value: string | number | boolean): string => `${field} = ${JSON.stringify(value)}`;
const any = (field: string, values: readonly string[]): string =>
  `(${values.map((value) => equal(field, value)).join(' OR ')})`;

/** One condition for each facet that is asked for; the values have passed the contract, and are quoted all the same. */
export const conditions = (within: Within): Map<string, string> => {
  const { category, commune, province, storage, stars, kind, producer, deliverTo } = within;
  const found = new Map<string, string>();
  const note = (facet: string, condition: string | undefined) => condition && found.set(facet, condition);
  note('category', category && any('categories', category));
  note('commune', commune && any('commune', commune));
  note('province', province && any('province', province));
  note('producer', producer && equal('producer', producer));
  note('storage', storage && any('storage', storage));
  note('kind', kind && equal('kind', kind));
  note('stars', stars && `stars IN [${stars.map(Number).join(', ')}]`);
  const prices = [
    within.priceFrom === undefined ? [] : [`price >= ${within.priceFrom}`],
    within.priceTo === undefined ? [] : [`price <= ${within.priceTo}`],
  ].flat();
  note('price', prices.join(' AND '));
  note('inSeason', within.inSeason && equal('inSeason', true));
  note('deliverTo', deliverTo && sentTo(deliverTo));
  for (const [name, values] of Object.entries(within.attributes ?? {}))
    note(
      `attr.${name}`,
      any(
        'attributes',
        values.map((value) => `${name}=${value}`),
      ),
    );
  return found;
};

const sentTo = (province: string): string =>
  `(${equal('delivery', 'country')} OR (${equal('delivery', 'province')} AND ${equal('province', province)}))`;

/** The field that a facet is counted in. */
const fields: Record<string, string> = { category: 'categories', price: 'band', deliverTo: 'delivery' };
const fieldOf = (facet: string): string => (facet.startsWith('attr.') ? 'attributes' : (fields[facet] ?? facet));

const always = [
  'category',
  'commune',
  'province',
  'storage',
  'kind',
  'stars',
  'price',
  'inSeason',
  'deliverTo',
  'attributes',
];

export interface Query {
  facets: string[];
  filter: string[];
  /** What of its answer is taken. */
  takes: string[];
}

/**
 * The questions that count the facets beside the first: each facet that narrows is counted without its own condition, so that
 * its other values can be chosen too.
 */
export const facetQueries = (within: Within): { first: string[]; more: Query[] } => {
  const narrowing = conditions(within);
  const without = (facet: string): string[] =>
    [...narrowing].flatMap(([name, condition]) => (name === facet ? [] : [condition]));
  const first = always.filter((facet) => !narrowing.has(facet) && facet !== 'deliverTo').map(fieldOf);
  const more = [...narrowing.keys()]
    .filter((facet) => facet !== 'producer' && facet !== 'deliverTo')
    .map((facet) => ({ facets: [fieldOf(facet)], filter: without(facet), takes: [facet] }));
  const sent = without('deliverTo');
  return {
    first,
    more: [
      ...more,
      { facets: ['delivery'], filter: sent, takes: ['everywhere'] },
      { facets: ['province'], filter: [...sent, equal('delivery', 'province')], takes: ['within'] },
    ],
  };
};

type Distribution = Record<string, Record<string, number>>;

/** The counts of all answers as facets. */
export const facetsOf = (
  within: Within,
  first: Distribution,
  more: readonly { takes: string[]; distribution: Distribution }[],
): Record<string, Counted[]> => {
  const own = new Map(more.map(({ takes, distribution }) => [takes[0] as string, distribution]));
  const counts = (facet: string): Record<string, number> => (own.get(facet) ?? first)[fieldOf(facet)] ?? {};
  const named = (facet: string, asked: readonly string[] = []): Counted[] => most(counts(facet), asked);
  const bands = counts('price');
  const everywhere = own.get('everywhere')?.delivery?.country ?? 0;
  const sent = Object.fromEntries(
    [
      ...new Set([
        ...Object.keys(own.get('within')?.province ?? {}),
        ...Object.keys(counts('province')),
        ...(within.deliverTo ? [within.deliverTo] : []),
      ]),
    ].map((code) => [code, everywhere + (own.get('within')?.province?.[code] ?? 0)]),
  );
  const facets: Record<string, Counted[]> = {
    category: named('category', within.category),
    commune: named('commune', within.commune),
    province: named('province', within.province),
    storage: named('storage', within.storage),
    kind: named('kind', within.kind ? [within.kind] : []),
    stars: ['5', '4', '3'].map((value) => ({ value, ...capped(counts('stars')[value] ?? 0) })),
    price: priceBands.map((band, at) => ({ value: bandName(band), ...capped(bands[String(at)] ?? 0) })),
    inSeason: [{ value: 'true', ...capped(counts('inSeason').true ?? 0) }],
    deliverTo: most(sent, []),
  };
  for (const [name, values] of choicesOf(within, first, own))
    facets[`attr.${name}`] = most(values, within.attributes?.[name]);
  return facets;
};

/** Counts of choices by attribute; an attribute that narrows has its own answer. */
const choicesOf = (within: Within, first: Distribution, own: ReadonlyMap<string, Distribution>) => {
  const found = new Map<string, Record<string, number>>();
  const take = (distribution: Distribution | undefined, only?: string) => {
    for (const [choice, count] of Object.entries(distribution?.attributes ?? {})) {
      const [name, value] = choice.split('=') as [string, string];
      if (only ? name !== only : within.attributes?.[name]) continue;
      found.set(name, { ...found.get(name), [value]: count });
    }
  };
  take(first);
  for (const name of Object.keys(within.attributes ?? {})) take(own.get(`attr.${name}`), name);
  return found;
};

const most = (counts: Record<string, number>, asked: readonly string[] = []): Counted[] => {
  const there = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostValues);
  const missing = asked.filter((value) => !there.some(([name]) => name === value));
  return [...there, ...missing.map((value) => [value, counts[value] ?? 0] as const)].map(([value, count]) => ({
    value,
    ...capped(count),
  }));
};

/** How well a hit answers beyond what Meilisearch sees: the accents asked, then the amount. The smaller the better. */
export const carries = (
  { accented, measures }: Question,
  hit: Pick<Stored, 'accentedName' | 'accents' | 'measures'>,
): number => {
  const amount = measures.length === 0 || measures.some((measure) => hit.measures.includes(measure)) ? 0 : 1;
  if (!accented) return amount;
  if (hit.accentedName.includes(phrase(accented))) return amount;
  return (accented.every((word) => hit.accents.includes(word)) ? 2 : 4) + amount;
};

/** Meilisearch is told once which words mean the same; it reads no accents, so they are told without. */
export const synonymSettings = (synonyms: Synonyms): Record<string, string[]> => {
  const settings: Record<string, string[]> = {};
  for (const group of synonyms) {
    const words = group.map((one) => one.flatMap(foldedWords).join(' '));
    for (const word of words) {
      const others = words.filter((other) => other !== word);
      settings[word] = [...new Set([...(settings[word] ?? []), ...others])];
    }
  }
  return settings;
};

export const sortOf = ({ sort }: Asked): string[] | undefined => {
  if (sort === 'newest') return ['publishedAt:desc'];
  if (sort === 'price') return ['price:asc', 'publishedAt:desc'];
  if (sort === '-price') return ['price:desc', 'publishedAt:desc'];
  return undefined;
};
