import type { AttributeView, Facets, FacetValue, ProvinceView, StorageClass } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { type IconName, storage } from '@chophien/ui';
import { atPrices, type Filters, isAtPrices, toggled } from './filters.ts';

/** One way to narrow a shelf: the shelf it leads to, and how much stands there. */
export interface FacetChoice {
  word: string;
  icon?: IconName;
  count: string;
  on: boolean;
  to: Filters;
}

export interface FacetGroup {
  name: string;
  title: string;
  choices: FacetChoice[];
}

const number = new Intl.NumberFormat('vi-VN');
/** `1.000+`: beyond that nobody counts. */
export const countWords = ({ count, more }: { count: number; more: boolean }): string =>
  `${number.format(count)}${more ? '+' : ''}`;

/** `từ 50.000 ₫ đến 99.999 ₫`, by the band's name. */
const bandWords = (band: string): string => {
  const [from = '0', to = ''] = band.split('-');
  if (to === '') return `Từ ${formatDong(Number(from))}`;
  const below = formatDong(Number(to) + 1);
  return from === '0' ? `Dưới ${below}` : `${formatDong(Number(from))} – ${below}`;
};

const shownPlaces = 12;

interface Known {
  filters: Filters;
  facets: Facets;
  attributes: readonly AttributeView[];
  /** On a category's own page the category is part of the path. */
  ownCategory: boolean;
}

/** What a shelf can be narrowed by, in the order in which people think of it. Values that nothing has are left out. */
export const facetGroups = ({ filters, facets, attributes, ownCategory }: Known): FacetGroup[] => {
  const choices = (name: string, facet: string, word: (value: FacetValue) => string | undefined): FacetChoice[] =>
    (facets[facet] ?? []).flatMap((one) => {
      const value = siteValue(facet, one.value);
      const on = filters.values[name]?.includes(value) ?? false;
      const words = word(one);
      return words === undefined || (one.count === 0 && !on)
        ? []
        : [{ word: words, count: countWords(one), on, to: toggled(filters, name, value) }];
    });
  const labelled = ({ label }: FacetValue) => label;
  const groups: FacetGroup[] = [
    ...(ownCategory ? [] : [{ name: 'loai', title: 'Loại hàng', choices: choices('loai', 'category', labelled) }]),
    { name: 'dang-mua', title: 'Mùa', choices: choices('dang-mua', 'inSeason', () => 'Đang mùa') },
    { name: 'sao', title: 'Sao OCOP', choices: choices('sao', 'stars', ({ value }) => `OCOP ${value} sao`) },
    {
      name: 'giu',
      title: 'Cách giữ',
      choices: choices('giu', 'storage', ({ value }) => storage[value as StorageClass]?.word).map((one) => ({
        ...one,
        ...iconOf(one.word),
      })),
    },
    { name: 'gia', title: 'Giá', choices: prices(filters, facets.price ?? []) },
    { name: 'tinh', title: 'Tỉnh, thành', choices: nearest(choices('tinh', 'province', labelled)) },
    { name: 'xa', title: 'Xã, phường', choices: nearest(choices('xa', 'commune', labelled)) },
    {
      name: 'kieu',
      title: 'Hàng hay dịch vụ',
      choices: choices('kieu', 'kind', ({ value }) =>
        value === 'service' ? 'Về làng: thăm vườn, nghỉ, học nghề' : 'Hàng hoá',
      ),
    },
    ...Object.keys(facets)
      .filter((facet) => facet.startsWith('attr.'))
      .flatMap((facet) => {
        const known = attributes.filter(({ id }) => `attr.${id}` === facet);
        const label = (value: string) =>
          known.flatMap((one) => one.choices).find((choice) => choice.value === value)?.label;
        const title = known[0]?.name;
        return title ? [{ name: facet, title, choices: choices(facet, facet, ({ value }) => label(value)) }] : [];
      }),
  ];
  // What cannot be chosen is no choice: a group in which everything is the same says nothing.
  return groups.filter(({ choices: all }) => all.length > 1 || all.some(({ on }) => on) || all[0]?.word === 'Đang mùa');
};

/** As the address calls it. */
const siteValue = (facet: string, value: string): string => {
  if (facet === 'inSeason') return '1';
  if (facet === 'kind') return value === 'service' ? 'dich-vu' : 'hang';
  return value;
};

const prices = (filters: Filters, bands: readonly FacetValue[]): FacetChoice[] =>
  bands.flatMap((band) => {
    const on = isAtPrices(filters, band.value);
    if (band.count === 0 && !on) return [];
    return [{ word: bandWords(band.value), count: countWords(band), on, to: atPrices(filters, band.value) }];
  });

/** The places with most, and those that are on. */
const nearest = (places: FacetChoice[]): FacetChoice[] => places.filter(({ on }, at) => on || at < shownPlaces);

const iconOf = (word: string): { icon?: IconName } => {
  const found = Object.values(storage).find((one) => one.word === word);
  return found ? { icon: found.icon } : {};
};

/** What it is narrowed by now, each with the shelf without it; words for what no facet names any more. */
export const narrowedBy = (
  filters: Filters,
  groups: readonly FacetGroup[],
  provinces: readonly ProvinceView[],
): { word: string; to: Filters }[] => {
  const shown = groups.flatMap(({ choices }) => choices.filter(({ on }) => on).map(({ word, to }) => ({ word, to })));
  const province = (code: string | undefined) => provinces.find((one) => one.code === code)?.name ?? code ?? '';
  const { 'gia-tu': from, 'gia-den': to, 'giao-den': sent, 'nguoi-ban': seller } = filters.values;
  const isBand = groups.some(({ name, choices }) => name === 'gia' && choices.some(({ on }) => on));
  const drop = (...names: string[]): Filters => ({
    ...filters,
    values: Object.fromEntries(Object.entries(filters.values).filter(([name]) => !names.includes(name))),
    page: 1,
  });
  return [
    ...shown,
    ...(!isBand && (from ?? to)
      ? [
          {
            word: [from && `từ ${formatDong(Number(from[0]))}`, to && `đến ${formatDong(Number(to[0]))}`]
              .filter(Boolean)
              .join(' '),
            to: drop('gia-tu', 'gia-den'),
          },
        ]
      : []),
    ...(sent ? [{ word: `Giao đến ${province(sent[0])}`, to: drop('giao-den') }] : []),
    ...(seller ? [{ word: 'Của một người bán', to: drop('nguoi-ban') }] : []),
    ...(filters.near ? [{ word: `Gần ${province(filters.near)}`, to: { ...filters, near: undefined, page: 1 } }] : []),
  ];
};
