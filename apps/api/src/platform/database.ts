import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem, type ProblemCode } from '@chophien/contracts';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager, QueryFailedError } from 'typeorm';
import { Clock, SystemClock } from './time.ts';

/** A transaction that can be seen: whoever takes one joins it. */
export type Tx = EntityManager;

/** Constraint name → the refusal a person hears when it stops a write. */
const refusals = new Map<string, ProblemCode>();

/** Registers what a broken constraint means; each context calls it once, from its module. */
export const refuse = (table: Record<string, ProblemCode>): void => {
  for (const [constraint, code] of Object.entries(table)) {
    const known = refusals.get(constraint);
    if (known && known !== code) throw new Error(`constraint ${constraint} already means ${known}`);
    refusals.set(constraint, code);
  }
};

const clocks = new WeakMap<DataSource, Clock>();
const afterCommit = new WeakMap<Tx, Set<(db: DataSource) => void>>();

/** The clock of the processes that use this database. */
export const clockOf = (db: DataSource): Clock => clocks.get(db) ?? systemClock;
export const bindClock = (db: DataSource, clock: Clock): void => void clocks.set(db, clock);
const systemClock = new SystemClock();

/** Does `work` once, after this transaction has committed; never if it does not. The same function is done once. */
export const onCommit = (tx: Tx, work: (db: DataSource) => void): void => {
  const works = afterCommit.get(tx) ?? new Set();
  works.add(work);
  afterCommit.set(tx, works);
};

const attempts = 4;

/**
 * The transaction that is open around the code that runs now. A question to the database from inside it is asked in it: on
 * a second connection, as many requests as the pool has connections would each hold one and wait for another for ever.
 */
const around = new AsyncLocalStorage<{ db: DataSource; tx: Tx; open: boolean }>();

const inside = async <T>(db: DataSource, tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const here = { db, tx, open: true };
  try {
    return await around.run(here, () => work(tx));
  } finally {
    here.open = false; // what goes on after its end is outside again
  }
};

const openAround = (db: DataSource): Tx | undefined => {
  const here = around.getStore();
  return here?.open && here.db === db ? here.tx : undefined;
};

/**
 * The only opener of transactions. Serialization failures and deadlocks (40001, 40P01) are tried three times more, each in
 * a new transaction; a broken constraint that has a name in {@link constraints} becomes that refusal.
 */
export async function inTx<T>(db: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      let mine: Tx | undefined;
      const result = await db.transaction((tx) => inside(db, (mine = tx), work));
      if (mine) for (const then of afterCommit.get(mine) ?? []) then(db);
      return result;
    } catch (error) {
      const { code } = driverError(error);
      if ((code === '40001' || code === '40P01') && attempt < attempts) {
        await sleep(Math.random() * 20 * 2 ** attempt);
        continue;
      }
      throw refusalOf(error) ?? error;
    }
  }
}

/**
 * The rows a statement answers, `returning` of an update or delete included. Statements are prepared once per connection,
 * so their text must be constant: what varies goes into the parameters. One whose best plan depends on the values goes
 * through `db.query` instead, which answers `[rows, count]` for an update or delete.
 */
export async function rows<T = Record<string, unknown>>(
  db: DataSource | Tx,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const statement = { name: nameOf(sql), text: sql, values: parameters as unknown[] };
  try {
    const asked = db instanceof DataSource ? (openAround(db) ?? db) : db;
    const answer =
      asked instanceof DataSource
        ? await poolOf(asked).query(statement)
        : await (await connectionOf(asked)).query(statement);
    return answer.rows as T[];
  } catch (error) {
    throw new QueryFailedError(sql, parameters as unknown[], error as Error);
  }
}

/**
 * A parameter (`$1::uuid[]`) that the server plans without looking at its value: one plan for all, made once. It knows how
 * long a list is that it sees, finds every short one cheaper than the usual ten, and so would plan each time anew, which
 * costs more than the few rows that are asked for.
 */
export const given = (parameter: string): string =>
  `(select ${parameter})::${parameter.slice(parameter.indexOf('::') + 2)}`;

/** The pool under TypeORM, whose own path costs half as much again for each statement. */
export const poolOf = (db: DataSource): pg.Pool => (db.driver as unknown as { master: pg.Pool }).master;

const connectionOf = (tx: Tx): Promise<pg.PoolClient> => {
  if (!tx.queryRunner) throw new Error('rows() needs the database or a transaction');
  return tx.queryRunner.connect() as Promise<pg.PoolClient>;
};

const names = new Map<string, string>();
const nameOf = (sql: string): string | undefined => {
  const known = names.get(sql);
  if (known) return known;
  if (names.size >= 500) return undefined; // a text that varies must not fill the server with prepared statements
  const name = `s${names.size + 1}`;
  names.set(sql, name);
  return name;
};

interface DriverError {
  code?: string;
  constraint?: string;
  message?: string;
}

const driverError = (error: unknown): DriverError =>
  (error instanceof QueryFailedError ? error.driverError : error) as DriverError;

const refusing = new Set(['23505', '23514', '23P01', '23503']);
const unreachable = /^(08|53|57P0)|^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)|^(57014|55P03|25006)$/;
const poolMessages =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed/;

/** The refusal that a database error means to the caller: a named constraint, or a database that cannot answer now. */
export const refusalOf = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error;
  const { code, constraint, message } = driverError(error) ?? {};
  if (code && constraint && refusing.has(code)) {
    const problem = refusals.get(constraint);
    if (problem) return new Problem(problem);
  }
  if ((code && unreachable.test(code)) || (message && poolMessages.test(message))) {
    return Object.assign(new Problem('platform.busy', { retryAfter: 2 }), { cause: error });
  }
  return null;
};

const parsers = new Map<number, (text: string) => unknown>();
const int8 = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of the safe range: ${text}`);
  return value;
};
parsers.set(pg.types.builtins.INT8, int8);
// int8[], of one dimension
parsers.set(1016, (text) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((one) => (one === 'NULL' ? null : int8(one))),
);
parsers.set(pg.types.builtins.DATE, (text) => text);

/** int8 as a number (refusing what a number cannot hold), a date as `YYYY-MM-DD`; numeric stays text. */
export const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
};

export interface DatabaseOptions {
  entities?: DataSourceOptions['entities'];
  migrations?: DataSourceOptions['migrations'];
  /** Connections kept at most. */
  pool?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  /** Milliseconds a statement may take; 0 for none (migrations). */
  statementTimeout?: number;
  clock?: Clock;
}

/** The database, not yet connected (`initialize()`). A free connection is waited for at most 2 s. */
export function dataSource(url: string, options: DatabaseOptions = {}): DataSource {
  const { pool = 10, name = 'cho-phien', statementTimeout = 5_000 } = options;
  const db = new DataSource({
    type: 'postgres',
    driver: pg,
    url,
    applicationName: name,
    connectTimeoutMS: 2_000,
    poolSize: pool,
    entities: options.entities ?? [],
    migrations: options.migrations ?? [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolErrorHandler: () => undefined, // a dropped idle connection is replaced; the next query says if that failed
    extra: {
      types,
      keepAlive: true,
      idleTimeoutMillis: 60_000,
      statement_timeout: statementTimeout || undefined,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
  if (options.clock) bindClock(db, options.clock);
  return db;
}
