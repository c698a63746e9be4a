import { inLog } from './log.ts';
import type { Command } from './commands.ts';
import type { Task } from './schedule.ts';
import { table } from './table.ts';

/** What an operator does about the clock, given everything on it: a task may be begun at any moment, also beside itself. */
export const clockCommands = (tasks: readonly Task[]): Command[] => [
  {
    name: 'clock list',
    help: 'clock list                         what runs at which hour',
    run: async () =>
      table(tasks.map(({ name, every }) => ({ task: name, every: typeof every === 'number' ? `${every} s` : every }))),
  },
  {
    name: 'clock run',
    help: 'clock run TASK                     runs one of them now, whatever the hour, and ends when it is done',
    run: async (app, { words: [name] }) => {
      const task = tasks.find((one) => one.name === name);
      if (!task) {
        process.exitCode = 2;
        return `no such task: ${name ?? '(none named)'}; see clock list`;
      }
      const began = performance.now();
      await inLog({ task: task.name }, () => app.get(task.run, { strict: false }).run());
      return `${task.name}: done in ${Math.round(performance.now() - began)} ms`;
    },
  },
];
