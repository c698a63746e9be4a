import { build } from '../../infra/local/build.ts';
import { privateRedis } from '../bench/redis.ts';
import { drill } from './drill.ts';

/**
 * `npm run chaos [postgresql|redis]`: kills the API and the worker (SIGKILL) twenty times while people order and pay, on both
 * backends of the queue, and adds everything up afterwards. One JSON line a sum; exits with 1 when one does not agree.
 */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const backends = wanted.length > 0 ? wanted : ['postgresql', 'redis'];

await build();
let agreed = true;
for (const backend of backends) {
  if (backend === 'postgresql') {
    agreed = (await drill(backend, {})) && agreed;
    continue;
  }
  const redis = await privateRedis();
  if (!redis) {
    console.log(JSON.stringify({ chaos: backend, skipped: 'redis-server is not installed' }));
    agreed = false;
    continue;
  }
  try {
    agreed = (await drill(backend, { REDIS_URL: redis.url })) && agreed;
  } finally {
    redis.process.kill('SIGKILL');
  }
}
process.exit(agreed ? 0 : 1);
