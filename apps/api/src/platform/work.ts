import type { INestApplicationContext } from '@nestjs/common';
import { Lanes, type Work } from './lanes.ts';
import { Relay } from './relay.ts';
import { Runner } from './runner.ts';
import { Schedule, type Task } from './schedule.ts';

/** Jobs of one lane at once in one worker; each of `inside` holds one connection. */
const concurrency = { inside: 4, outside: 8, clock: 2 } as const;

/** Starts the relay, the lanes and the clock. Throws, naming it, at a listener that is not provided exactly once. */
export const startWork = (app: INestApplicationContext, tasks: readonly Task[]): { stop(): Promise<void> } => {
  const [lanes, relay, runner, schedule] = [app.get(Lanes), app.get(Relay), app.get(Runner), app.get(Schedule)];
  runner.check();
  const listeners = (work: Work) => ('listener' in work ? runner.run(work.listener, work.rows) : Promise.resolve());
  lanes.work('inside', concurrency.inside, listeners);
  lanes.work('outside', concurrency.outside, listeners);
  lanes.work('clock', concurrency.clock, (work) => ('task' in work ? schedule.run(work.task) : Promise.resolve()));
  relay.start();
  schedule.start(tasks);
  return {
    stop: async () => {
      schedule.stop();
      await relay.stop();
      await lanes.stop();
    },
  };
};
