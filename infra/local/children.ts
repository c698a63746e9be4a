import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault, sentence } from './fault.mjs';
import { type Identity, identify, isSame } from './identity.mjs';

export interface ChildPlan {
  name: string;
  /** What people read: "API", "Cửa hàng". */
  title: string;
  command: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Resolves once the child does its work; rejects or hangs until then. Asked again and again. */
  ready: () => Promise<void>;
  /** How it is asked to end. PostgreSQL takes SIGINT for "fast shutdown". */
  stopSignal?: NodeJS.Signals;
  /** Milliseconds between the polite signal and SIGKILL. */
  patience?: number;
  /** Run as this user (only root can). */
  user?: { uid: number; gid: number };
}

export interface Watch {
  /** One line for the terminal. */
  say: (line: string) => void;
  /** Told whenever a child has another pid, so that a later start can find it. */
  changed: () => void;
  /** Unexpected deaths a minute after which it is left dead. */
  limit: number;
}

/** A process this system started, watched over: it is started again when it dies unasked. */
export class Child {
  readonly plan: ChildPlan;
  private readonly watch: Watch;
  private process: ChildProcess | undefined;
  private wanted = false;
  private deaths: number[] = [];
  /** Deaths asked for through {@link kill}: not counted against the limit. */
  private asked = 0;
  /** The process that {@link kill} was sent to: it counts as gone from then on. */
  private dying: ChildProcess | undefined;
  /** Why it could not even be started. */
  private failure: Error | undefined;
  identity: Identity = { pid: 0, born: '' };

  constructor(plan: ChildPlan, watch: Watch) {
    this.plan = plan;
    this.watch = watch;
  }

  /** Starts it and waits until it is ready. @param within milliseconds */
  async start(within = 60_000): Promise<void> {
    rotate(this.plan.logFile);
    this.wanted = true;
    this.spawn();
    const first = this.process;
    await sleep(0); // a program that is not there is told a moment later
    const until = performance.now() + within;
    for (;;) {
      if (this.failure) throw new Fault(sentence(this.failure, this.plan.title));
      if (this.process !== first || !this.runs) {
        this.wanted = false;
        throw new Fault(`${this.plan.title} không khởi động được: ${lastWords(this.plan.logFile)}`);
      }
      if (await answers(this.plan.ready)) return;
      if (performance.now() > until) {
        throw new Fault(`${this.plan.title} chưa sẵn sàng sau ${within / 1000} s; xem ${this.plan.logFile}`);
      }
      await sleep(60);
    }
  }

  /** Waits until it is ready again after a death. @param within milliseconds */
  async ready(within = 30_000): Promise<void> {
    const until = performance.now() + within;
    while (!(this.runs && (await answers(this.plan.ready)))) {
      if (performance.now() > until) throw new Fault(`${this.plan.title} chưa trở lại; xem ${this.plan.logFile}`);
      await sleep(60);
    }
  }

  /** Is its process there now? */
  get runs(): boolean {
    const { process: child } = this;
    // The kernel knows of a death before Node tells us.
    return (
      !!child && child !== this.dying && child.exitCode === null && child.signalCode === null && isSame(this.identity)
    );
  }

  /** Sends a signal as an accident would; the child comes back by itself. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    if (!this.runs) return;
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') {
      this.asked += 1;
      this.dying = this.process;
    }
    this.process?.kill(signal);
  }

  /** Ends it: politely, then with SIGKILL; whatever it started goes with it. */
  async stop(): Promise<void> {
    this.wanted = false;
    const { process: child } = this;
    const { pid } = this.identity;
    if (!child || !pid) return;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill(this.plan.stopSignal ?? 'SIGTERM');
      const patience = new AbortController();
      await Promise.race([
        gone,
        sleep(this.plan.patience ?? 10_000, undefined, { signal: patience.signal }).catch(() => {}),
      ]);
      patience.abort();
    }
    killGroup(pid);
  }

  private spawn(): void {
    const { command, cwd, env, logFile, user } = this.plan;
    const log = openSync(logFile, 'a');
    const [program = '', ...args] = command;
    // Detached: its own process group, so that Ctrl-C reaches only us and we end the children in order.
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', log, log], ...user });
    closeSync(log);
    this.process = child;
    child.once('error', (error) => {
      this.failure = error;
    });
    if (child.pid) this.identity = identify(child.pid);
    this.watch.changed();
    child.once('exit', (code, signal) => {
      if (this.process === child && this.wanted) void this.revive(signal ?? `mã ${code}`);
    });
  }

  private async revive(how: string): Promise<void> {
    const now = Date.now();
    if (this.asked > 0) this.asked -= 1;
    else this.deaths = [...this.deaths.filter((at) => now - at < 60_000), now];
    const { title, logFile } = this.plan;
    if (this.deaths.length > this.watch.limit) {
      this.wanted = false;
      this.watch.say(`${title} dừng quá ${this.watch.limit} lần trong một phút, không chạy lại nữa; xem ${logFile}`);
      return;
    }
    this.watch.say(`${title} dừng bất ngờ (${how}), đang chạy lại; xem ${logFile}`);
    await sleep(Math.min(100 * 2 ** this.deaths.length, 3000));
    if (this.wanted) this.spawn();
  }
}

/** A {@link Fault} is final: asking again would not help. */
const answers = (ready: () => Promise<void>): Promise<boolean> =>
  ready().then(
    () => true,
    (error: unknown) => {
      if (error instanceof Fault) throw error;
      return false;
    },
  );

/** SIGKILL to every process of the group a child led; nothing when none is left. */
export const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All gone.
  }
};

/** Keeps the log of the run before as `name.1.log` and begins an empty one. */
const rotate = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) renameSync(file, file.replace(/\.log$/, '.1.log'));
  closeSync(openSync(file, 'a', 0o644));
};

/** The last thing a log says, in one line, and where the rest is. */
export const lastWords = (file: string): string => {
  const lines = tail(file).trim().split('\n');
  const telling = lines.findLast((line) => /FATAL|PANIC|Error|error|"level":(50|60)/.test(line)) ?? lines.at(-1) ?? '';
  return `${plain(telling).slice(0, 300) || 'không nói lý do'} (xem ${file})`;
};

const plain = (line: string): string => {
  try {
    const { err, msg } = JSON.parse(line) as { err?: { message?: string }; msg?: string };
    return [msg, err?.message].filter((part, i, all) => part && all.indexOf(part) === i).join(': ');
  } catch {
    return line.trim();
  }
};

const tail = (file: string): string => {
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    const buffer = Buffer.alloc(Math.min(size, 8192));
    readSync(fd, buffer, 0, buffer.length, Math.max(0, size - buffer.length));
    return buffer.toString('utf8');
  } finally {
    closeSync(fd);
  }
};
