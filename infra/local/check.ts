import { spawn } from 'node:child_process';
import { seconds } from './steps.ts';
import { inRoot } from './paths.ts';

// Format, lint, types, imports, unused code: each says ok or what is wrong; the exit code is 1 if any is.
const cruised = ['apps', 'packages', 'infra', 'tests', 'vitest.config.ts'];
const steps: [name: string, command: string[]][] = [
  ['Định dạng (Biome)', ['biome', 'format', '.']],
  ['Kiểu (tsc, từng gói)', ['turbo', 'run', 'typecheck', '--output-logs=errors-only']],
  ['Kiểu (tsc, tests và infra)', ['tsc', '-p', 'tsconfig.json']],
  // After the types: the sites' routes get theirs made there, and the linter asks for them.
  ['Lint (oxlint)', ['oxlint']],
  ['Ai được import ai (dependency-cruiser)', ['depcruise', '--config', 'tests/architecture/imports.mjs', ...cruised]],
  ['Mã thừa (knip)', ['knip', '--no-progress']],
];

const run = ([program = '', ...args]: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: inRoot(),
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

let failures = 0;
for (const [name, command] of steps) {
  const began = performance.now();
  const { code, output } = await run(command);
  const warnings = /Found ([1-9]\d*) warnings?/.exec(output)?.[1];
  const remark = code === 0 && warnings ? ` · ${warnings} lời nhắc, xem bằng npx oxlint` : '';
  console.log(`${code === 0 ? 'ok    ' : 'failed'} ${name} (${seconds(began)} s)${remark}`);
  if (code === 0) continue;
  failures += 1;
  console.log(output.trimEnd());
}
console.log(failures === 0 ? 'Mọi kiểm tra đều đạt.' : `${failures} kiểm tra không đạt.`);
process.exit(failures === 0 ? 0 : 1);
