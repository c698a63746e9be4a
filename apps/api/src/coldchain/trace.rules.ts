import type { StorageClass } from '@chophien/contracts';
import { meanKineticTemperature } from '@chophien/kernel';
import { type Sample, type Span, type Stretch, timeKnown, timeOutside } from './detector.rules.ts';
import type { Limits } from './limits.rules.ts';

/** A reading as the book has it. */
export interface Measured extends Sample {
  channel: string;
  flagged: boolean;
}

/** Where in a box the goods themselves are measured, best first; a logger with none of these is judged by its first. */
const probes = ['product', 'core', 'air'];

/** The readings of the one channel a verdict rests on: one that has good readings, nearest to the goods. Never a mean of several. */
export const judged = (readings: readonly Measured[]): Measured[] => {
  const good = new Set(readings.flatMap(({ channel, flagged }) => (flagged ? [] : [channel])));
  const channels = good.size > 0 ? good : new Set(readings.map(({ channel }) => channel));
  const channel = probes.find((probe) => channels.has(probe)) ?? [...channels].sort()[0];
  return readings.filter((reading) => reading.channel === channel);
};

export interface Known {
  minimum: number | null;
  maximum: number | null;
  /** °C; null for frozen goods, where it means nothing. */
  meanKinetic: number | null;
  insideSeconds: number;
  outsideSeconds: number;
}

/** What is known of a span; the rest of it nobody knows. */
export const known = (
  readings: readonly Measured[],
  stretches: readonly Stretch[],
  limits: Limits,
  storage: StorageClass,
): Known => {
  const good = readings.flatMap(({ celsius, flagged }) => (flagged ? [] : [celsius]));
  const outside = timeOutside(stretches, limits.low, limits.high);
  const held = stretches.flatMap(({ from, until, known }) =>
    known ? [{ celsius: known.warmest, seconds: (until - from) / 1_000 }] : [],
  );
  return {
    minimum: good.length > 0 ? good.reduce((a, b) => Math.min(a, b)) : null,
    maximum: good.length > 0 ? good.reduce((a, b) => Math.max(a, b)) : null,
    meanKinetic:
      storage === 'frozen' || held.length === 0 ? null : Math.round(meanKineticTemperature(held) * 100) / 100,
    insideSeconds: seconds(timeKnown(stretches) - outside),
    outsideSeconds: seconds(outside),
  };
};

/** Milliseconds as whole seconds, never more than there were. */
export const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

/** What nobody knows, joined where it touches. */
export const gaps = (stretches: readonly Stretch[]): Span[] =>
  stretches.flatMap(({ from, until, known }) => (known ? [] : [{ from, until }]));

/**
 * At most `most` readings for a chart, in order: of each stretch of time the coldest and the warmest good one, so that no
 * peak is lost; a flagged one only where nothing good was measured.
 */
export const thin = (readings: readonly Measured[], most: number): Measured[] => {
  if (readings.length <= most) return [...readings];
  const [first, last] = [readings[0] as Measured, readings.at(-1) as Measured];
  const width = (last.at - first.at + 1) / Math.floor(most / 2);
  const buckets = Map.groupBy(readings, ({ at }) => Math.floor((at - first.at) / width));
  return [...buckets.values()].flatMap((bucket) => {
    const good = bucket.filter(({ flagged }) => !flagged);
    const [one] = good.length > 0 ? good : bucket;
    if (!one || good.length === 0) return one ? [one] : [];
    const coldest = good.reduce((a, b) => (b.celsius < a.celsius ? b : a));
    const warmest = good.reduce((a, b) => (b.celsius > a.celsius ? b : a));
    return coldest === warmest ? [coldest] : [coldest, warmest].sort((a, b) => a.at - b.at);
  });
};
