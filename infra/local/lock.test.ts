import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bornAt, identify, isSame } from './identity.mjs';
import { claim, release, runningOn, writeNote } from './lock.ts';

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

const sleeper = async (): Promise<number> => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve) => child.once('spawn', resolve));
  if (!child.pid) throw new Error('no pid');
  return child.pid;
};

const dead = { pid: 2 ** 22 + 1, born: '12345' };
const note = { ready: true, urls: { storefront: 'http://127.0.0.1:4300' }, env: {} };

test('the second start hears who is running and where', async () => {
  const dataDir = folder();
  expect(await claim(dataDir, () => {})).toBeUndefined();
  writeNote(dataDir, { ...note, owner: identify(process.pid), children: [] });
  expect(await claim(dataDir, () => {})).toMatchObject({ owner: { pid: process.pid }, urls: note.urls });
  release(dataDir);
  expect(runningOn(dataDir)).toBeUndefined();
});

test('what a killed run left behind is stopped, and said', async () => {
  const dataDir = folder();
  const left = await sleeper();
  writeNote(dataDir, { ...note, owner: dead, children: [{ name: 'api', ...identify(left) }] });
  const said: string[] = [];
  expect(await claim(dataDir, (line) => said.push(line))).toBeUndefined();
  expect(said.join()).toContain('api');
  expect(bornAt(left)).toBe('');
  expect(readdirSync(dataDir)).toEqual(['run.json']);
});

test('a pid that now belongs to another program is left alone', async () => {
  const dataDir = folder();
  const stranger = await sleeper();
  writeNote(dataDir, { ...note, owner: dead, children: [{ name: 'api', pid: stranger, born: '1' }] });
  expect(await claim(dataDir, () => {})).toBeUndefined();
  expect(isSame(identify(stranger))).toBe(true);
});

test('a note cut short by a kill does not stop the next start', async () => {
  const dataDir = folder();
  writeFileSync(join(dataDir, 'run.json'), '{"owner":{"pi');
  expect(await claim(dataDir, () => {})).toBeUndefined();
});

test('the note, which holds secrets, is for its owner alone', async () => {
  const dataDir = folder();
  await claim(dataDir, () => {});
  expect(statSync(join(dataDir, 'run.json')).mode & 0o077).toBe(0);
});
