import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, expect, test } from 'vitest';
import { clockCommands } from './clock.commands.ts';

class Sweep {
  times = 0;
  async run(): Promise<void> {
    this.times += 1;
  }
}

const sweep = new Sweep();
const app = { get: () => sweep } as unknown as INestApplicationContext;
const command = (name: string, ...words: string[]) =>
  clockCommands([{ name: 'sweep', every: '0 2 * * *', run: Sweep }])
    .find((one) => one.name === name)!
    .run(app, { words, options: {} });

afterEach(() => {
  process.exitCode = undefined;
});

test('what the clock runs at night an operator can run now, and reads when it would run by itself', async () => {
  expect(await command('clock list')).toMatch(/sweep +0 2 \* \* \*/);
  expect(await command('clock run', 'sweep')).toMatch(/^sweep: done in \d+ ms$/);
  expect(sweep.times).toBe(1);
});

test('a task nobody knows runs nothing, and the command fails', async () => {
  const before = sweep.times;
  expect(await command('clock run', 'sweeep')).toContain('no such task: sweeep');
  expect(process.exitCode).toBe(2);
  expect(sweep.times).toBe(before);
});
