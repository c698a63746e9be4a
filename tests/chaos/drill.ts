import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSystem, type System } from '../../infra/local/system.ts';
import { ask } from '../bench/bench-system.ts';
import { buyers, type Said } from './buyers.ts';
import { sums } from './sums.ts';

const kills = 20;
/** Milliseconds between two accidents, and until what they left undone must be done. */
const between = 4_000;
const patience = 180_000;

/** One house, people who order, twenty accidents; then silence, and the sums. */
export const drill = async (backend: string, env: Record<string, string>): Promise<boolean> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cho-phien-chaos-'));
  const system = await startSystem({
    dataDir,
    ports: 'free',
    sites: false,
    restarts: 1_000,
    env: { ...env, RETRY_INTERVAL_MS: '2000' },
  });
  try {
    const said: Said = { placed: new Map(), sent: new Map(), paid: new Set(), refused: 0, repeats: 0 };
    await ask(system.databaseUrl, plenty, [new Date()]);
    const stop = new AbortController();
    const people = buyers(system, said, stop.signal);
    const victims = ['api', 'worker'];
    for (let turn = 0; turn < kills; turn++) {
      await sleep(between * (0.5 + ((turn * 7) % 10) / 10));
      system.kill(victims[turn % victims.length]!, 'SIGKILL');
    }
    await sleep(between);
    stop.abort();
    await people;
    const drained = await drain(system);
    let agreed = true;
    for (const sum of await sums(system.databaseUrl, said)) {
      console.log(JSON.stringify({ chaos: backend, ...sum }));
      agreed = agreed && sum.agrees;
    }
    console.log(
      JSON.stringify({
        chaos: backend,
        kills,
        placed: said.placed.size,
        paid: said.paid.size,
        repeats: said.repeats,
        refused: said.refused,
        drained,
        agreed: agreed && drained,
      }),
    );
    return agreed && drained;
  } finally {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** Waits until nobody has anything left to hear. */
export const drain = async (system: System): Promise<boolean> => {
  const until = performance.now() + patience;
  let quiet = 0;
  while (performance.now() < until) {
    const [left] = await ask<{ n: number }>(
      system.databaseUrl,
      'select count(*) as n from platform.outbox where dead_at is null',
    );
    quiet = left!.n === 0 ? quiet + 1 : 0;
    if (quiet >= 8) return true; // several looks: one listener's fact is the next one's work
    await sleep(1_000);
  }
  return false;
};

/** The demonstration would be sold out before the first accident. */
export const plenty = `with more as (update stock.level set on_hand = on_hand + 100000000 returning offer)
  insert into stock.movement (offer, kind, quantity, at) select offer, 'received', 100000000, $1 from more`;
