import { join } from 'node:path';
import { build } from './build.ts';
import { Child } from './children.ts';
import { sentence } from './fault.mjs';
import { defaultDataDir, inRoot } from './paths.ts';
import { addressLines } from './report.ts';
import { progress } from './steps.ts';
import { startSystem, type System } from './system.ts';

// The same system with reload: tsc recompiles the API, node --watch restarts it and the worker, the sites run in Vite.
const stopAsked = new AbortController();
const log = (line: string): void => console.log(line);
const watch = { say: log, changed: () => {}, limit: 5 };
const compiler = new Child(
  {
    name: 'tsc',
    title: 'tsc --watch',
    command: ['tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
    cwd: inRoot('apps/api'),
    env: process.env,
    logFile: join(defaultDataDir(), 'logs', 'tsc.log'),
    ready: async () => {},
  },
  watch,
);
let system: System | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopAsked.signal.aborted) return;
    stopAsked.abort();
    void compiler.stop().then(async () => {
      await system?.stop();
      if (system) process.exit(0);
    });
  });
}
try {
  const step = progress(1, 8);
  await step('Dựng lần đầu', () => build(stopAsked.signal));
  system = await startSystem({ dev: true, step, log, signal: stopAsked.signal });
  await compiler.start();
  const where = `Nhật ký: ${join(defaultDataDir(), 'logs')}/*.log. Ctrl-C để dừng.`;
  console.log(['', ...addressLines(system.urls), where].join('\n'));
} catch (error) {
  if (!stopAsked.signal.aborted) console.error(sentence(error, 'dev'));
  await compiler.stop();
  process.exit(stopAsked.signal.aborted ? 0 : 1);
}
