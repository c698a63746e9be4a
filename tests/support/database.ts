import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { dataSource, type DatabaseOptions } from '../../apps/api/src/platform/database.ts';
import type { Provided } from './provided.ts';

const provided = <K extends keyof Provided>(name: K): Provided[K] => inject(name);

type Db = ReturnType<typeof dataSource>;

export interface FreshDatabase {
  url: string;
  /** Connected. */
  db: Db;
  /** Ends the connections and drops the database; `afterAll` does it for a file that asked at its top level. */
  drop: () => Promise<void>;
}

/**
 * A migrated, empty database of this file's own, copied from the template. At the top level of a test file:
 * `const { db } = await freshDatabase({ entities: [Order] })`.
 */
export const freshDatabase = async (options: DatabaseOptions = {}): Promise<FreshDatabase> => {
  const name = `t_${process.env.VITEST_POOL_ID ?? 0}_${randomBytes(5).toString('hex')}`;
  await maintain(`create database ${name} template template_chophien`);
  const url = provided('templateUrl').replace(/template_chophien$/, name);
  const db = await dataSource(url, { pool: 8, ...options }).initialize();
  const drop = async (): Promise<void> => {
    if (db.isInitialized) await db.destroy();
    await maintain(`drop database if exists ${name} with (force)`);
  };
  try {
    afterAll(drop);
  } catch {
    // Asked for inside a test or a hook: the caller drops it, or the cluster goes with the run.
  }
  return { url, db, drop };
};

/** The Redis of this run. @throws when the machine has none, naming what to install */
export const redisUrl = (): string => {
  const url = provided('redisUrl');
  if (!url) throw new Error('redis-server is not installed: apt-get install redis-server');
  return url;
};

const maintain = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: provided('maintenanceUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
