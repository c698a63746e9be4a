#!/usr/bin/env node
// The one door of every script in package.json: makes the toolchain ready, then runs the task under the pinned Node.
// Plain JavaScript for Node 20 with nothing installed, together with what it imports.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sentence } from './fault.mjs';
import { tasks } from './tasks.mjs';
import { toolchain } from './toolchain.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`Không có việc tên "${name}"; có: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}

/** @type {Awaited<ReturnType<typeof toolchain>>} */
let tools;
const began = performance.now();
try {
  tools = await toolchain(root, (line) => console.log(line));
} catch (error) {
  console.error(sentence(error, 'Bộ công cụ'));
  process.exit(1);
}
if (name === 'start') {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
  console.log(`[1/9] Bộ công cụ … xong (${seconds} s)`);
}

const [program = '', ...words] = task(args);
const child = spawn(program === 'node' ? tools.node : program, words, {
  cwd: root,
  stdio: 'inherit',
  env: { ...tools.env, INIT_CWD: process.cwd() },
});
child.on('error', (error) => {
  console.error(sentence(error, program));
  process.exit(1);
});
// The task ends itself in its own order; this process only passes the wish on and waits.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
// npm runs us in a shell that keeps a signal to itself: when npm was told to stop, that shell is gone and we go too.
const shell = process.ppid;
if (process.env.npm_lifecycle_event && shell > 1) {
  setInterval(() => process.ppid === shell || child.kill('SIGTERM'), 500).unref();
}
child.on('close', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
