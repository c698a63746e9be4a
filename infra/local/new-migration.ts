import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.ts';

const folder = inRoot('apps/api/migrations');

/** Writes `<13 digits>-<name>.ts` and adds it to the list. @returns the new file */
export const newMigration = (name: string, into = folder): string => {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error('Tên migration viết như add-lot-to-listing: chữ thường, số, nối bằng dấu gạch.');
  }
  const known = readdirSync(into).flatMap((file) => /^(\d{13})-/.exec(file)?.[1] ?? []);
  // Order only grows, also on a machine whose clock is behind.
  const stamp = Math.max(Date.now(), ...known.map((digits) => Number(digits) + 1));
  const file = `${stamp}-${name}.ts`;
  const className = `${name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())}${stamp}`;
  writeFileSync(join(into, file), skeleton(className), { flag: 'wx' });
  const list = join(into, 'index.ts');
  writeFileSync(list, enlisted(readFileSync(list, 'utf8'), className, file));
  return join(into, file);
};

const skeleton = (className: string): string => `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`
\`);
  }
}
`;

const enlisted = (text: string, className: string, file: string): string => {
  const end = text.lastIndexOf(']');
  const lastImport = text.lastIndexOf('import ');
  const afterImports = text.indexOf('\n', text.indexOf(';', lastImport)) + 1;
  if (end < 0 || afterImports <= 0) throw new Error('migrations/index.ts không có danh sách [ … ] để thêm vào.');
  const before = text.slice(afterImports, end).trimEnd();
  const comma = before.endsWith('[') || before.endsWith(',') ? '' : ',';
  return `${text.slice(0, afterImports)}import { ${className} } from './${file}';\n${before}${comma} ${className}${text.slice(end)}`;
};

if (import.meta.main) {
  try {
    console.log(newMigration(process.argv[2] ?? ''));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
