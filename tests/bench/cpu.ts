import { readdirSync, readFileSync } from 'node:fs';
import type { System } from '../../infra/local/system.ts';

/** Linux counts in hundredths of a second. */
const tick = 10;

/** Milliseconds of processor that each part has used so far; PostgreSQL's connections and helpers count as it. */
export const cpuOf = (system: System): Record<string, number> => {
  const used: Record<string, number> = {};
  const parents = new Map<number, string>();
  for (const [name, child] of system.children) parents.set(child.identity.pid, name);
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? read(`/proc/${entry}/stat`) : undefined;
    if (!stat) continue;
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const name = parents.get(Number(entry)) ?? parents.get(Number(parent));
    if (name) used[name] = (used[name] ?? 0) + (Number(rest[9]) + Number(rest[10])) * tick;
  }
  used['this one'] = Math.round(process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000);
  return used;
};

/** Milliseconds of processor for each of so many, to two places. */
export const cpuEach = (
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  count: number,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(after).map(([name, used]) => [
      name,
      Math.round(((used - (before[name] ?? 0)) / Math.max(1, count)) * 100) / 100,
    ]),
  );

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // it has ended meanwhile
  }
};
