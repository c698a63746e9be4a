import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.ts';

// The property tests at full depth: every test file that uses fast-check, each property tried FC_RUNS times, and the random
// histories, which are ten times as long.
const files = globSync(['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'apps/*/app/**/*.test.ts'], {
  cwd: inRoot(),
}).filter((file) => /from 'fast-check'|env\.FC_RUNS/.test(readFileSync(inRoot(file), 'utf8')));
const env = { ...process.env, FC_RUNS: process.env.FC_RUNS ?? '5000' };
const child = spawn('vitest', ['run', '--testTimeout=600000', ...files, ...process.argv.slice(2)], {
  cwd: inRoot(),
  stdio: 'inherit',
  env,
});
child.once('close', (code) => process.exit(code ?? 1));
