import { Columns, type Entry, type Names } from './columns.rules.ts';
import { capped, type Counted, Counts } from './counts.rules.ts';
import { type Asked, farness, type Within } from './filter.rules.ts';
import { Best, type Before } from './best.rules.ts';

export interface Found {
  /** Numbers of at most `limit` entries, in the order asked. */
  numbers: number[];
  total: { count: number; more: boolean };
  facets: Record<string, Counted[]> | undefined;
}

/** What was matched by words: numbers, and how well each answers (the smaller, the better). */
export interface Matches {
  numbers: readonly number[];
  scores: readonly number[];
}

interface Test {
  facet: string;
  passes: (number: number) => boolean;
}

/**
 * All listings by what they can be narrowed and put in order by. One walk over the columns filters, counts every facet and
 * keeps the first of any order: a millisecond or two for a hundred thousand.
 */
export class Shelf {
  private readonly columns = new Columns();

  put(entry: Entry): void {
    this.columns.put(entry);
  }

  id(number: number): string {
    return this.columns.ids[number] as string;
  }

  /**
   * The entries within the filters: all, or those matched by words. A listing that breaks one filter only still counts for
   * the other values of that one.
   */
  find(asked: Asked, matches?: Matches): Found {
    const { shown, size } = this.columns;
    const tests = this.testsOf(asked.within);
    const counts = asked.facets ? new Counts(this.columns) : undefined;
    const best = new Best(asked.limit, this.orderOf(asked, matches));
    const among = matches?.numbers;
    const length = among ? among.length : size;
    let total = 0;
    // From the newest on: what comes later is then hardly ever better than what is kept.
    for (let at = length - 1; at >= 0; at--) {
      const number = among ? (among[at] as number) : at;
      if (shown[number] !== 1) continue;
      let failed: Test | undefined;
      let failures = 0;
      for (const test of tests) {
        if (test.passes(number)) continue;
        failed = test;
        failures += 1;
        if (failures > 1 || !counts) break;
      }
      if (failed === undefined) {
        total += 1;
        best.offer(at);
        counts?.all(number);
      } else if (failures === 1) counts?.one(failed.facet, number);
    }
    const numbers = best.take().map((at) => (among ? (among[at] as number) : at));
    return { numbers, total: capped(total), facets: counts?.take(asked.within) };
  }

  private orderOf({ sort, near, distances }: Asked, matches?: Matches): Before {
    const { published, price, commune, province, communes, provinces, ids } = this.columns;
    const number = matches ? (at: number) => matches.numbers[at] as number : (at: number) => at;
    const newest: Before = (a, b) => {
      const one = number(a);
      const other = number(b);
      return published[other]! - published[one]! || (ids[other]! < ids[one]! ? -1 : 1);
    };
    if (sort === 'price' || sort === '-price') {
      const way = sort === 'price' ? 1 : -1;
      return (a, b) => way * (price[number(a)]! - price[number(b)]!) || newest(a, b);
    }
    if (sort === 'near' && near) {
      const own = communes.find(near);
      const far = provinces.list.map((code) => farness({ near, distances }, { commune: '', province: code }));
      const distance = (at: number): number =>
        own !== undefined && commune[number(at)] === own ? -1 : far[province[number(at)]!]!;
      return (a, b) => distance(a) - distance(b) || newest(a, b);
    }
    if (sort === 'relevance' && matches) return (a, b) => matches.scores[a]! - matches.scores[b]! || newest(a, b);
    return newest;
  }

  private testsOf(within: Within): Test[] {
    const { path, paths, commune, communes, province, provinces, producer, producers } = this.columns;
    const { storage, storages, kind, kinds, stars, season } = this.columns;
    const { priceFrom = 0, priceTo = Number.POSITIVE_INFINITY } = within;
    const tests: [facet: string, passes: Test['passes'] | false | undefined][] = [
      ['category', within.category && oneOf(path, paths, within.category, lies)],
      ['commune', within.commune && oneOf(commune, communes, within.commune)],
      ['province', within.province && oneOf(province, provinces, within.province)],
      ['producer', within.producer !== undefined && oneOf(producer, producers, [within.producer])],
      ['storage', within.storage && oneOf(storage, storages, within.storage)],
      ['kind', within.kind !== undefined && oneOf(kind, kinds, [within.kind])],
      ['stars', within.stars && ((number) => within.stars!.some((value) => Number(value) === stars[number]))],
      ['price', (priceFrom > 0 || priceTo < Number.POSITIVE_INFINITY) && this.priced(priceFrom, priceTo)],
      ['inSeason', within.inSeason && ((number) => season[number] === 1)],
      ['deliverTo', within.deliverTo !== undefined && this.sentTo(within.deliverTo)],
      ...Object.entries(within.attributes ?? {}).map(
        ([name, values]) => [`attr.${name}`, this.choosing(name, values)] as [string, Test['passes']],
      ),
    ];
    return tests.flatMap(([facet, passes]) => (passes ? [{ facet, passes }] : []));
  }

  private priced(from: number, to: number): Test['passes'] {
    const { price } = this.columns;
    return (number) => price[number]! >= from && price[number]! <= to;
  }

  private sentTo(code: string): Test['passes'] {
    const { delivery, province, provinces } = this.columns;
    const own = provinces.find(code);
    return (number) => delivery[number] === 0 || (delivery[number] === 1 && province[number] === own);
  }

  private choosing(name: string, values: readonly string[]): Test['passes'] {
    const { choices, choicesOfSet, set } = this.columns;
    const asked = new Set(values.map((value) => choices.find(`${name}=${value}`)));
    const wanted = Uint8Array.from(choicesOfSet, (some) => (some.some((choice) => asked.has(choice)) ? 1 : 0));
    return (number) => wanted[set[number]!] === 1;
  }
}

/** Whether a category lies on the way from the top down to a listing's own. */
const lies = (path: string, category: string): boolean => path.split('/').includes(category);

const oneOf = (
  column: { readonly [index: number]: number },
  names: Names,
  values: readonly string[],
  same: (name: string, value: string) => boolean = (name, value) => name === value,
): Test['passes'] => {
  const wanted = Uint8Array.from(names.list, (name) => (values.some((value) => same(name, value)) ? 1 : 0));
  return (number) => wanted[column[number]!] === 1;
};
