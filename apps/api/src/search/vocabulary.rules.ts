import { fromKeys, mistakes, respelled, soundOf } from './text.rules.ts';
import type { Meant } from './query.rules.ts';

/** What one word may have meant, at most. */
const most = { alike: 8, sounds: 8, apart: 3 };

/** The words that anything on sale is found by. */
export class Words {
  private readonly known: ReadonlySet<string>;
  private readonly bySound: ReadonlyMap<string, readonly string[]>;
  private readonly byLength: ReadonlyMap<number, readonly string[]>;

  constructor(words: readonly string[]) {
    this.known = new Set(words);
    this.bySound = Map.groupBy(words, soundOf);
    this.byLength = Map.groupBy(words, (word) => word.length);
  }

  /** Whether something on sale is found by each of these words. */
  knows(words: readonly string[]): boolean {
    return words.every((word) => this.known.has(word));
  }

  /** What each of the words may have meant beside itself. */
  meant(words: readonly string[]): Meant {
    return new Map([...new Set(words)].filter((word) => word.length <= 40).map((word) => [word, this.others(word)]));
  }

  private others(word: string): string[][] {
    const sounds = (this.bySound.get(soundOf(word)) ?? []).filter((one) => one !== word).slice(0, most.sounds);
    const spelled = [fromKeys(word), respelled(word)].filter((one) => one !== word && this.known.has(one));
    const found = [...spelled, ...sounds].map((one) => [one]);
    if (this.known.has(word)) return found;
    const apart = [word, respelled(word)].flatMap(splits).filter((both) => both.every((half) => this.known.has(half)));
    return [...found, ...apart.slice(0, most.apart), ...this.alike(word).map((one) => [one])];
  }

  /** Words that a slip or two away, the nearest first. */
  private alike(word: string): string[] {
    const allowed = word.length <= 6 ? 1 : 2;
    const near: [string, number][] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++)
      for (const other of this.byLength.get(length) ?? []) {
        const count = mistakes(word, other, allowed);
        if (count <= allowed && other.length > 1) near.push([other, count + (other[0] === word[0] ? 0 : 0.5)]);
      }
    return near
      .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
      .slice(0, most.alike)
      .map(([other]) => other);
  }
}

/** Each way to read one word as two. */
const splits = (word: string): [string, string][] =>
  word.length < 4 || word.length > 14
    ? []
    : Array.from({ length: word.length - 3 }, (_, at) => [word.slice(0, at + 2), word.slice(at + 2)]);
