import type { DataSource } from 'typeorm';
import { rows } from './database.ts';
import type { Measured } from './metrics.ts';

export interface Health {
  ready: boolean;
  database: 'ok' | 'away';
  migrations: 'current' | 'behind' | 'unknown';
  /** Of a worker: whether its relay looked for work in the last 30 s. */
  claims?: 'ok' | 'stuck';
}

let last = { at: 0, health: Promise.resolve<Health>({ ready: false, database: 'away', migrations: 'unknown' }) };

/** Whether this process can do its work now. Asked of the database at most once a second, however many ask. */
export const health = (of: Measured): Promise<Health> => {
  if (Date.now() - last.at > 1_000) last = { at: Date.now(), health: examine(of) };
  return last.health;
};

const examine = async ({ db, lastClaim }: Measured): Promise<Health> => {
  const claims = lastClaim && { claims: isFresh(lastClaim()) ? ('ok' as const) : ('stuck' as const) };
  try {
    const migrations = await migrationState(db);
    return {
      ready: migrations === 'current' && claims?.claims !== 'stuck',
      database: 'ok',
      migrations,
      ...claims,
    };
  } catch {
    return { ready: false, database: 'away', migrations: 'unknown', ...claims };
  }
};

const started = Date.now();
const isFresh = (at: Date | undefined): boolean => Date.now() - (at?.getTime() ?? started) < 30_000;

/** Current when every migration this code knows has run; a newer database may know more. */
const migrationState = async (db: DataSource): Promise<'current' | 'behind'> => {
  const run = new Set((await rows<{ name: string }>(db, 'select name from migration')).map(({ name }) => name));
  return db.migrations.every((migration) => run.has(migration.name ?? migration.constructor.name))
    ? 'current'
    : 'behind';
};
