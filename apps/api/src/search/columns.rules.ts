import type { Facts } from './document.rules.ts';
import { bandOf } from './filter.rules.ts';

/** One listing as the index holds it. `number` is its own for good; not `shown` it is passed over. */
export interface Entry extends Facts {
  number: number;
  id: string;
  shown: boolean;
}

/** Names met in one column, each known by a small number. */
export class Names {
  readonly list: string[] = [];
  private readonly known = new Map<string, number>();

  of(name: string): number {
    let at = this.known.get(name);
    if (at === undefined) {
      at = this.list.length;
      this.list.push(name);
      this.known.set(name, at);
    }
    return at;
  }

  find(name: string): number | undefined {
    return this.known.get(name);
  }
}

const deliveries = ['country', 'province', 'pickup'];

/** What every listing can be narrowed by, as columns in memory: some forty bytes a listing, and its id. */
export class Columns {
  size = 0;
  private capacity = 0;
  readonly ids: string[] = [];
  readonly paths = new Names();
  readonly communes = new Names();
  readonly provinces = new Names();
  readonly producers = new Names();
  readonly storages = new Names();
  readonly kinds = new Names();
  /** `variety=thieu` */
  readonly choices = new Names();
  /** Choices that some listing has together, as their numbers. */
  private readonly sets = new Names();
  readonly choicesOfSet: number[][] = [];
  shown = new Uint8Array(0);
  path = new Uint16Array(0);
  commune = new Uint16Array(0);
  province = new Uint8Array(0);
  producer = new Uint32Array(0);
  storage = new Uint8Array(0);
  kind = new Uint8Array(0);
  stars = new Uint8Array(0);
  season = new Uint8Array(0);
  /** 0 everywhere, 1 within its province, 2 not at all. */
  delivery = new Uint8Array(0);
  price = new Float64Array(0);
  band = new Uint8Array(0);
  /** Which set of choices it has. */
  set = new Uint32Array(0);
  published = new Float64Array(0);

  put(entry: Entry): void {
    const { number } = entry;
    this.reserve(number + 1);
    this.size = Math.max(this.size, number + 1);
    this.shown[number] = entry.shown ? 1 : 0;
    this.ids[number] = entry.id;
    this.path[number] = this.paths.of(entry.categories.join('/'));
    this.commune[number] = this.communes.of(entry.commune);
    this.province[number] = this.provinces.of(entry.province);
    this.producer[number] = this.producers.of(entry.producer);
    this.storage[number] = this.storages.of(entry.storage);
    this.kind[number] = this.kinds.of(entry.kind);
    this.stars[number] = entry.stars ?? 0;
    this.season[number] = entry.inSeason ? 1 : 0;
    this.delivery[number] = Math.max(deliveries.indexOf(entry.delivery), 0);
    this.price[number] = entry.price;
    this.band[number] = bandOf(entry.price);
    this.published[number] = entry.publishedAt.getTime();
    this.set[number] = this.setOf(entry.attributes);
  }

  private setOf(attributes: Entry['attributes']): number {
    const choices = Object.entries(attributes).map(([name, value]) => this.choices.of(`${name}=${value}`));
    choices.sort((a, b) => a - b);
    const set = this.sets.of(choices.join(' '));
    this.choicesOfSet[set] ??= choices;
    return set;
  }

  private reserve(size: number): void {
    if (size <= this.capacity) return;
    this.capacity = Math.max(size, this.capacity * 2, 1_024);
    const grown = <T extends { set(other: T): void; constructor: unknown }>(column: T): T => {
      const next = new (column.constructor as new (length: number) => T)(this.capacity);
      next.set(column);
      return next;
    };
    this.shown = grown(this.shown);
    this.path = grown(this.path);
    this.commune = grown(this.commune);
    this.province = grown(this.province);
    this.producer = grown(this.producer);
    this.storage = grown(this.storage);
    this.kind = grown(this.kind);
    this.stars = grown(this.stars);
    this.season = grown(this.season);
    this.delivery = grown(this.delivery);
    this.price = grown(this.price);
    this.band = grown(this.band);
    this.set = grown(this.set);
    this.published = grown(this.published);
  }
}
