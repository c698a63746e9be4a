import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Fault, sentence } from './fault.mjs';

const failing = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing failed');
};

test('a full disk is one sentence', () => {
  expect(sentence(failing(() => writeFileSync('/dev/full', 'rows')))).toMatch(/^Đĩa đã đầy \(ENOSPC\).*\.$/);
});

test('a folder one may not write in is one sentence that names it', () => {
  // Nobody, root included, makes folders in /sys.
  expect(sentence(failing(() => mkdirSync('/sys/cho-phien')))).toMatch(
    /^Không có quyền \(permission\) ở \/sys\/cho-phien; .*\.$/,
  );
});

test('a folder that is a file is told with its name, not with a stack trace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fault-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'data'), '');
  const said = sentence(
    failing(() => writeFileSync(join(folder, 'data', 'rows'), '')),
    'Khởi động',
  );
  expect(said).toMatch(/^Khởi động: ENOTDIR/);
  expect(said).not.toContain('\n');
});

test('what we said ourselves is repeated as it is', () => {
  expect(sentence(new Fault('Cổng 4300 đang bận.'), 'Khởi động')).toBe('Cổng 4300 đang bận.');
});
