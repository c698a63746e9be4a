import type { TemperatureTrace } from '@chophien/contracts';
import { formatInstant } from '@chophien/kernel';

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Plot {
  x: (at: string | number) => number;
  y: (celsius: number) => number;
  /** The lowest and highest °C on the axis. */
  low: number;
  high: number;
  /** The first and last instant on the axis, in milliseconds. */
  from: number;
  until: number;
  /** One SVG path for each stretch without a gap. */
  lines: string[];
  flagged: { at: string; celsius: number }[];
}

interface Point {
  at: number;
  celsius: number;
}

/** Scales and paths of a trace, or `undefined` when nothing believable was measured. */
export const plot = (trace: TemperatureTrace, frame: Frame): Plot | undefined => {
  const points = trace.readings
    .filter((reading) => !reading.flagged)
    .map((reading) => ({ at: Date.parse(reading.at), celsius: reading.celsius }))
    .sort((a, b) => a.at - b.at);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return undefined;
  const edges = trace.gaps.flatMap((gap) => [Date.parse(gap.from), Date.parse(gap.until)]);
  const from = Math.min(first.at, ...edges);
  const until = Math.max(last.at, ...edges, from + 60_000);
  const { low, high } = reach(points, trace);
  const room = { x: frame.width - frame.left - frame.right, y: frame.height - frame.top - frame.bottom };
  const x = (at: string | number) =>
    round(frame.left + (((typeof at === 'string' ? Date.parse(at) : at) - from) / (until - from)) * room.x);
  const y = (celsius: number) => round(frame.top + ((high - celsius) / (high - low)) * room.y);
  return {
    x,
    y,
    low,
    high,
    from,
    until,
    lines: stretches(points, trace.gaps).map((stretch) => path(thinned(stretch, x), x, y)),
    flagged: trace.readings.filter((reading) => reading.flagged && reading.celsius >= low && reading.celsius <= high),
  };
};

const round = (value: number): number => Math.round(value * 10) / 10;

const reach = (points: readonly Point[], trace: TemperatureTrace): { low: number; high: number } => {
  const limits = [trace.limitLow, trace.limitHigh].filter((limit) => limit !== null);
  let low = Math.min(...limits, Number.POSITIVE_INFINITY);
  let high = Math.max(...limits, Number.NEGATIVE_INFINITY);
  for (const { celsius } of points) {
    low = Math.min(low, celsius);
    high = Math.max(high, celsius);
  }
  return { low: Math.floor(low - 1), high: Math.ceil(high + 1) };
};

/** A line must not run across time nobody knows about. */
const stretches = (points: readonly Point[], gaps: TemperatureTrace['gaps']): Point[][] => {
  const ends = gaps.map((gap) => ({ from: Date.parse(gap.from), until: Date.parse(gap.until) }));
  const found: Point[][] = [];
  let last: Point | undefined;
  for (const point of points) {
    const before = last;
    const broken =
      !before || ends.some((gap) => gap.from >= before.at && gap.until <= point.at && gap.until > gap.from);
    if (broken) found.push([]);
    found.at(-1)?.push(point);
    last = point;
  }
  return found;
};

/** At most the lowest and the highest of each pixel: a week of readings is no heavier than an hour, and no peak is lost. */
const thinned = (points: readonly Point[], x: (at: number) => number): Point[] => {
  const columns = new Map<number, { first: Point; low: Point; high: Point; last: Point }>();
  for (const point of points) {
    const column = Math.floor(x(point.at));
    const seen = columns.get(column);
    if (!seen) columns.set(column, { first: point, low: point, high: point, last: point });
    else {
      if (point.celsius < seen.low.celsius) seen.low = point;
      if (point.celsius > seen.high.celsius) seen.high = point;
      seen.last = point;
    }
  }
  return [...columns.values()].flatMap(({ first, low, high, last }) =>
    [...new Set([first, low, high, last])].sort((a, b) => a.at - b.at),
  );
};

const path = (points: readonly Point[], x: (at: number) => number, y: (celsius: number) => number): string => {
  const drawn = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.at)} ${y(point.celsius)}`);
  // A lone reading between two gaps is a dot: a path of one point is not drawn.
  return points.length === 1 ? `${drawn[0]}h2` : drawn.join('');
};

/** Round numbers on the °C axis, six at most. */
export const celsiusTicks = ({ low, high }: Plot): number[] => {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (high - low) / size <= 6) ?? 100;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick);
  return ticks;
};

/** Six instants at most on the time axis: hours within two days, days beyond. */
export const timeTicks = ({ from, until }: Plot): { at: number; words: string }[] => {
  const hour = 3_600_000;
  const step = [hour / 4, hour, 2 * hour, 6 * hour, 12 * hour, 24 * hour, 48 * hour].find(
    (size) => (until - from) / size <= 6,
  );
  const size = step ?? Math.ceil((until - from) / 6 / (24 * hour)) * 24 * hour;
  const ticks: { at: number; words: string }[] = [];
  // Vietnam is seven hours ahead all year: round hours there are round hours here, round days are not.
  const shift = 7 * hour;
  for (let at = Math.ceil((from + shift) / size) * size - shift; at <= until; at += size) {
    const [clock = '', day = ''] = formatInstant(new Date(at)).split(' ');
    ticks.push({ at, words: size >= 24 * hour ? day.slice(0, 5) : clock });
  }
  return ticks;
};
