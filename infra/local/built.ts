import { pathToFileURL } from 'node:url';
import { build } from './build.ts';
import { sentence } from './fault.mjs';
import { inRoot } from './paths.ts';

// Builds what is out of date, then becomes the script it was given: `built.ts tests/bench/run.ts http`.
const [file = '', ...args] = process.argv.slice(2);
try {
  await build();
} catch (error) {
  console.error(sentence(error, 'Dựng (build)'));
  process.exit(1);
}
process.argv = [process.argv[0] ?? 'node', inRoot(file), ...args];
await import(pathToFileURL(inRoot(file)).href);
