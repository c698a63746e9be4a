import { readFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { inRoot } from '../../infra/local/paths.ts';
import { startSystem, type System, type SystemOptions } from '../../infra/local/system.ts';
import { fillCatalogue, howMany } from './goods.ts';

const run = promisify(execFile);

/** A whole system with the goods to measure on, apart from the one `npm start` keeps; its data stay for the next time. */
export const benchSystem = async (options: SystemOptions = {}): Promise<System> => {
  const system = await startSystem({ dataDir: '.data/bench', ports: 'free', demo: true, sites: false, ...options });
  try {
    if (await fillCatalogue(system.databaseUrl)) {
      await run(process.execPath, ['dist/src/operate.js', 'search', 'rebuild'], {
        cwd: inRoot('apps/api'),
        env: { ...process.env, ...system.env, NODE_ENV: 'production' },
      });
    }
    const [promises] = await ask<{ fsync: string; commit: string; version: string }>(
      system.databaseUrl,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('server_version') as version`,
    );
    console.log(
      JSON.stringify({
        bench: 'setting',
        products: howMany,
        postgres: promises?.version,
        fsync: promises?.fsync,
        synchronous_commit: promises?.commit,
        queue: system.env.REDIS_URL ? 'redis' : 'postgresql',
      }),
    );
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
};

/** One query on a connection of its own; bigint comes as a number. */
export const ask = async <T extends pg.QueryResultRow>(
  databaseUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    types: { getTypeParser: parserOf },
  });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
};

/** Resident memory of a process in MB, now. */
export const residentMb = (system: System, name: string): number => {
  const status = readFileSync(`/proc/${system.children.get(name)!.identity.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_024);
};

const parserOf = ((oid: number, format?: 'text') =>
  oid === 20 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;
