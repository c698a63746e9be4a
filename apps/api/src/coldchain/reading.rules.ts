import type { ReadingBatch } from '@chophien/contracts';
import { isSensorNonsense } from '@chophien/kernel';

/** The bit of `flags` that says: the sensor's trouble, not a temperature. */
const NONSENSE = 1;

const earliest = Date.UTC(2024, 0);
const daysAhead = 2;

/** A reading as it is kept. */
export interface Kept {
  channel: string;
  at: Date;
  celsius: number;
  flags: number;
}

export interface Sorted {
  /** By time and channel, so that two batches of the same readings wait for each other and never in a circle. */
  kept: Kept[];
  /** Times no clock in use can have said: an empty battery says 2000, a wrong one 2099. */
  quarantined: ReadingBatch['readings'];
}

/** What is kept and what is put aside. A time in the near future is kept: it counts when it comes. */
export const sort = (readings: ReadingBatch['readings'], now: Date): Sorted => {
  const latest = now.getTime() + daysAhead * 86_400_000;
  const sorted: Sorted = { kept: [], quarantined: [] };
  for (const reading of readings) {
    const at = new Date(reading.at);
    const { channel } = reading;
    const celsius = Math.round(reading.celsius * 1_000) / 1_000; // no probe says more; 1e-50 would not even fit
    if (at.getTime() >= earliest && at.getTime() <= latest) {
      sorted.kept.push({ channel, at, celsius, flags: isSensorNonsense(celsius) ? NONSENSE : 0 });
    } else sorted.quarantined.push(reading);
  }
  sorted.kept.sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0),
  );
  return sorted;
};

/** The first days of the months in which something was measured, `YYYY-MM-01`. */
export const months = (kept: readonly Kept[]): string[] => [
  ...new Set(kept.map(({ at }) => `${at.toISOString().slice(0, 7)}-01`)),
];
