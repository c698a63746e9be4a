import { chmodSync, mkdirSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Child, type ChildPlan } from './children.ts';
import { Fault } from './fault.mjs';
import { claim, release, type RunNote, runningOn, writeNote } from './lock.ts';
import { once } from './once.ts';
import { defaultDataDir, inRoot } from './paths.ts';
import { chosenPorts, copyStep, ensureFree, freePorts, type PortName, type Ports } from './ports.ts';
import { promisesOf, startPostgres, stopLeftPostgres } from './postgres.ts';
import { addresses, apiEnvironment, fromShell, plans, type Settled } from './services.ts';
import { secretsOf } from './secrets.ts';

/** Does one named part of the start; `start.ts` prints its name, time and what it answers. */
export type Step = (name: string, work: () => Promise<string | undefined | void>) => Promise<void>;

export interface SystemOptions {
  /** Absolute or relative to the checkout; `.data` otherwise. Two systems at once need two. */
  dataDir?: string;
  /** The usual ports (`STOREFRONT_PORT` … change them), given ones, or any free ones. */
  ports?: Partial<Ports> | 'free';
  /** Added to the environment of API, worker and sandbox; wins over the shell's. */
  env?: Record<string, string>;
  apiCopies?: number;
  workerCopies?: number;
  /** PostgreSQL's fsync and synchronous_commit; on unless said otherwise. */
  fsync?: boolean;
  /** Demo communes, households and products; on unless said otherwise. */
  demo?: boolean;
  /** The two sites; on unless said otherwise. */
  sites?: boolean;
  /** Unexpected deaths of one process a minute before it is left dead; 5 unless said otherwise. */
  restarts?: number;
  dev?: boolean;
  step?: Step;
  /** Aborted: stops what was started so far. */
  signal?: AbortSignal;
  /** One line for the terminal: deaths and restarts. */
  log?: (line: string) => void;
}

export interface System {
  urls: Record<string, string>;
  /** The API's environment. */
  env: Record<string, string>;
  databaseUrl: string;
  children: ReadonlyMap<string, Child>;
  /** As an accident would: `kill('api2')` ends it at once, and it comes back by itself. */
  kill: (name: string, signal?: NodeJS.Signals) => void;
  stop: () => Promise<void>;
}

/** Another system already runs on this data directory. */
export class AlreadyRunning extends Error {
  readonly note: RunNote;
  constructor(note: RunNote) {
    super(`Chợ Phiên đang chạy (pid ${note.owner.pid}).`);
    this.note = note;
  }
}

/** The system that `npm start` left running in this checkout, if it is there and ready. */
export const runningSystem = (dataDir = defaultDataDir()): RunNote | undefined => {
  const note = runningOn(resolve(dataDir));
  return note?.ready ? note : undefined;
};

/**
 * Starts the whole system from what is built: PostgreSQL, migrations, sandbox, API, worker, demo data, sites.
 * Stops what it started when a part does not come up. @throws {Fault} one sentence; {@link AlreadyRunning}
 */
export const startSystem = async (options: SystemOptions = {}): Promise<System> => {
  const {
    apiCopies = 1,
    workerCopies = 1,
    step = quietly,
    log = () => {},
    fsync = true,
    sites = true,
    dev = false,
  } = options;
  const dataDir = resolve(inRoot(), options.dataDir ?? defaultDataDir());
  const given = { ...fromShell(), ...options.env };
  const ports =
    options.ports === 'free'
      ? await freePorts(Math.max(apiCopies, workerCopies))
      : { ...chosenPorts(), ...options.ports };

  const other = await claim(dataDir, log);
  if (other) throw new AlreadyRunning(other);
  const children = new Map<string, Child>();
  const note: RunNote = { ...runningOn(dataDir)!, urls: addresses({ ports, apiCopies, workerCopies }) };
  let stopping: Promise<void> | undefined;
  const save = (): void => {
    if (stopping) return;
    note.children = [...children].map(([name, child]) => ({ name, ...child.identity }));
    writeNote(dataDir, note);
  };
  const end = async (): Promise<void> => {
    for (const child of [...children.values()].toReversed()) await child.stop();
    release(dataDir);
  };
  const stop = (): Promise<void> => (stopping ??= end());
  options.signal?.addEventListener('abort', () => void stop(), { once: true });
  const watch = { say: log, changed: save, limit: options.restarts ?? 5 };
  const start = async (plan: ChildPlan): Promise<void> => {
    if (stopping) throw new Fault('Đã dừng giữa chừng.');
    const child = new Child(plan, watch);
    children.set(plan.name, child);
    await child.start();
  };

  try {
    if (!given.DATABASE_URL) await stopLeftPostgres(dataDir);
    await ensureFree(portsNeeded(ports, { apiCopies, workerCopies, sites, embedded: !given.DATABASE_URL }));
    roomFor(dataDir);
    // PostgreSQL runs as another user when we are root and must be able to pass; what is secret is closed file by file.
    chmodSync(dataDir, 0o755);
    mkdirSync(join(dataDir, 'storage'), { recursive: true });
    const secrets = secretsOf(dataDir);
    let databaseUrl = given.DATABASE_URL ?? '';
    await step('Cơ sở dữ liệu (PostgreSQL)', async () => {
      if (databaseUrl) return `DATABASE_URL; ${await promisesOf(databaseUrl)}`;
      const logFile = join(dataDir, 'logs', 'postgres.log');
      const cluster = await startPostgres({
        dataDir,
        port: ports.postgres,
        superPassword: secrets.POSTGRES_PASSWORD,
        password: secrets.DATABASE_PASSWORD,
        durable: fsync,
        logFile,
        watch,
        adopt: (child) => children.set('postgres', child),
      });
      databaseUrl = cluster.url('chophien');
      return [cluster.promises, cluster.note].filter(Boolean).join('; ');
    });
    const settled: Settled = { dataDir, ports, apiCopies, workerCopies, databaseUrl, secrets, given, dev };
    const env = apiEnvironment(settled);
    note.env = env;
    const plan = plans(settled);
    const job = (title: string, entry: string) =>
      once(title, [process.execPath, '--enable-source-maps', entry], {
        cwd: inRoot('apps/api'),
        env: { ...env, NODE_ENV: 'production', TZ: 'UTC' },
        logFile: join(dataDir, 'logs', 'jobs.log'),
        signal: options.signal,
      });
    await step('Bảng dữ liệu (migrations)', async () => void (await job('Migrations', 'dist/src/migrate.js')));
    await step('Sandbox (VNPay, SMS, Zalo, cảm biến)', () => start(plan.sandbox));
    await step('API', async () => void (await Promise.all(plan.api.map(start))));
    await step('Worker', async () => void (await Promise.all(plan.worker.map(start))));
    if (options.demo ?? env.DEPLOYMENT === 'demo') {
      await step('Dữ liệu mẫu', async () => void (await job('Dữ liệu mẫu', 'dist/src/demo/seed.js')));
    }
    if (sites) await step('Cửa hàng và văn phòng', async () => void (await Promise.all(plan.sites.map(start))));
    note.ready = true;
    save();
    const kill = (name: string, signal?: NodeJS.Signals): void => {
      const child = children.get(name);
      if (!child) throw new Error(`no process named ${name}; there are ${[...children.keys()].join(', ')}`);
      child.kill(signal);
    };
    return { urls: note.urls, env, databaseUrl, children, kill, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const quietly: Step = async (_name, work) => void (await work());

const portsNeeded = (
  ports: Ports,
  {
    apiCopies,
    workerCopies,
    sites,
    embedded,
  }: { apiCopies: number; workerCopies: number; sites: boolean; embedded: boolean },
): { name: PortName; port: number }[] => {
  const copies = (name: 'api' | 'worker', count: number) =>
    Array.from({ length: count }, (_, i) => ({ name, port: ports[name] + i * copyStep }));
  const single = (['storefront', 'office', 'sandbox', 'postgres'] as const)
    .filter((name) => (name === 'postgres' ? embedded : sites || name === 'sandbox'))
    .map((name) => ({ name, port: ports[name] }));
  const all = [...single, ...copies('api', apiCopies), ...copies('worker', workerCopies)];
  for (const one of all) {
    const same = all.find((two) => two !== one && two.port === one.port);
    if (same)
      throw new Fault(`Cổng ${one.port} được đặt cho cả ${one.name} lẫn ${same.name}; mỗi phần cần một cổng riêng.`);
  }
  return all;
};

const leastRoom = 300 * 1024 * 1024;

const roomFor = (dataDir: string): void => {
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < leastRoom) {
    const left = Math.round((bavail * bsize) / 1024 / 1024);
    throw new Fault(
      `Đĩa chứa ${dataDir} chỉ còn ${left} MB; cần ít nhất 300 MB. Dọn bớt chỗ hoặc đặt DATA_DIR sang đĩa khác.`,
    );
  }
};
