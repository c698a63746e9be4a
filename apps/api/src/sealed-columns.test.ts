import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/support/database.ts';
import { rows } from './platform/database.ts';
import { sealedColumns } from './sealed-columns.ts';

const { db } = await freshDatabase();

test('each is a column there is, and the columns that name its row are there too', async () => {
  for (const { table, id, column } of sealedColumns) {
    expect(await rows(db, `select ${id.join(', ')}, ${column} from ${table} limit 0`)).toEqual([]);
  }
});

test('whoever seals something is on the list: what is not would be lost with the former key', async () => {
  const places = new Set<string>();
  for (const file of await readdir(import.meta.dirname, { recursive: true })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.startsWith('platform/')) continue;
    const text = await readFile(`${import.meta.dirname}/${file}`, 'utf8');
    if (!/\b(sealText|sealBytes)\b/.test(text)) continue;
    for (const [, table] of text.matchAll(/\btable: '([a-z_.]+)'/g)) if (table) places.add(table);
  }
  expect(places.size).toBeGreaterThan(4);
  const listed = new Set(sealedColumns.map(({ table }) => table));
  expect([...places].filter((table) => !listed.has(table))).toEqual([]);
});
