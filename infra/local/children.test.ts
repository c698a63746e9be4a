import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Child } from './children.ts';
import { isSame } from './identity.mjs';

/** A child that runs `script` under Node and is ready once it has written its pid. */
const child = (script: string, limit = 5) => {
  const folder = mkdtempSync(join(tmpdir(), 'child-'));
  const pidFile = join(folder, 'pid');
  const said: string[] = [];
  const one = new Child(
    {
      name: 'one',
      title: 'Tiến trình thử',
      command: [process.execPath, '-e', script, pidFile],
      cwd: folder,
      env: process.env,
      logFile: join(folder, 'logs', 'one.log'),
      ready: async () => expect(Number(readFileSync(pidFile, 'utf8'))).toBe(one.identity.pid),
      patience: 300,
    },
    { say: (line) => said.push(line), changed: () => {}, limit },
  );
  onTestFinished(async () => {
    await one.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { one, said, log: one.plan.logFile };
};

const lives = `require('node:fs').writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1000);`;

test('killed with -9 it comes back, and one line names it and its log', async () => {
  const { one, said, log } = child(lives);
  await one.start();
  const before = one.identity;
  process.kill(before.pid, 'SIGKILL');
  while (isSame(before)) await sleep(10);
  await one.ready();
  expect(one.identity.pid).not.toBe(before.pid);
  expect(said).toEqual([`Tiến trình thử dừng bất ngờ (SIGKILL), đang chạy lại; xem ${log}`]);
});

test('killed as a drill it is not ready until it is another process, and does not count as failing', async () => {
  const { one, said } = child(lives, 0);
  await one.start();
  const before = one.identity.pid;
  one.kill();
  await one.ready();
  expect(one.identity.pid).not.toBe(before);
  expect(said.join()).not.toContain('không chạy lại nữa');
});

test('one that dies again and again is left dead and said so', async () => {
  const { one, said } = child(`${lives} setTimeout(() => process.exit(3), 400);`, 2);
  await one.start();
  while (said.length < 3) await sleep(20);
  expect(said.at(-1)).toMatch(/dừng quá 2 lần trong một phút/);
});

test('one that cannot start says why in a sentence, with the log', async () => {
  const { one, log } = child(`console.error('Error: no database here'); process.exit(1);`);
  await expect(one.start()).rejects.toThrow(
    `Tiến trình thử không khởi động được: Error: no database here (xem ${log})`,
  );
});

test('a program that is not there is a sentence too', async () => {
  const { one } = child(lives);
  one.plan.command[0] = '/nowhere/node';
  await expect(one.start()).rejects.toThrow(/Tiến trình thử: spawn \/nowhere\/node ENOENT/);
});

test('stopped, it does not come back, even when it ignores the polite signal', async () => {
  const { one, said } = child(`process.on('SIGTERM', () => {}); ${lives}`);
  await one.start();
  const { identity } = one;
  await one.stop();
  await sleep(300);
  expect(isSame(identity)).toBe(false);
  expect(said).toEqual([]);
});

test('the log of the run before is kept as .1.log', async () => {
  const { one, log } = child(lives);
  await one.start();
  await one.stop();
  writeFileSync(log, 'yesterday');
  await one.start();
  expect(readFileSync(log.replace(/\.log$/, '.1.log'), 'utf8')).toBe('yesterday');
});
