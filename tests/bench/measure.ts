import { type Asked, load } from './load.ts';

/** What a measurement must reach; an absent bound is not asked for. */
export interface Mark {
  perSecond?: number;
  p95?: number;
}

export interface Measurement {
  bench: string;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  errors: number;
  [more: string]: unknown;
}

/** The value below which this share of the sorted numbers lies. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** Prints one measurement as a JSON line and says whether it reached its mark without an error. */
export const report = (measurement: Measurement, mark: Mark = {}): boolean => {
  const met =
    measurement.errors === 0 &&
    measurement.perSecond >= (mark.perSecond ?? 0) &&
    measurement.p95 <= (mark.p95 ?? Number.POSITIVE_INFINITY);
  console.log(JSON.stringify({ ...measurement, mark, met }));
  return met;
};

/** Many GETs at once, the addresses in turn, after a short warming up. */
export const hammer = async (
  bench: string,
  url: string,
  paths: readonly Asked[],
  { connections, seconds = 10 }: { connections: number; seconds?: number },
  mark: Mark,
): Promise<boolean> => {
  await load(url, paths, { connections, seconds: 3 });
  const { times, errors, seconds: took } = await load(url, paths, { connections, seconds });
  return report(
    {
      bench,
      connections,
      perSecond: Math.round(times.length / took),
      p50: round(percentile(times, 0.5)),
      p95: round(percentile(times, 0.95)),
      errors,
    },
    mark,
  );
};

/** Runs `one` again and again in `clients` loops for `seconds`; answers the times of those that succeeded. */
export const loop = async (
  clients: number,
  seconds: number,
  one: (client: number, turn: number) => Promise<void>,
): Promise<{ times: number[]; errors: string[]; seconds: number }> => {
  const times: number[] = [];
  const errors: string[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; performance.now() < until; turn++) {
        const start = performance.now();
        try {
          await one(client, turn);
          times.push(performance.now() - start);
        } catch (error) {
          errors.push(error instanceof Error ? error.message : String(error));
          if (errors.length > 1_000) return;
        }
      }
    }),
  );
  return { times: times.sort((a, b) => a - b), errors, seconds: (performance.now() - began) / 1_000 };
};

export const round = (value: number): number => Math.round(value * 10) / 10;
