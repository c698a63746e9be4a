import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { client as callerOf, placeOrder, quoteOrder, setBasketLine } from '@chophien/contracts';
import type { System } from '../../infra/local/system.ts';
import { ask, benchSystem, residentMb } from './bench-system.ts';
import { categories, howMany, offerId, queries, slugOf } from './goods.ts';
import { hammer, loop, percentile, report, round } from './measure.ts';
import { privateRedis } from './redis.ts';

/** Lists, details, search, the storefront's list page, and orders from basket to finalised, on both backends of the queue. */
export const catalogueHttp = async (): Promise<boolean> => {
  let met = await withSystem({ sites: true }, async (system) => {
    const ok = await reading(system);
    return (await orders(system)) && ok;
  });
  const redis = await privateRedis();
  if (!redis) {
    console.log(JSON.stringify({ bench: 'orders', queue: 'redis', skipped: 'redis-server is not installed' }));
    return false;
  }
  try {
    met = (await withSystem({ env: { REDIS_URL: redis.url } }, orders)) && met;
  } finally {
    redis.process.kill('SIGKILL');
  }
  return met;
};

const withSystem = async (
  options: Parameters<typeof benchSystem>[0],
  work: (system: System) => Promise<boolean>,
): Promise<boolean> => {
  const system = await benchSystem(options);
  try {
    return await work(system);
  } finally {
    await system.stop();
  }
};

const reading = async (system: System): Promise<boolean> => {
  const api = system.urls.api!;
  const lists = categories.flatMap((category, index) => [
    `/listings?page=${1 + (index % 5)}`,
    `/listings?category=${category}`,
    `/listings?category=${category}&sort=price&page=2`,
  ]);
  const details = Array.from({ length: 500 }, (_, index) => `/listings/${slugOf((index * 37) % howMany)}`);
  const search = (accents: boolean) => queries(accents).map((words) => `/search?q=${encodeURIComponent(words)}`);
  const pages = categories.map((category) => `/san-pham?danh-muc=${category}`);
  const results = [
    await hammer('list', api, lists, { connections: 32 }, { perSecond: 1_500 }),
    await hammer('detail', api, details, { connections: 32 }, { perSecond: 1_500 }),
    await hammer('search without accents', api, search(false), { connections: 16 }, { perSecond: 300, p95: 60 }),
    await hammer('search with accents', api, search(true), { connections: 16 }, { perSecond: 300, p95: 60 }),
    await hammer(
      'storefront list page',
      system.urls.storefront!,
      pages,
      { connections: 32 },
      { perSecond: 150, p95: 250 },
    ),
  ];
  return results.every(Boolean);
};

const clients = 16;
const seconds = 60;

/** Basket, quote, cash on delivery, finalised; then until nobody has anything left to hear. */
const orders = async (system: System): Promise<boolean> => {
  const call = callerOf({ baseUrl: system.urls.api! });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(system, 'api'));
  }, 1_000);
  const before = await placed(system);
  const run = await loop(clients, seconds, async (client, turn) => {
    // Offer 0 is the one that `bench stock` sells out.
    const first = 1 + ((client * 997 + turn * 13) % (howMany - 500));
    const lines = [first, first + 401].map((index) => ({ offer: offerId(index), quantity: 2_000 }));
    const basket = randomBytes(32).toString('base64url');
    for (const { offer, quantity } of lines) {
      await call(setBasketLine, { params: { key: basket, offer }, body: { quantity } });
    }
    const commune = '07330';
    const quote = await call(quoteOrder, { body: { lines, commune } });
    const order = await call(placeOrder, {
      body: {
        id: randomUUID(),
        lines,
        basket,
        payment: 'cod',
        total: quote.total,
        deliverTo: {
          name: 'Người mua đo lường',
          phone: `09${String((client * 4_000_000 + turn) % 100_000_000).padStart(8, '0')}`,
          commune,
          address: 'Số 1, đường đo lường',
        },
      },
    });
    if (order.state !== 'placed') throw new Error(`an order is ${order.state}`);
  });
  const after = performance.now();
  let left = await waiting(system);
  while (left > 0 && performance.now() - after < 120_000) {
    await sleep(250);
    left = await waiting(system);
  }
  clearInterval(watch);
  const drained = round((performance.now() - after) / 1_000);
  const counted = (await placed(system)) - before;
  const met = report(
    {
      bench: 'orders',
      queue: system.env.REDIS_URL ? 'redis' : 'postgresql',
      clients,
      perSecond: round(run.times.length / run.seconds),
      p50: round(percentile(run.times, 0.5)),
      p95: round(percentile(run.times, 0.95)),
      errors: run.errors.length,
      firstError: run.errors[0],
      placed: run.times.length,
      stored: counted,
      drainedAfterSeconds: left > 0 ? null : drained,
      apiResidentMb: peak,
    },
    { perSecond: 80 },
  );
  return met && left === 0 && drained <= 30 && counted === run.times.length && peak <= 280;
};

const placed = async (system: System): Promise<number> =>
  (
    await ask<{ n: number }>(system.databaseUrl, `select count(*) as n from platform.event where type = 'order.placed'`)
  )[0]!.n;
const waiting = async (system: System): Promise<number> =>
  (await ask<{ n: number }>(system.databaseUrl, 'select count(*) as n from platform.outbox where dead_at is null'))[0]!
    .n;
