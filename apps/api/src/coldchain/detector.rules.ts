/**
 * From readings to verdicts, as a pure function of the set of readings, the rule and the span looked at: it judges time,
 * not points, and "nobody knows" is a third state beside in and out. Instants and lengths are milliseconds.
 */

export interface Sample {
  at: number;
  celsius: number;
  /** The sensor's trouble, not the goods': neither good nor bad. */
  flagged?: boolean;
}

/** From an instant up to, not including, the next. */
export interface Span {
  from: number;
  until: number;
}

/** A part of a span during which the same was known; `null` is nobody knew. Coldest and warmest differ where two readings of one instant do. */
export interface Stretch extends Span {
  known: { coldest: number; warmest: number } | null;
}

export type Side = 'high' | 'low';

/** When a temperature has been wrong for too long. The limit itself is fine. */
export interface DetectorRule {
  side: Side;
  /** °C. */
  limit: number;
  /** Known time outside, summed, before it is an excursion. */
  delay: number;
  /** °C inside the limit before it counts as back. */
  hysteresis: number;
  /** Known time back inside, unbroken by gaps, before an excursion has ended. */
  recover: number;
}

export interface Excursion {
  side: Side;
  /** The first moment outside. */
  from: number;
  /** When the delay was used up. */
  confirmed: number;
  /** The start of the run that proved recovery; null while nothing did. */
  until: number | null;
  /** The worst that was measured, °C. */
  peak: number;
  /** Known time outside; gaps are not in it. */
  outside: number;
  state: 'open' | 'recovering' | 'ended';
}

/**
 * What was known when: each good reading holds until the next, at most `holdMax`; the rest of the span is a gap. Readings
 * of one instant become one, its worst on both sides. Covers the span exactly, whatever order the readings came in.
 */
export const held = (samples: readonly Sample[], holdMax: number, { from, until }: Span): Stretch[] => {
  const instants = merged(samples);
  const stretches: Stretch[] = [];
  let reached = from;
  const add = (end: number, known: Stretch['known']) => {
    const stop = Math.min(end, until);
    if (stop <= reached) return;
    stretches.push({ from: reached, until: stop, known });
    reached = stop;
  };
  for (const [index, { at, coldest, warmest }] of instants.entries()) {
    add(at, null);
    if (at >= until) break;
    add(Math.min(instants[index + 1]?.at ?? Number.POSITIVE_INFINITY, at + holdMax), { coldest, warmest });
  }
  add(until, null);
  return stretches;
};

const merged = (samples: readonly Sample[]): { at: number; coldest: number; warmest: number }[] => {
  const byInstant = new Map<number, { at: number; coldest: number; warmest: number }>();
  for (const { at, celsius, flagged } of samples) {
    if (flagged) continue;
    const known = byInstant.get(at);
    if (!known) byInstant.set(at, { at, coldest: celsius, warmest: celsius });
    else {
      known.coldest = Math.min(known.coldest, celsius);
      known.warmest = Math.max(known.warmest, celsius);
    }
  }
  return [...byInstant.values()].sort((a, b) => a.at - b.at);
};

type Standing = 'out' | 'back' | 'dead' | 'gap';

/** Outside, back inside by the hysteresis, in the dead band between, or unknown. */
const standing = ({ known }: Stretch, rule: DetectorRule): Standing => {
  if (!known) return 'gap';
  const over = rule.side === 'high' ? known.warmest - rule.limit : rule.limit - known.coldest;
  if (over > 0) return 'out';
  return over <= -rule.hysteresis ? 'back' : 'dead';
};

interface Run {
  from: number;
  outside: number;
  peak: number;
  confirmed: number | null;
  back: { from: number; length: number } | null;
}

/** The excursions of a span, in order. A gap neither begins, lengthens nor ends one. */
export const detect = (stretches: readonly Stretch[], rule: DetectorRule): Excursion[] => {
  const found: Excursion[] = [];
  let run: Run | null = null;
  for (const stretch of stretches) {
    const now = standing(stretch, rule);
    const length = stretch.until - stretch.from;
    if (now === 'out') {
      run ??= { from: stretch.from, outside: 0, peak: worstOf(stretch, rule), confirmed: null, back: null };
      // The moment within this stretch at which the delay is used up.
      if (run.confirmed === null && run.outside + length >= rule.delay) {
        run.confirmed = stretch.from + rule.delay - run.outside;
      }
      run.outside += length;
      run.peak = worse(run.peak, worstOf(stretch, rule), rule);
      run.back = null;
    } else if (run && run.confirmed === null) {
      if (now === 'back') run = null;
    } else if (run && now === 'gap') {
      run.back = null; // a gap can never prove recovery
    } else if (run && now === 'back') {
      run.back ??= { from: stretch.from, length: 0 };
      run.back.length += length;
      if (run.back.length >= rule.recover) {
        found.push(excursion(run, rule, run.back.from));
        run = null;
      }
    }
  }
  if (run && run.confirmed !== null) found.push(excursion(run, rule, null));
  return found;
};

const excursion = (
  { from, confirmed, peak, outside, back }: Run,
  { side }: DetectorRule,
  until: number | null,
): Excursion => ({
  side,
  from,
  confirmed: confirmed ?? from,
  until,
  peak,
  outside,
  state: until !== null ? 'ended' : back ? 'recovering' : 'open',
});

const worstOf = ({ known }: Stretch, { side }: DetectorRule): number =>
  known ? (side === 'high' ? known.warmest : known.coldest) : Number.NaN;
const worse = (a: number, b: number, { side }: DetectorRule): number =>
  side === 'high' ? Math.max(a, b) : Math.min(a, b);

/** Nothing can be measured any more: what had not ended did so with the span. */
export const settled = (excursions: readonly Excursion[], until: number): Excursion[] =>
  excursions.map((one) => (one.until === null ? { ...one, until, state: 'ended' } : one));

/** Known time outside either limit, whether or not it became an excursion. Null limits are none. */
export const timeOutside = (stretches: readonly Stretch[], low: number | null, high: number | null): number =>
  stretches.reduce(
    (sum, { from, until, known }) =>
      known && ((high !== null && known.warmest > high) || (low !== null && known.coldest < low))
        ? sum + until - from
        : sum,
    0,
  );

/** Time during which something was known. */
export const timeKnown = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, until, known }) => (known ? sum + until - from : sum), 0);
