import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export type Victim = 'api' | 'worker' | 'postgres' | 'redis';

/** A place between two statements of a completion: what is written before it, and where the next statement goes. */
export interface Step {
  name: string;
  of: 'placing' | 'paying' | 'cancelling' | 'finalising' | 'settling';
  /** Whose transaction it is. */
  process: 'api' | 'worker';
  /** Written already, and not yet committed. */
  after: readonly string[];
  /** Not touched yet: tells two acts apart that go to the same table next. */
  without?: readonly string[];
  /** The table that the next statement writes. */
  next: string;
}

const order = 'ordering."order"';
const event = 'platform.event';
const level = 'stock.level';
const attempt = 'payments.attempt';
const receipt = 'payments.receipt';
const parcel = 'ordering.parcel';

/** Every place at which a completion is cut in two. */
export const steps: readonly Step[] = [
  { of: 'placing', name: 'nothing written', process: 'api', after: [], without: [receipt, event], next: parcel },
  { of: 'placing', name: 'order written, fact not', process: 'api', after: ['ordering.order_line'], next: event },
  { of: 'placing', name: 'fact stated, stock not taken', process: 'api', after: [order, event], next: level },
  {
    of: 'placing',
    name: 'order written, stock not held',
    process: 'api',
    after: ['ordering.order_line'],
    without: [event],
    next: level,
  },
  { of: 'paying', name: 'order asked, attempt not opened', process: 'api', after: [], next: attempt },
  { of: 'paying', name: 'attempt ended, money not written', process: 'api', after: [attempt], next: receipt },
  { of: 'paying', name: 'money written, fact not', process: 'api', after: [receipt], next: event },
  {
    of: 'cancelling',
    name: 'parcels ended, fact not',
    process: 'api',
    after: [parcel],
    without: ['ordering.order_line'],
    next: event,
  },
  {
    of: 'cancelling',
    name: 'fact stated, stock not back',
    process: 'api',
    after: [event],
    without: ['ordering.order_line'],
    next: level,
  },
  { of: 'finalising', name: 'payment heard, order not standing', process: 'worker', after: [], next: order },
  { of: 'finalising', name: 'order stands, fact not', process: 'worker', after: [order], next: event },
  { of: 'finalising', name: 'facts stated, stock not sold', process: 'worker', after: [order, event], next: level },
  { of: 'settling', name: 'order heard, sale not divided', process: 'worker', after: [], next: 'settlement.sale' },
  { of: 'settling', name: 'money heard, entry not written', process: 'worker', after: [], next: 'settlement.entry' },
  {
    of: 'settling',
    name: 'entry written, postings not',
    process: 'worker',
    after: ['settlement.entry'],
    next: 'settlement.posting',
  },
];

/**
 * Closes the table that a step goes to next, waits until a transaction stands before it with all that the step says it has
 * written, and does `accident` at that moment. Answers whether somebody came by in time.
 */
export const atStep = async (databaseUrl: string, step: Step, accident: () => void): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'chaos' });
  client.on('error', () => undefined); // the accident may be its own server's
  try {
    await client.connect();
    await client.query('begin');
    await client.query(`set local lock_timeout = '2s'`);
    await client.query(`lock table ${step.next} in share mode`);
    for (const until = performance.now() + 3_000; performance.now() < until; await sleep(3)) {
      const { rowCount } = await client.query(standing, [
        `cho-phien ${step.process}`,
        step.next,
        step.after,
        step.without ?? [],
      ]);
      if (!rowCount) continue;
      accident();
      return true;
    }
    return false;
  } catch {
    return false; // nobody could be stopped there: busy, or the server is just coming back
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Who waits for table $2 in process $1, holding what is written by `insert`, `update` or `delete` in all of $3 and none of $4. */
const standing = `select waits.pid from pg_locks waits
  join pg_stat_activity who on who.pid = waits.pid and who.application_name = $1
  where not waits.granted and waits.relation = $2::regclass
    and not exists (select from unnest($3::text[]) as written (name) where not exists (
      select from pg_locks has where has.pid = waits.pid and has.granted and has.mode = 'RowExclusiveLock'
        and has.relation = written.name::regclass))
    and not exists (select from unnest($4::text[]) as written (name) join pg_locks has
      on has.pid = waits.pid and has.granted and has.mode = 'RowExclusiveLock' and has.relation = written.name::regclass)
  limit 1`;
