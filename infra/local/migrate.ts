import { build } from './build.ts';
import { commandEnvironment } from './context.ts';
import { inApi } from './in-api.ts';

await inApi('dist/src/migrate.js', process.argv.slice(2), async () => {
  const env = commandEnvironment();
  await build();
  return env;
});
