import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Child, type Watch } from './children.ts';
import { Fault, sentence } from './fault.mjs';
import { commandOf } from './identity.mjs';
import { handOver, type PostgresHome, postgresHome, rowsFolder } from './postgres-home.ts';

export interface ClusterPlan {
  dataDir: string;
  port: number;
  superPassword: string;
  /** Of the role `chophien`, which owns the rows and is no superuser. */
  password: string;
  /** fsync, synchronous_commit and autovacuum. Off only in tests. */
  durable: boolean;
  logFile: string;
  watch: Watch;
  /** Given the process before it is started, so that it is stopped with the others whatever happens. */
  adopt: (child: Child) => void;
}

export interface Cluster {
  /** postgres://chophien:…@127.0.0.1:port/name */
  url: (database: string) => string;
  /** What the server itself answers: `fsync=on, synchronous_commit=on`. */
  promises: string;
  note?: string;
}

/** Starts the embedded PostgreSQL on 127.0.0.1, making the cluster, the role and the database on first use. */
export const startPostgres = async (plan: ClusterPlan): Promise<Cluster> => {
  const home = postgresHome(plan.dataDir);
  await stopLeftPostgres(plan.dataDir);
  if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, plan);
  sameMajor(home);
  const child = new Child(childPlan(home, plan), plan.watch);
  plan.adopt(child);
  await child.start(120_000);
  const promises = await prepare(plan);
  const url = (database: string): string => `postgres://chophien:${plan.password}@127.0.0.1:${plan.port}/${database}`;
  return { url, promises, note: home.note };
};

const settings = (plan: ClusterPlan): Record<string, string | number> => ({
  port: plan.port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: plan.durable ? '256MB' : '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  random_page_cost: 1.1,
  // Short questions by many people on few cores: compiling or splitting one costs more than it gives.
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  timezone: 'UTC',
  log_timezone: 'UTC',
  fsync: plan.durable ? 'on' : 'off',
  synchronous_commit: plan.durable ? 'on' : 'off',
  full_page_writes: plan.durable ? 'on' : 'off',
  // A test drops its database, and may not when the server's own cleaner is in it.
  autovacuum: plan.durable ? 'on' : 'off',
});

const childPlan = (home: PostgresHome, plan: ClusterPlan) => ({
  name: 'postgres',
  title: 'PostgreSQL',
  command: [
    join(home.bin, 'postgres'),
    '-D',
    home.data,
    ...Object.entries(settings(plan)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ],
  cwd: home.data,
  env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  logFile: plan.logFile,
  stopSignal: 'SIGINT' as const,
  patience: 30_000,
  ready: () => asking(plan, 'postgres', async () => {}),
  user: home.user,
});

/** Makes the cluster beside its place and moves it there whole: a run killed in between leaves no half cluster. */
const initialise = async (home: PostgresHome, plan: ClusterPlan): Promise<void> => {
  const draft = `${home.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(draft), { recursive: true });
  handOver(draft, home.user);
  const passwordFile = `${home.data}.password`;
  writeFileSync(passwordFile, plan.superPassword, { mode: 0o600 });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  try {
    await run(
      join(home.bin, 'initdb'),
      // The caller's LANG must not choose the encoding, and C.UTF-8 keeps letters with marks whole for trigrams.
      [
        '-D',
        draft,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        ...(plan.durable ? [] : ['--no-sync']),
      ],
      home,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(home.data, { recursive: true, force: true });
  renameSync(draft, home.data);
};

const run = (program: string, args: string[], home: PostgresHome): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, ...home.user });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', (error) => reject(new Fault(sentence(error, program))));
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const reason = said.split('\n').find((line) => /error|FATAL|could not|No space/i.test(line)) ?? said.slice(-300);
      return reject(new Fault(sentence(new Error(reason.trim()), 'PostgreSQL (initdb)')));
    });
  });

/** Stops a server that a killed run left on these rows, and forgets a pid file whose server is gone. */
export const stopLeftPostgres = async (dataDir: string): Promise<void> => {
  const data = rowsFolder(dataDir);
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const ours = (): boolean => pid > 0 && commandOf(pid).includes(data) && /postgres/.test(commandOf(pid));
  if (ours()) {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 300 && ours(); i += 1) await sleep(100);
    if (ours())
      throw new Fault(`PostgreSQL của lần chạy trước (pid ${pid}) không chịu dừng; hãy dừng nó rồi chạy lại.`);
  }
  rmSync(file, { force: true });
};

const sameMajor = (home: PostgresHome): void => {
  const made = readFileSync(join(home.data, 'PG_VERSION'), 'utf8').trim();
  if (made !== '18') {
    throw new Fault(
      `Dữ liệu do PostgreSQL ${made} tạo, bản này dùng 18; chạy npm start -- --reset hoặc đặt DATABASE_URL.`,
    );
  }
};

/** The role, the database and what the server promises about writes. */
const prepare = (plan: ClusterPlan): Promise<string> =>
  asking(plan, 'postgres', async (client) => {
    const role = await client.query(`select 1 from pg_roles where rolname = 'chophien'`);
    const verb = role.rowCount ? 'alter' : 'create';
    await client.query(`${verb} role chophien login createdb password ${client.escapeLiteral(plan.password)}`);
    const database = await client.query(`select 1 from pg_database where datname = 'chophien'`);
    if (!database.rowCount) await client.query('create database chophien owner chophien');
    return promised(client);
  });

const promised = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  return `fsync=${rows[0]?.fsync}, synchronous_commit=${rows[0]?.commit}`;
};

/** What a server of somebody else's promises about writes. @throws {Fault} when it cannot be reached */
export const promisesOf = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await promised(client);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Fault(`Không dùng được PostgreSQL ở DATABASE_URL: ${code ?? ''} ${message}`.trim());
  } finally {
    await client.end().catch(() => {});
  }
};

const asking = async <T>(plan: ClusterPlan, database: string, ask: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: plan.port,
    user: 'postgres',
    password: plan.superPassword,
    database,
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => {}); // a server going away ends the question, not us
  try {
    await client.connect();
    return await ask(client);
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Fault(
        'Mật khẩu trong secrets.json không khớp với dữ liệu PostgreSQL; chạy npm start -- --reset để làm lại.',
      );
    }
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
};
