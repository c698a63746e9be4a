import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Lanes, type Work } from './lanes.ts';
import { inLog, log } from './log.ts';

/** Something the clock begins. It may be begun twice at once, so it must bear that. */
export interface Task {
  /** Kebab-case, unique. */
  name: string;
  /** Seconds, or a cron line in Asia/Ho_Chi_Minh (`0 2 * * *`). */
  every: number | string;
  run: Type<{ run(): Promise<void> }>;
}

/** Keeps the clock lane's list of tasks equal to `clock.ts`. */
@Injectable()
export class Schedule {
  private tasks: readonly Task[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly lanes: Lanes,
    private readonly modules: ModuleRef,
  ) {}

  /** Writes the tasks into the queue, now and each minute: a wiped queue forgets them. */
  start(tasks: readonly Task[]): void {
    this.tasks = tasks;
    const names = new Set(tasks.map((task) => task.name));
    if (names.size !== tasks.length) throw new Error('two tasks of the clock have one name');
    for (const task of tasks) this.modules.get(task.run, { strict: false });
    const write = () => this.write().catch((error: unknown) => log.warn({ err: error }, 'the clock could not be set'));
    void write();
    this.timer = setInterval(write, 60_000);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async write(): Promise<void> {
    const queue = this.lanes.queue('clock');
    const known = new Map((await queue.getJobSchedulers()).map((scheduler) => [scheduler.key, scheduler]));
    for (const { name, every } of this.tasks) {
      const now = known.get(name);
      known.delete(name);
      const same = typeof every === 'number' ? Number(now?.every) === every * 1_000 : now?.pattern === every;
      if (now && same) continue; // written again it would begin to count anew
      const when = typeof every === 'number' ? { every: every * 1_000 } : { pattern: every, tz: 'Asia/Ho_Chi_Minh' };
      await queue.upsertJobScheduler(name, when, { name, data: { task: name } satisfies Work });
    }
    for (const name of known.keys()) await queue.removeJobScheduler(name);
  }

  async run(name: string): Promise<void> {
    const task = this.tasks.find((one) => one.name === name);
    if (!task) return log.info({ task: name }, 'a task no longer on the clock');
    await inLog({ task: name }, () => this.modules.get(task.run, { strict: false }).run());
  }
}
