import type { CallOf, searchListings } from '@chophien/contracts';

type Query = NonNullable<CallOf<typeof searchListings>['query']>;

interface FilterName {
  /** As it stands in the address; the API's own name is understood too. */
  name: string;
  asks: keyof Query & string;
  shape: RegExp;
  /** Several values, any of which will do. */
  several?: true;
  /** What the API calls a value that has another word in the address. */
  values?: Readonly<Record<string, string>>;
}

/** What a shelf can be narrowed by, in the order in which it stands in an address. */
export const filterNames: readonly FilterName[] = [
  { name: 'loai', asks: 'category', shape: /^[a-z0-9-]{1,60}$/, several: true },
  { name: 'tinh', asks: 'province', shape: /^\d{2}$/, several: true },
  { name: 'xa', asks: 'commune', shape: /^\d{5}$/, several: true },
  { name: 'nguoi-ban', asks: 'producer', shape: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
  { name: 'giu', asks: 'storage', shape: /^(ambient|cool|chilled|frozen)$/, several: true },
  { name: 'sao', asks: 'stars', shape: /^[345]$/, several: true },
  { name: 'gia-tu', asks: 'priceFrom', shape: /^\d{1,10}$/ },
  { name: 'gia-den', asks: 'priceTo', shape: /^\d{1,10}$/ },
  { name: 'dang-mua', asks: 'inSeason', shape: /^(1|true)$/, values: { '1': 'true' } },
  { name: 'giao-den', asks: 'deliverTo', shape: /^\d{2}$/ },
  {
    name: 'kieu',
    asks: 'kind',
    shape: /^(hang|dich-vu|goods|service)$/,
    values: { hang: 'goods', 'dich-vu': 'service' },
  },
];
const attribute = /^attr\.[a-z][a-z0-9-]{0,39}$/;
const choice = /^[a-z][a-z0-9-]{0,39}$/;
const mostValues = 20;

const sorts = { moi: 'newest', gia: 'price', '-gia': '-price' } as const;
export type SortName = keyof typeof sorts;

/** What somebody asks of a shelf, as it stands in the address. */
export interface Filters {
  q: string;
  /** By the filter's name; none has an empty list. */
  values: Readonly<Record<string, readonly string[]>>;
  sort: SortName | undefined;
  /** A commune or a province to begin with what is close to it. */
  near: string | undefined;
  page: number;
}

/** Reads the filters off an address. What makes no sense is left out: an old or mistyped link still shows a shelf. */
export const filtersIn = (query: URLSearchParams): Filters => {
  const values: Record<string, string[]> = {};
  const keep = (name: string, shape: RegExp, given: readonly string[]) => {
    const kept = [...new Set(given.filter((value) => shape.test(value)))].slice(0, mostValues);
    if (kept.length > 0) values[name] = kept;
  };
  for (const { name, asks, shape, several, values: words = {} } of filterNames) {
    const given = [...query.getAll(name), ...query.getAll(asks)].flatMap((value) =>
      several ? value.split(',') : value,
    );
    const plain = asks.startsWith('price') ? given.map((value) => value.replace(/\D/g, '')) : given;
    // One word for one meaning: `kind=goods` stands as `kieu=hang`.
    const inWords = plain.map((value) => Object.keys(words).find((word) => words[word] === value) ?? value);
    keep(name, shape, several ? inWords : inWords.filter(Boolean).slice(0, 1));
  }
  for (const name of [...new Set(query.keys())].filter((one) => attribute.test(one)).slice(0, 8)) {
    keep(
      name,
      choice,
      query.getAll(name).flatMap((value) => value.split(',')),
    );
  }
  const [from, to] = [Number(values['gia-tu']?.[0] ?? 0), Number(values['gia-den']?.[0] ?? Number.POSITIVE_INFINITY)];
  if (from > to) [values['gia-tu'], values['gia-den']] = [[String(to)], [String(from)]];
  const page = Number(query.get('trang') ?? query.get('page') ?? 1);
  const order = query.get('xep') ?? '';
  const near = query.get('gan') ?? query.get('near') ?? '';
  return {
    q: (query.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 100),
    values,
    sort: order in sorts ? (order as SortName) : undefined,
    near: /^(\d{2}|\d{5})$/.test(near) ? near : undefined,
    page: Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1,
  };
};

/** The question to the API; on a category's own page the category is part of the path. */
export const asked = (filters: Filters, category?: string): Query => {
  const query: Record<string, string | number> = { page: filters.page, facets: 'true' };
  if (filters.q) query.q = filters.q;
  for (const { name, asks, values = {} } of filterNames) {
    const given = filters.values[name];
    if (given) query[asks] = given.map((value) => values[value] ?? value).join(',');
  }
  for (const [name, given] of Object.entries(filters.values)) if (attribute.test(name)) query[name] = given.join(',');
  if (category !== undefined) query.category = category;
  if (filters.near) Object.assign(query, { near: filters.near, sort: 'near' });
  else if (filters.sort) query.sort = sorts[filters.sort];
  return query;
};

/** Whether it is one of many ways to look at the same shelf. */
export const isNarrowed = ({ values, sort, near }: Filters): boolean =>
  Object.keys(values).length > 0 || sort !== undefined || near !== undefined;

/** The address of a shelf within these filters: always the same one for the same filters. */
export const shelfLink = (path: string, filters: Filters): string => {
  const attributes = Object.keys(filters.values)
    .filter((name) => attribute.test(name))
    .toSorted();
  const parts = [
    ['q', filters.q],
    ...[...filterNames.map(({ name }) => name), ...attributes].map((name) => [
      name,
      (filters.values[name] ?? []).toSorted().join(','),
    ]),
    ['xep', filters.sort ?? ''],
    ['gan', filters.near ?? ''],
    ['trang', filters.page > 1 ? String(filters.page) : ''],
  ].filter(([, value]) => value !== '');
  const query = parts.map(
    ([name, value]) => `${name}=${encodeURIComponent(value!).replaceAll('%2C', ',').replaceAll('%20', '+')}`,
  );
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
};

const without = (values: Filters['values'], names: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** The same with one value more, or without it if it was there; from the first page on. */
export const toggled = (filters: Filters, name: string, value: string): Filters => {
  const now = filters.values[name] ?? [];
  const several = attribute.test(name) || filterNames.some((one) => one.name === name && one.several);
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...(several ? now : []), value];
  const rest = without(filters.values, name === 'tinh' ? [name, 'xa'] : [name]);
  return { ...filters, values: next.length > 0 ? { ...rest, [name]: next } : rest, page: 1 };
};

/** The same at prices of a band, `50000-99999`; the band that is on leads out again. */
export const atPrices = (filters: Filters, band: string): Filters => {
  const rest = without(filters.values, ['gia-tu', 'gia-den']);
  if (isAtPrices(filters, band)) return { ...filters, values: rest, page: 1 };
  const [from = '', to = ''] = band.split('-');
  const ends = { ...(Number(from) > 0 ? { 'gia-tu': [from] } : {}), ...(to ? { 'gia-den': [to] } : {}) };
  return { ...filters, values: { ...rest, ...ends }, page: 1 };
};

export const isAtPrices = ({ values }: Filters, band: string): boolean => {
  const [from = '', to = ''] = band.split('-');
  return (
    (values['gia-tu']?.[0] ?? '0') === from && (values['gia-den']?.[0] ?? '') === to && (from !== '0' || to !== '')
  );
};

/** The same in another order, from the first page on; without one, in the order that is usual there. */
export const inOrder = (filters: Filters, sort: SortName | undefined): Filters => ({
  ...filters,
  sort,
  near: undefined,
  page: 1,
});

/** Nothing left of it but the words. */
export const bare = ({ q }: Filters): Filters => ({ q, values: {}, sort: undefined, near: undefined, page: 1 });
