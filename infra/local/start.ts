import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { Fault, sentence } from './fault.mjs';
import { runningOn } from './lock.ts';
import { defaultDataDir } from './paths.ts';
import { outside } from './postgres-home.ts';
import { stopLeftPostgres } from './postgres.ts';
import { addressLines, currentCodes, demoAccounts, welcome } from './report.ts';
import { progress } from './steps.ts';
import { AlreadyRunning, startSystem, type System } from './system.ts';

const dataDir = resolve(defaultDataDir());

/** Everything the local system made, and nothing else that may be in the same folder. */
const reset = async (): Promise<void> => {
  const running = runningOn(dataDir);
  if (running) throw new Fault(`Chợ Phiên đang chạy (pid ${running.owner.pid}); dừng nó trước rồi mới --reset.`);
  await stopLeftPostgres(dataDir);
  const elsewhere = outside(dataDir);
  console.log(
    `--reset: xóa cơ sở dữ liệu, ảnh, nhật ký và khóa trong ${elsewhere ? `${elsewhere} và ` : ''}${dataDir}.`,
  );
  if (process.env.DATABASE_URL) console.log('DATABASE_URL trỏ tới máy chủ khác: dữ liệu ở đó được giữ nguyên.');
  for (const name of ['postgres', 'postgres.new', 'storage', 'logs', 'secrets.json']) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
};

const copies = (said: string | undefined, flag: string): number => {
  const count = Number(said ?? 1);
  if (!Number.isInteger(count) || count < 1 || count > 16) throw new Fault(`--${flag} cần một số từ 1 đến 16.`);
  return count;
};

const flags = () => {
  try {
    const options = {
      reset: { type: 'boolean' },
      'api-copies': { type: 'string' },
      'worker-copies': { type: 'string' },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    throw new Fault('npm start chỉ hiểu --reset, --api-copies=N và --worker-copies=N.');
  }
};

const failed = (error: unknown): void => {
  console.error(sentence(error, 'Khởi động'));
  if (error instanceof Fault) return;
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    appendFileSync(join(dataDir, 'logs', 'start.log'), `${new Date().toISOString()} ${(error as Error)?.stack}\n`);
    console.error(`Chi tiết: ${join(dataDir, 'logs', 'start.log')}`);
  } catch {
    // The disk that failed us may be the one the log is on; the sentence was said.
  }
};

const stopAsked = new AbortController();
let system: System | undefined;
const leave = async (): Promise<void> => {
  if (stopAsked.signal.aborted) return;
  console.log('\nĐang dừng …');
  stopAsked.abort();
  if (!system) return; // still starting: startSystem stops what it started and throws
  await system.stop();
  console.log('Đã dừng.');
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());

try {
  const { reset: over, 'api-copies': api, 'worker-copies': worker } = flags();
  const amount = { apiCopies: copies(api, 'api-copies'), workerCopies: copies(worker, 'worker-copies') };
  if (over) await reset();
  const other = runningOn(dataDir);
  if (other) throw new AlreadyRunning(other);
  const step = progress(2, 9);
  await step('Dựng bản chạy (build)', () => build(stopAsked.signal));
  const { signal } = stopAsked;
  system = await startSystem({ dataDir, ...amount, step, signal, log: (line) => console.log(line) });
  const demo = system.env.DEPLOYMENT === 'demo';
  const accounts = demo ? await demoAccounts(system.env) : [];
  console.log(welcome(system.urls, accounts));
  // A newcomer has no authenticator app with the demo accounts in it: Enter shows what it would show.
  if (process.stdin.isTTY) process.stdin.on('data', () => console.log(currentCodes(accounts).join('\n')));
} catch (error) {
  if (stopAsked.signal.aborted) {
    console.log('Đã dừng.');
    process.exit(0);
  }
  if (error instanceof AlreadyRunning) {
    console.log(error.message);
    for (const line of addressLines(error.note.urls)) console.log(line);
    process.exit(0);
  }
  failed(error);
  await system?.stop();
  process.exit(1);
}
