import { DataSource } from 'typeorm';
import type { Command } from './commands.ts';
import { rows } from './database.ts';
import { kms, UnknownKey } from './kms.ts';
import { rewrap } from './sealed.ts';
import { table } from './table.ts';

/** Where sealed texts and files' keys lie: the table, the columns that name a row, and the column itself. */
export interface SealedColumn {
  table: string;
  id: readonly string[];
  column: string;
}

interface Kept {
  at: string;
  sealed: string;
}

/** Rows of one pass: few enough that a pass cut short loses seconds. */
const batch = 200;

/**
 * Locks the keys in one column anew under the current key. Each row is replaced only if it is still what was read, so it can
 * run beside everything else, be cut short anywhere and be started again: what is done is not looked at twice.
 */
const rotateColumn = async (db: DataSource, place: SealedColumn): Promise<{ done: number; unknown: string[] }> => {
  const current = await kms().current();
  const key = place.id.map((name) => `${name}::text`).join(` || ' ' || `);
  const unknown = new Set<string>();
  let done = 0;
  for (let after = ''; ; ) {
    const kept = await rows<Kept>(
      db,
      `select ${key} as at, ${place.column} as sealed from ${place.table}
       where ${place.column} like 'v1.%' and not starts_with(${place.column}, $1) and ${key} > $2 order by 1 limit ${batch}`,
      [`v1.${current}.`, after],
    );
    for (const { at, sealed } of kept) {
      const again = await rewrap(sealed).catch((error: unknown) => {
        if (!(error instanceof UnknownKey)) throw error;
        unknown.add(error.kek);
        return undefined;
      });
      if (again === undefined) continue;
      const changed = await rows(
        db,
        `update ${place.table} set ${place.column} = $3 where ${key} = $1 and ${place.column} = $2 returning 1`,
        [at, sealed, again],
      );
      done += changed.length;
    }
    const last = kept.at(-1);
    if (!last || kept.length < batch) return { done, unknown: [...unknown] };
    after = last.at;
  }
};

/** What an operator does about keys, given every place of the house where something sealed lies. */
export const keyCommands = (places: readonly SealedColumn[]): Command[] => [
  {
    name: 'keys show',
    help: 'keys show                          the keys in use, and what each still locks',
    run: async (app) => {
      const lines = [];
      for (const place of places) {
        lines.push(
          ...(await rows(
            app.get(DataSource),
            `select $1 as place, case when ${place.column} like 'v1.%' then split_part(${place.column}, '.', 2)
               else 'from before' end as key, count(*)::int as rows
             from ${place.table} where ${place.column} is not null group by 1, 2 order by 2`,
            [`${place.table}.${place.column}`],
          )),
        );
      }
      return `locks now: ${await kms().current()}\n${table(lines)}`;
    },
  },
  {
    name: 'keys rotate',
    help: 'keys rotate                        locks everything sealed anew under the current key; safe to repeat',
    run: async (app) => {
      const lines: string[] = [];
      for (const place of places) {
        const { done, unknown } = await rotateColumn(app.get(DataSource), place);
        lines.push(`${place.table}.${place.column}: ${done} locked anew`);
        if (unknown.length > 0) {
          process.exitCode = 1;
          lines.push(`  left as they are, their keys are not known here: ${unknown.join(', ')}`);
        }
      }
      return lines.join('\n');
    },
  },
];
