import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inRoot } from './paths.ts';

/** A fresh checkout with nothing installed. */
const checkout = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    cpSync(inRoot(file), join(folder, file));
  cpSync(inRoot('infra/local'), join(folder, 'infra/local'), { recursive: true });
  for (const part of ['apps', 'packages']) mkdirSync(join(folder, part));
  return folder;
};

const start = (folder: string, env: NodeJS.ProcessEnv = {}, user: { uid?: number; gid?: number } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/local/run.mjs', 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, npm_config_cache: join(folder, '.npm'), ...env },
    ...user,
  });
  return { status, stdout, lines: stderr.trim().split('\n') };
};

test('without a way to the npm registry one sentence says so', () => {
  const nobodyThere = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' };
  const { status, lines } = start(checkout(), nobodyThere);
  expect(lines).toEqual([expect.stringMatching(/^Không tới được npm registry; .*\.$/)]);
  expect(status).toBe(1);
}, 60_000);

test('in a checkout one may not write to, one sentence names the folder', () => {
  const folder = checkout();
  chmodSync(folder, 0o555);
  // Root may write everywhere, so root tries it as somebody who may not.
  const { status, lines } = start(folder, {}, process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
  chmodSync(folder, 0o755);
  expect(lines).toEqual([expect.stringContaining(`Không có quyền (permission) ở ${join(folder, 'node_modules')}`)]);
  expect(status).toBe(1);
}, 60_000);

test('a task that does not exist is answered with those that do', () => {
  const { status, stderr } = spawnSync(process.execPath, [inRoot('infra/local/run.mjs'), 'strat'], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^Không có việc tên "strat"; có: start, test, unit/);
  expect(status).toBe(2);
});

test('a disk that is full is said by its name', () => {
  const folder = checkout();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  // npx reports a full disk in its own words; what it says on a real one stands here.
  writeFileSync(
    join(bin, 'npx'),
    '#!/bin/sh\necho "npm error code ENOSPC: no space left on device, write" >&2\nexit 228\n',
    { mode: 0o755 },
  );
  const { lines } = start(folder, { PATH: `${bin}:${process.env.PATH}` });
  expect(lines).toEqual([expect.stringMatching(/^Đĩa đã đầy \(ENOSPC\)/)]);
});
