import { join } from 'node:path';
import { build } from './build.ts';
import { Child } from './children.ts';
import { sentence } from './fault.mjs';
import { defaultDataDir, inRoot } from './paths.ts';
import { addressLines } from './report.ts';
import { progress } from './steps.ts';
import { startSystem } from './system.ts';

// The same system with reload: tsc recompiles the API, node --watch restarts it and the worker, the sites run in Vite.
const stopAsked = new AbortController();
const log = (line: string): void => console.log(line);
try {
  const step = progress(1, 9);
  await step('Dựng lần đầu', () => build(stopAsked.signal));
  const system = await startSystem({ dev: true, step, log, signal: stopAsked.signal });
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
    { say: log, changed: () => {}, limit: 5 },
  );
  await compiler.start();
  console.log(
    ['', ...addressLines(system.urls), `Nhật ký: ${join(defaultDataDir(), 'logs')}/*.log. Ctrl-C để dừng.`].join('\n'),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () =>
        void compiler
          .stop()
          .then(system.stop)
          .then(() => process.exit(0)),
    );
  }
} catch (error) {
  console.error(sentence(error, 'dev'));
  process.exit(1);
}
