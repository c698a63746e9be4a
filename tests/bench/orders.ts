import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, client as callerOf, placeOrder, quoteOrder, setBasketLine } from '@chophien/contracts';
import type { System } from '../../infra/local/system.ts';
import { ask, benchSystem, residentMb } from './bench-system.ts';
import { cpuEach, cpuOf } from './cpu.ts';
import { howMany, offerId } from './goods.ts';
import { loop, percentile, report, round } from './measure.ts';
import { privateRedis } from './redis.ts';

const clients = 16;
/** `--seconds=20` for a look; the mark is for a minute. */
const seconds = Number(process.argv.find((word) => word.startsWith('--seconds='))?.slice(10) ?? 60);
const commune = '07330';

/** Orders from basket to finalised, and what putting one thing into a basket costs, on both backends of the queue. */
export const orders = async (): Promise<boolean> => {
  let met = await on({});
  const redis = await privateRedis();
  if (!redis) {
    console.log(JSON.stringify({ bench: 'orders', queue: 'redis', skipped: 'redis-server is not installed' }));
    return false;
  }
  try {
    met = (await on({ REDIS_URL: redis.url })) && met;
  } finally {
    redis.process.kill('SIGKILL');
  }
  return met;
};

const on = async (env: Record<string, string>): Promise<boolean> => {
  const system = await benchSystem({ env });
  try {
    await plenty(system);
    const flat = await baskets(system);
    return (await ordering(system)) && flat;
  } finally {
    await system.stop();
  }
};

/** Basket, quote, cash on delivery, finalised; then until nobody has anything left to hear. */
const ordering = async (system: System): Promise<boolean> => {
  const call = callerOf({ baseUrl: system.urls.api! });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(system, 'api'));
  }, 1_000);
  const acts: Acts = { basket: [], quote: [], place: [] };
  await loop(clients, 3, (client, turn) => order(call, { client, turn: turn + 900_000 }, acts)); // warm
  for (const times of Object.values(acts)) times.length = 0;
  const before = await placed(system);
  const idle = cpuOf(system);
  const run = await loop(clients, seconds, (client, turn) => order(call, { client, turn }, acts));
  const waited = await drained(system);
  clearInterval(watch);
  const cpuMsEach = cpuEach(idle, cpuOf(system), run.times.length);
  const stored = (await placed(system)) - before;
  const met = report(
    {
      bench: 'orders',
      queue: system.env.REDIS_URL ? 'redis' : 'postgresql',
      clients,
      seconds,
      perSecond: round(run.times.length / run.seconds),
      p50: round(percentile(run.times, 0.5)),
      p95: round(percentile(run.times, 0.95)),
      errors: run.errors.length,
      firstError: run.errors[0],
      p95Of: Object.fromEntries(Object.entries(acts).map(([act, times]) => [act, p95Of(times)])),
      placed: run.times.length,
      stored,
      drainedAfterSeconds: waited,
      apiResidentMb: peak,
      cpuMsEach,
    },
    { perSecond: 100, p95: 180 },
  );
  return met && waited !== null && waited <= 30 && stored === run.times.length && peak <= 280;
};

interface Acts {
  basket: number[];
  quote: number[];
  place: number[];
}

/** One buyer: two lines of two producers into a basket, what it costs, and placed, to be paid at the door. */
const order = async (call: Client, { client, turn }: { client: number; turn: number }, acts: Acts): Promise<void> => {
  // Offer 0 is the one that `bench stock` sells out.
  const first = 1 + ((client * 997 + turn * 13) % (howMany - 500));
  const lines = [first, first + 401].map((index) => ({ offer: offerId(index), quantity: 2_000 }));
  const basket = randomBytes(32).toString('base64url');
  for (const { offer, quantity } of lines) {
    await timed(acts.basket, () => call(setBasketLine, { params: { key: basket, offer }, body: { quantity } }));
  }
  const quote = await timed(acts.quote, () => call(quoteOrder, { body: { lines, commune } }));
  const body = {
    id: randomUUID(),
    lines,
    basket,
    payment: 'cod' as const,
    total: quote.total,
    deliverTo: {
      name: 'Người mua đo lường',
      phone: `09${String((client * 4_000_000 + turn) % 100_000_000).padStart(8, '0')}`,
      commune,
      address: 'Số 1, đường đo lường',
    },
  };
  const { state } = await timed(acts.place, () => call(placeOrder, { body }));
  if (state !== 'placed') throw new Error(`an order is ${state}`);
};

/** One more thing into baskets that hold little and much already: the answer may not wait for how much that is. */
const baskets = async (system: System): Promise<boolean> => {
  const call = callerOf({ baseUrl: system.urls.api! });
  const fillers = Array.from({ length: 12 }, () => ({
    key: randomBytes(32).toString('base64url'),
    times: new Map<number, number>(),
  }));
  for (const [index, { key, times }] of fillers.entries()) {
    for (let line = 1; line <= 60; line++) {
      const start = performance.now();
      const offer = offerId(1 + index * 131 + line * 17);
      await call(setBasketLine, { params: { key, offer }, body: { quantity: 2_000 } });
      times.set(line, performance.now() - start);
    }
  }
  const between = (from: number, to: number): number[] =>
    fillers
      .slice(2) // two to warm up
      .flatMap(({ times }) => [...times].filter(([line]) => line >= from && line <= to).map(([, time]) => time))
      .toSorted((a, b) => a - b);
  const all = between(1, 60);
  const [few, many] = [percentile(between(1, 10), 0.5), percentile(between(51, 60), 0.5)];
  const met = report(
    {
      bench: 'add to basket',
      queue: system.env.REDIS_URL ? 'redis' : 'postgresql',
      perSecond: round(1_000 / percentile(all, 0.5)),
      p50: round(percentile(all, 0.5)),
      p95: round(percentile(all, 0.95)),
      p50OfFirstTen: round(few),
      p50OfLastTen: round(many),
      errors: 0,
    },
    { p95: 40 },
  );
  return met && many - few <= 10;
};

const timed = async <T>(times: number[], work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  const answer = await work();
  times.push(performance.now() - start);
  return answer;
};

const p95Of = (times: readonly number[]): number =>
  round(
    percentile(
      times.toSorted((a, b) => a - b),
      0.95,
    ),
  );

/** Seconds until nobody has anything left to hear; null when that takes more than two minutes. */
const drained = async (system: System): Promise<number | null> => {
  const after = performance.now();
  while (performance.now() - after < 120_000) {
    if ((await waiting(system)) === 0) return round((performance.now() - after) / 1_000);
    await sleep(250);
  }
  return null;
};

const placed = async (system: System): Promise<number> =>
  (
    await ask<{ n: number }>(system.databaseUrl, `select count(*) as n from platform.event where type = 'order.placed'`)
  )[0]!.n;
const waiting = async (system: System): Promise<number> =>
  (await ask<{ n: number }>(system.databaseUrl, 'select count(*) as n from platform.outbox where dead_at is null'))[0]!
    .n;

/** Earlier measurements have sold much of it. */
const plenty = async (system: System): Promise<void> => {
  await ask(
    system.databaseUrl,
    `with more as (update stock.level set on_hand = on_hand + 10000000 where on_hand < 1000000 and offer <> $2 returning offer)
     insert into stock.movement (offer, kind, quantity, at) select offer, 'received', 10000000, $1 from more`,
    [new Date(), offerId(0)],
  );
};
