import 'reflect-metadata';
import { Queue, createPostgresBackend } from 'bullmq';
import { migrations } from '../migrations/index.ts';
import { importUnits } from './communes/import-units.ts';
import { dataSource } from './platform/database.ts';
import { migrationEnv } from './platform/env.ts';

/** Any number, as long as it is always this one. */
const lock = 4_302_001;

/**
 * Brings a database to the newest form: ours with the units of the country, and the queue's when it lives there too. Only
 * one process does it at a time; the others wait. Reads only DATABASE_URL and REDIS_URL, so that it can run before the rest is configured.
 */
export const migrate = async (url: string, queueToo: boolean): Promise<string[]> => {
  const db = await dataSource(url, {
    migrations,
    pool: 2,
    name: 'cho-phien migrate',
    statementTimeout: 0,
  }).initialize();
  const guard = db.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [lock]);
    const run = await db.runMigrations();
    await importUnits(db);
    if (queueToo) await prepareQueue(url);
    return run.map(({ name }) => name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await guard.release();
    await db.destroy();
  }
};

const prepareQueue = async (url: string): Promise<void> => {
  const queue = new Queue(
    'inside',
    { connection: { connectionString: url, migrate: true, max: 1 } },
    createPostgresBackend,
  );
  await queue.waitUntilReady();
  await queue.close();
};

if (import.meta.main) {
  const { DATABASE_URL, REDIS_URL } = migrationEnv();
  const run = await migrate(DATABASE_URL, !REDIS_URL);
  process.stdout.write(run.length > 0 ? `${run.join('\n')}\n` : 'nothing to migrate\n');
}
