import { once } from 'node:events';
import { Redis as Client } from 'ioredis';
import { privateRedis } from '../../bench/redis.ts';

/** A Redis of this drill alone that can be killed, comes back empty, and can be emptied while it runs. */
export interface Redis {
  url: string;
  kill: () => void;
  start: () => Promise<void>;
  wipe: () => Promise<void>;
  stop: () => void;
}

export const drillRedis = async (): Promise<Redis | undefined> => {
  let running = await privateRedis();
  if (!running) return undefined;
  const { url, port } = running;
  const kill = (): void => void running?.process.kill('SIGKILL');
  const start = async (): Promise<void> => {
    const before = running?.process;
    if (before && before.exitCode === null && before.signalCode === null) await once(before, 'exit');
    running = await privateRedis(port);
    if (!running) throw new Error('redis-server did not come back');
  };
  const wipe = async (): Promise<void> => {
    const client = new Client(url);
    await client.flushall();
    client.disconnect();
  };
  return { url, kill, start, wipe, stop: kill };
};
