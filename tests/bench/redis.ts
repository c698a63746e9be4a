import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A redis-server of this measurement alone, on a free port or a given one; nothing where the machine has none. */
export const privateRedis = async (
  given?: number,
): Promise<{ url: string; port: number; process: ChildProcess } | undefined> => {
  const port = given ?? (await freePort());
  const started = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
    ],
    { stdio: 'ignore' },
  );
  const failed = once(started, 'error').then(() => true);
  for (let tries = 0; tries < 50; tries++) {
    if (await Promise.race([failed, sleep(100, false)])) return undefined;
    if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, port, process: started };
  }
  started.kill('SIGKILL');
  return undefined;
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};
