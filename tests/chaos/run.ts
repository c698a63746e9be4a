import { build } from '../../infra/local/build.ts';
import { drill } from './drill.ts';
import { drillOrders } from './orders/drill.ts';
import { drillRedis, type Redis } from './orders/redis.ts';

/**
 * `npm run chaos [orders] [postgresql|redis]`: kills what runs while people order and pay, on both backends of the queue, and adds
 * everything up afterwards. Without a name the API and the worker, twenty times (SIGKILL); `orders`: fifty kills of API, worker,
 * PostgreSQL and Redis, thirty of them between two steps of a completion. One JSON line a sum; exits with 1 when one does not agree.
 */
const words = process.argv.slice(2);
const wanted = words.filter((word) => word === 'postgresql' || word === 'redis');
const backends = wanted.length > 0 ? wanted : ['postgresql', 'redis'];
/** `--kills=12 --attempts=300` for a look. */
const given = (name: string, usual: number): number =>
  Number(words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual);

const kills = given('kills', 50);
const size = { kills, inside: Math.ceil(kills * 0.6), attempts: given('attempts', 3_000) };
const run = (backend: string, redis?: Redis): Promise<boolean> =>
  words.includes('orders') ? drillOrders(backend, redis, size) : drill(backend, redis ? { REDIS_URL: redis.url } : {});

await build();
let agreed = true;
for (const backend of backends) {
  if (backend === 'postgresql') {
    agreed = (await run(backend)) && agreed;
    continue;
  }
  const redis = await drillRedis();
  if (!redis) {
    console.log(JSON.stringify({ chaos: backend, skipped: 'redis-server is not installed' }));
    agreed = false;
    continue;
  }
  try {
    agreed = (await run(backend, redis)) && agreed;
  } finally {
    redis.stop();
  }
}
process.exit(agreed ? 0 : 1);
