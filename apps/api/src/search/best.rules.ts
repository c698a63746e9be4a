/** Negative when the first comes before the second. */
export type Before = (a: number, b: number) => number;

/** The first so many of any number of things, kept as they come: a heap with the last of the kept ones on top. */
export class Best {
  private readonly kept: number[] = [];

  constructor(
    private readonly most: number,
    private readonly before: Before,
  ) {}

  offer(thing: number): void {
    const { kept, most, before } = this;
    if (kept.length < most) {
      kept.push(thing);
      this.rise(kept.length - 1);
    } else if (most > 0 && before(thing, kept[0]!) < 0) {
      kept[0] = thing;
      this.sink();
    }
  }

  /** Those kept, the first first. */
  take(): number[] {
    return this.kept.toSorted(this.before);
  }

  private rise(from: number): void {
    const { kept, before } = this;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (before(kept[at]!, kept[parent]!) <= 0) return;
      [kept[at], kept[parent]] = [kept[parent]!, kept[at]!];
      at = parent;
    }
  }

  private sink(): void {
    const { kept, before } = this;
    for (let at = 0; ; ) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < kept.length && before(kept[child]!, kept[last]!) > 0) last = child;
      if (last === at) return;
      [kept[at], kept[last]] = [kept[last]!, kept[at]!];
      at = last;
    }
  }
}
