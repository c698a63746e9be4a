import { build } from './build.ts';
import { commandEnvironment } from './context.ts';
import { inApi } from './in-api.ts';

// The operator's commands (dead letters, replay, rebuild …) against the running system.
await inApi('dist/src/operate.js', process.argv.slice(2), async () => {
  const env = commandEnvironment();
  await build();
  return env;
});
