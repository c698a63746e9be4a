import type { Columns } from './columns.rules.ts';
import { bandName, mostCounted, mostValues, priceBands, type Within } from './filter.rules.ts';

export interface Counted {
  value: string;
  count: number;
  more: boolean;
}

export const capped = (count: number): { count: number; more: boolean } => ({
  count: Math.min(count, mostCounted),
  more: count > mostCounted,
});

/** How many listings each value of each facet would leave. */
export class Counts {
  private readonly path: Int32Array;
  private readonly commune: Int32Array;
  private readonly province: Int32Array;
  private readonly storage: Int32Array;
  private readonly kind: Int32Array;
  private readonly stars = new Int32Array(6);
  private readonly band = new Int32Array(priceBands.length);
  private readonly choice: Int32Array;
  private readonly set: Int32Array;
  /** Sent within its own province, by province. */
  private readonly within: Int32Array;
  private everywhere = 0;
  private season = 0;

  constructor(private readonly columns: Columns) {
    this.path = new Int32Array(columns.paths.list.length);
    this.commune = new Int32Array(columns.communes.list.length);
    this.province = new Int32Array(columns.provinces.list.length);
    this.storage = new Int32Array(columns.storages.list.length);
    this.kind = new Int32Array(columns.kinds.list.length);
    this.choice = new Int32Array(columns.choices.list.length);
    this.set = new Int32Array(columns.choicesOfSet.length);
    this.within = new Int32Array(columns.provinces.list.length);
  }

  /** One listing within all filters. */
  all(number: number): void {
    const { columns } = this;
    this.path[columns.path[number]!]! += 1;
    this.commune[columns.commune[number]!]! += 1;
    this.province[columns.province[number]!]! += 1;
    this.storage[columns.storage[number]!]! += 1;
    this.kind[columns.kind[number]!]! += 1;
    this.stars[columns.stars[number]!]! += 1;
    this.band[columns.band[number]!]! += 1;
    this.season += columns.season[number]!;
    this.sent(number);
    this.set[columns.set[number]!]! += 1;
  }

  /** One listing within all filters but that of this facet. */
  one(facet: string, number: number): void {
    const { columns } = this;
    if (facet === 'category') this.path[columns.path[number]!]! += 1;
    else if (facet === 'commune') this.commune[columns.commune[number]!]! += 1;
    else if (facet === 'province') this.province[columns.province[number]!]! += 1;
    else if (facet === 'storage') this.storage[columns.storage[number]!]! += 1;
    else if (facet === 'kind') this.kind[columns.kind[number]!]! += 1;
    else if (facet === 'stars') this.stars[columns.stars[number]!]! += 1;
    else if (facet === 'price') this.band[columns.band[number]!]! += 1;
    else if (facet === 'inSeason') this.season += columns.season[number]!;
    else if (facet === 'deliverTo') this.sent(number);
    else if (facet.startsWith('attr.')) {
      const own = `${facet.slice('attr.'.length)}=`;
      for (const choice of columns.choicesOfSet[columns.set[number]!]!)
        if (columns.choices.list[choice]!.startsWith(own)) this.choice[choice]! += 1;
    }
  }

  private sent(number: number): void {
    const delivery = this.columns.delivery[number];
    if (delivery === 0) this.everywhere += 1;
    else if (delivery === 1) this.within[this.columns.province[number]!]! += 1;
  }

  /** By facet; what was asked for is named even when nothing has it. */
  take(asked: Within): Record<string, Counted[]> {
    const { columns } = this;
    const byPath = new Map<string, number>();
    this.path.forEach((count, at) => {
      for (const category of new Set(columns.paths.list[at]!.split('/')))
        byPath.set(category, (byPath.get(category) ?? 0) + count);
    });
    this.set.forEach((count, set) => {
      for (const choice of columns.choicesOfSet[set]!) this.choice[choice]! += count;
    });
    const sent = new Map(columns.provinces.list.map((province, at) => [province, this.everywhere + this.within[at]!]));
    const facets: Record<string, Counted[]> = {
      category: most(byPath, asked.category),
      commune: most(named(columns.communes.list, this.commune), asked.commune),
      province: most(named(columns.provinces.list, this.province), asked.province),
      storage: most(named(columns.storages.list, this.storage), asked.storage),
      kind: most(named(columns.kinds.list, this.kind), asked.kind === undefined ? [] : [asked.kind]),
      stars: [5, 4, 3].map((stars) => ({ value: String(stars), ...capped(this.stars[stars]!) })),
      price: priceBands.map((band, at) => ({ value: bandName(band), ...capped(this.band[at]!) })),
      inSeason: [{ value: 'true', ...capped(this.season) }],
      deliverTo: most(sent, asked.deliverTo === undefined ? [] : [asked.deliverTo]),
    };
    for (const [at, choice] of columns.choices.list.entries()) {
      const [name, value] = choice.split('=') as [string, string];
      if (!this.choice[at] && !asked.attributes?.[name]?.includes(value)) continue;
      (facets[`attr.${name}`] ??= []).push({ value, ...capped(this.choice[at]!) });
    }
    for (const [facet, values] of Object.entries(facets))
      if (facet.startsWith('attr.')) values.sort(byCount).splice(mostValues);
    return facets;
  }
}

const named = (names: readonly string[], counts: Int32Array): Map<string, number> =>
  new Map(names.map((name, at) => [name, counts[at]!]));

const byCount = (a: Counted, b: Counted): number => b.count - a.count || (a.value < b.value ? -1 : 1);

/** Those that most listings have, and those asked for. */
const most = (counts: ReadonlyMap<string, number>, asked: readonly string[] = []): Counted[] => {
  const there = [...counts].filter(([, count]) => count > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const shown = there.slice(0, mostValues);
  const missing = asked.filter((value) => !shown.some(([name]) => name === value));
  return [...shown, ...missing.map((value) => [value, counts.get(value) ?? 0] as const)].map(([value, count]) => ({
    value,
    ...capped(count),
  }));
};
