import type { DataSource } from 'typeorm';

/** The channel on which the relay hears that there is work. */
export const channel = 'chophien_outbox';

const waiting = new WeakMap<DataSource, NodeJS.Timeout>();

/**
 * Wakes the relay, soon after a commit and once for all commits of the same moment. Not in the transaction itself: a
 * commit that notifies takes one lock for the whole server, and with fsync on orders would queue behind each other there.
 */
export const wake = (db: DataSource): void => {
  if (waiting.has(db)) return;
  const timer = setTimeout(() => {
    waiting.delete(db);
    if (!db.isInitialized) return;
    db.query(`select set_config('synchronous_commit', 'off', true), pg_notify($1, '')`, [channel]).catch(
      () => undefined,
    );
  }, 10);
  timer.unref();
  waiting.set(db, timer);
};
