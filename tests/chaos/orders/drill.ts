import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSystem, type System } from '../../../infra/local/system.ts';
import { ask } from '../../bench/bench-system.ts';
import { drain, plenty } from '../drill.ts';
import { counter, placedSums } from '../sums.ts';
import { clients, crowd, nothingTold } from './crowd.ts';
import { moneySums } from './money.ts';
import type { Redis } from './redis.ts';
import { atStep, type Step, steps, type Victim } from './steps.ts';

export interface Size {
  kills: number;
  /** Of them, how many must come between two steps of a completion. */
  inside: number;
  attempts: number;
}

/** How often each place was hit, and by whose end. */
type Tally = Map<string, Map<string, number>>;

/** Sixteen people who order and pay; accidents at named places; then silence, and the sums. */
export const drillOrders = async (backend: string, redis: Redis | undefined, size: Size): Promise<boolean> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cho-phien-chaos-'));
  const system = await startSystem({
    dataDir,
    ports: 'free',
    sites: false,
    restarts: 1_000,
    env: { ...(redis ? { REDIS_URL: redis.url } : {}), RETRY_INTERVAL_MS: '6000' },
  });
  try {
    const told = nothingTold();
    await ask(system.databaseUrl, plenty, [new Date()]);
    const stop = new AbortController();
    const began = performance.now();
    const people = crowd(system, told, stop.signal);
    people.catch(() => undefined); // awaited below
    const tally: Tally = new Map();
    await accidents(system, redis, { size, tally, broken: people });
    while (told.attempts < size.attempts) await Promise.race([sleep(500), people]);
    stop.abort();
    await people;
    const seconds = Math.round((performance.now() - began) / 1_000);
    const vain = await bankHeard(system, told.paid);
    const drained = await drain(system);
    const { none, counted } = counter(system.databaseUrl);
    await placedSums(system.databaseUrl, none, told);
    await moneySums(none, told.paid, vain ?? []);
    for (const sum of counted) console.log(JSON.stringify({ chaos: `orders ${backend}`, ...sum }));
    for (const [phase, victims] of tally) {
      console.log(JSON.stringify({ chaos: `orders ${backend}`, phase, kills: Object.fromEntries(victims) }));
    }
    const inside = [...tally].filter(([phase]) => phase !== outside).reduce((sum, [, by]) => sum + total(by), 0);
    const kills = [...tally.values()].reduce((sum, by) => sum + total(by), 0);
    const enough = kills >= size.kills && inside >= size.inside && told.attempts >= size.attempts;
    const agreed = drained && vain !== undefined && enough && counted.every((sum) => sum.agrees);
    console.log(
      JSON.stringify({
        chaos: `orders ${backend}`,
        clients,
        seconds,
        kills,
        inside,
        attempts: told.attempts,
        placed: told.placed.size,
        paid: [...told.paid.values()].reduce((sum, times) => sum + times, 0),
        cancelled: told.cancelled.size,
        repeats: told.repeats,
        refused: Object.fromEntries(told.refused),
        toldInVain: vain?.length ?? null,
        drained,
        agreed,
      }),
    );
    return agreed;
  } finally {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/**
 * Until whatever the bank took is on record, but for what it told ten times in vain, six seconds apart, because each time
 * somebody was down: that is asked about after twenty minutes. Answers the references of those, or nothing if more is missing.
 */
const bankHeard = async (system: System, paid: ReadonlyMap<string, number>): Promise<string[] | undefined> => {
  const times = [...paid.values()].reduce((sum, n) => sum + n, 0);
  for (let wait = 0; wait < 45; wait++, await sleep(2_000)) {
    const [found] = await ask<{ n: number }>(
      system.databaseUrl,
      'select count(*) as n from payments.receipt where clear',
    );
    const vain = await inVain(system);
    if (found!.n + vain.length >= times) return vain;
  }
  return undefined;
};

const inVain = async (system: System): Promise<string[]> => {
  const answer = await fetch(`${system.urls.sandbox}/_control/calls`);
  const { calls } = (await answer.json()) as { calls: { txnRef: string; verdict: string }[] };
  return [...Map.groupBy(calls, ({ txnRef }) => txnRef)]
    .filter(([, told]) => told.length >= 10 && told.every(({ verdict }) => verdict !== 'stop'))
    .map(([txnRef]) => txnRef);
};

const outside = 'whenever it was';
const total = (by: ReadonlyMap<string, number>): number => [...by.values()].reduce((sum, n) => sum + n, 0);

/** Most at named places, every fourth by the clock alone; half-way Redis is emptied. */
const accidents = async (
  system: System,
  redis: Redis | undefined,
  { size, tally, broken }: { size: Size; tally: Tally; broken: Promise<void> },
): Promise<void> => {
  let at = 0;
  for (let turn = 0, done = 0; done < size.kills; turn++) {
    if (turn > size.kills * 4) return; // the tally says what was missing
    await Promise.race([sleep(300), broken]);
    const blind = done % 4 === 3;
    const step = steps[at % steps.length]!;
    const victim = victimOf(done, blind ? (['api', 'worker'] as const)[(done >> 2) % 2]! : step.process, redis);
    const accident = () => strike(system, redis, victim, done);
    if (blind) {
      await sleep(200 + ((done * 379) % 1_500));
      accident();
    } else {
      at += 1;
      if (!(await atStep(system.databaseUrl, step, accident))) continue;
    }
    note(tally, blind ? outside : `${step.of}: ${step.name}`, victim);
    done += 1;
    if (done === size.kills >> 1 && redis) {
      await redis.wipe();
      console.log(JSON.stringify({ chaos: 'orders', redis: 'wiped', after: done }));
    }
    await back(system, redis, victim);
  }
};

/** Whose transaction it is, or, every sixth time, what it stands on. */
const victimOf = (done: number, process: Step['process'], redis: Redis | undefined): Victim => {
  if (done % 6 === 2) return 'postgres';
  return redis && done % 6 === 5 ? 'redis' : process;
};

/** PostgreSQL ends in its three ways in turn: as when it is stopped for an update, at once, and without a word. */
const endings = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

const strike = (system: System, redis: Redis | undefined, victim: Victim, done: number): void => {
  if (victim === 'redis') return redis?.kill();
  system.kill(victim, victim === 'postgres' ? endings[Math.floor(done / 6) % endings.length]! : 'SIGKILL');
};

/** Until it works again: an accident on top of another would only find nobody. */
const back = async (system: System, redis: Redis | undefined, victim: Victim): Promise<void> => {
  if (victim === 'redis') return redis?.start();
  await system.children.get(victim)?.ready(60_000);
};

const note = (tally: Tally, phase: string, victim: Victim): void => {
  const by = tally.get(phase) ?? new Map<string, number>();
  tally.set(phase, by.set(victim, (by.get(victim) ?? 0) + 1));
};
