import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../apps/api/migrations/index.ts';
import { importUnits } from '../../apps/api/src/communes/import-units.ts';
import { dataSource } from '../../apps/api/src/platform/database.ts';
import type { Child } from '../../infra/local/children.ts';
import { startPostgres } from '../../infra/local/postgres.ts';
import type { Provided } from './provided.ts';

interface Services extends Pick<Provided, 'templateUrl' | 'maintenanceUrl' | 'redisUrl'> {
  stop: () => Promise<void>;
}

/** Several projects of one run share one PostgreSQL and one Redis; the last to finish stops them. */
const shared = globalThis as { choPhienServices?: { users: number; services: Promise<Services> } };

export default async (project: TestProject): Promise<() => Promise<void>> => {
  shared.choPhienServices ??= { users: 0, services: startServices() };
  const { choPhienServices: held } = shared;
  held.users += 1;
  const { stop, ...urls } = await held.services;
  for (const [name, url] of Object.entries(urls)) project.provide(name as keyof typeof urls, url);
  return async () => {
    held.users -= 1;
    if (held.users > 0) return;
    shared.choPhienServices = undefined;
    await stop();
  };
};

/** PostgreSQL with fsync off (a lost test database costs nothing), migrated once, and Redis without persistence. */
const startServices = async (): Promise<Services> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cho-phien-test-'));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must be able to enter
  let postgres: Child | undefined;
  let redis: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    redis?.kill('SIGKILL');
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const cluster = await startPostgres({
      dataDir,
      port: await freePort(),
      superPassword: 'test',
      password: 'test',
      durable: false,
      logFile: join(dataDir, 'logs', 'postgres.log'),
      watch: { say: console.error, changed: () => {}, limit: 0 },
      adopt: (child) => {
        postgres = child;
      },
    });
    const maintenanceUrl = cluster.url('chophien');
    await migrateTemplate(maintenanceUrl, cluster.url('template_chophien'));
    const port = await freePort();
    redis = startRedis(port, dataDir);
    const redisUrl = redis ? `redis://127.0.0.1:${port}` : '';
    if (redisUrl) await answering(redisUrl);
    return { templateUrl: cluster.url('template_chophien'), maintenanceUrl, redisUrl, stop };
  } catch (error) {
    await stop(); // a globalSetup that throws gets no teardown
    throw error;
  }
};

const migrateTemplate = async (maintenanceUrl: string, templateUrl: string): Promise<void> => {
  const maintenance = await dataSource(maintenanceUrl).initialize();
  await maintenance.query('create database template_chophien');
  await maintenance.destroy();
  const template = await dataSource(templateUrl, { migrations, statementTimeout: 0 }).initialize();
  try {
    await template.runMigrations();
    await importUnits(template);
  } finally {
    await template.destroy();
  }
};

const startRedis = (port: number, folder: string): ChildProcess | undefined => {
  const program = (process.env.PATH ?? '')
    .split(':')
    .map((place) => join(place, 'redis-server'))
    .find(runnable);
  if (!program) {
    console.error(
      'redis-server không có trên máy này: các bài thử BullMQ trên Redis sẽ trượt (apt-get install redis-server).',
    );
    return undefined;
  }
  const settings = {
    port,
    bind: '127.0.0.1',
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
    dir: folder,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return spawn(program, args, { stdio: 'ignore' });
};

const runnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const answering = async (url: string): Promise<void> => {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => {});
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      await redis.connect();
      break;
    } catch {
      await sleep(100);
    }
  }
  await redis.ping();
  redis.disconnect();
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
