import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { build } from './build.ts';
import { sentence } from './fault.mjs';
import { prepareMachine } from './machine.ts';
import { inRoot } from './paths.ts';
import { seconds } from './steps.ts';
import { type Report, tally, type Tally } from './tally.ts';

// Everything, as CI does: prepares the machine, builds, runs every Vitest project at once. The last line is the verdict.
const reportFile = inRoot('node_modules', '.cho-phien-test.json');

const vitest = (): Promise<number> =>
  new Promise((resolve) => {
    const args = [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...process.argv.slice(2),
    ];
    const child = spawn('vitest', args, {
      cwd: inRoot(),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TZ: 'UTC' },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', () => resolve(127));
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });

const read = (): Tally => {
  try {
    return tally(JSON.parse(readFileSync(reportFile, 'utf8')) as Report);
  } catch {
    return { passed: 0, failed: 0, skipped: [] }; // Vitest did not come to an end: nothing is known to pass
  }
};

const began = performance.now();
let code = 1;
rmSync(reportFile, { force: true });
try {
  mkdirSync(inRoot('node_modules'), { recursive: true });
  await prepareMachine((line) => console.log(line));
  console.log('Dựng bản chạy (build) …');
  await build();
  console.log(`Dựng xong (${seconds(began)} s); chạy mọi bài thử …`);
  code = await vitest();
} catch (error) {
  console.error(sentence(error, 'Chuẩn bị thử'));
}
const { passed, failed: counted, skipped } = read();
// Vitest can fail without a failed test (an error outside any, a set-up that broke): that is a failure too.
const failed = counted === 0 && code !== 0 ? 1 : counted;
console.log(`Mất ${seconds(began)} s.`);
if (skipped.length > 0) console.log(`Không chạy (${skipped.length}): ${skipped.join('; ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
