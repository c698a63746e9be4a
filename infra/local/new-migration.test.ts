import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newMigration } from './new-migration.ts';

const migrations = (list: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'index.ts'), list);
  return folder;
};

test('a new change of the database comes last, under a name of thirteen digits', () => {
  const folder = migrations(
    `import type { MigrationInterface } from 'typeorm';\nimport { A1 } from './9999999999998-a.ts';\n\nexport const migrations: (new () => MigrationInterface)[] = [A1];\n`,
  );
  writeFileSync(join(folder, '9999999999998-a.ts'), '');
  const file = newMigration('add-lot-to-listing', folder);
  expect(basename(file)).toBe('9999999999999-add-lot-to-listing.ts');
  expect(readFileSync(file, 'utf8')).toContain(
    'export class AddLotToListing9999999999999 implements MigrationInterface',
  );
  const list = readFileSync(join(folder, 'index.ts'), 'utf8');
  expect(list).toContain(`import { AddLotToListing9999999999999 } from './9999999999999-add-lot-to-listing.ts';`);
  expect(list).toContain('[A1, AddLotToListing9999999999999];');
});

test('an empty list, and one with a comma at its end, take it too', () => {
  for (const [before, after] of [
    ['[]', /\[ ?First\d{13}\]/],
    ['[\n  A1,\n]', /A1, First\d{13}\]/],
  ] as const) {
    const folder = migrations(`import { x } from 'typeorm';\n\nexport const migrations = ${before};\n`);
    newMigration('first', folder);
    expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toMatch(after);
  }
});

test('a name that is a path is refused', () => {
  expect(() => newMigration('../evil', migrations(''))).toThrow(/add-lot-to-listing/);
});
