import { getMetadataArgsStorage } from 'typeorm';
import { expect, test } from 'vitest';
import { contexts } from '../src/app.module.ts';
import { freshDatabase } from '../../../tests/support/database.ts';

// Importing the contexts is what registers their entities.
if (contexts.length < 10) throw new Error('the house has lost its contexts');
const entities = getMetadataArgsStorage().tables.map((table) => table.target);
const { db } = await freshDatabase({ entities });

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

/** The columns of our own schemas as the migrations made them; partitions and what BullMQ keeps are not ours to map. */
const migrated = async (): Promise<Column[]> =>
  db.query(`
    select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'platform', 'bullmq')
    order by 1, 2`);

/** The same as the entities say it; types in PostgreSQL's own words. */
const mapped = (): Column[] =>
  db.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => ({
      table: `${entity.schema}.${entity.tableName}`,
      column: column.databaseName,
      type: typeName(db.driver.normalizeType(column)) + (column.isArray ? '[]' : ''),
      nullable: column.isNullable,
    })),
  );

const names: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int8: 'bigint',
  int4: 'integer',
  int: 'integer',
  int2: 'smallint',
  float8: 'double precision',
  float4: 'real',
  bool: 'boolean',
  varchar: 'character varying',
};
const typeName = (type: string): string => names[type] ?? type;

const line = ({ table, column, type, nullable }: Column) => `${table}.${column} ${type}${nullable ? ' null' : ''}`;

test('every table of a context is what its entity says, column by column', async () => {
  const said = new Set(mapped().map(line));
  const made = new Set((await migrated()).map(line));
  expect(made.size).toBeGreaterThan(150);
  expect([...said].filter((one) => !made.has(one)).toSorted()).toEqual([]);
  expect([...made].filter((one) => !said.has(one)).toSorted()).toEqual([]);
});
