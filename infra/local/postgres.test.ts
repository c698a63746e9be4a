import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import type { Child } from './children.ts';
import { commandOf } from './identity.mjs';
import { freePorts } from './ports.ts';
import { type ClusterPlan, promisesOf, startPostgres, stopLeftPostgres } from './postgres.ts';

const place = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cluster-'));
  chmodSync(dataDir, 0o755);
  const { postgres: port } = await freePorts();
  let child: Child | undefined;
  const plan: ClusterPlan = {
    dataDir,
    port,
    superPassword: 'super',
    password: 'cho',
    durable: true,
    logFile: join(dataDir, 'postgres.log'),
    watch: { say: () => {}, changed: () => {}, limit: 0 },
    adopt: (one) => {
      child = one;
    },
  };
  onTestFinished(async () => {
    await child?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { plan, child: () => child as unknown as Child };
};

test('a run killed with -9 leaves nothing that stops the next, and writes are promised by the server itself', async () => {
  const { plan, child } = await place();
  await startPostgres({ ...plan, durable: false });
  const left = child().identity.pid;
  // Closed to everybody but the user PostgreSQL runs as.
  expect(statSync(join(plan.dataDir, 'postgres')).mode & 0o077).toBe(0);

  // Its watcher is gone without stopping anything: it still runs, with its pid file.
  await stopLeftPostgres(plan.dataDir);
  expect(commandOf(left)).toBe('');

  // And one whose server is gone too, with a pid that belongs to somebody else now.
  writeFileSync(join(plan.dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
  const { url, promises } = await startPostgres(plan);
  expect(promises).toBe('fsync=on, synchronous_commit=on');
  expect(await promisesOf(url('chophien'))).toBe(promises);
  const client = new pg.Client({ connectionString: url('chophien') });
  await client.connect();
  const { rows } = await client.query(
    `select current_setting('server_encoding') as encoding, lower('ĐẶC SẢN') as lower,
            (select rolsuper from pg_roles where rolname = current_user) as super`,
  );
  await client.end();
  expect(rows).toEqual([{ encoding: 'UTF8', lower: 'đặc sản', super: false }]);

  await child().stop();
  await expect(startPostgres({ ...plan, superPassword: 'lost' })).rejects.toThrow(/secrets\.json.*--reset/);
}, 60_000);

test('a DATABASE_URL where nobody answers is one sentence', async () => {
  await expect(promisesOf('postgres://a:b@127.0.0.1:9/c')).rejects.toThrow(
    /^Không dùng được PostgreSQL ở DATABASE_URL: ECONNREFUSED/,
  );
});
