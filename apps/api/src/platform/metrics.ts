import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { poolOf, rows } from './database.ts';
import type { Lanes } from './lanes.ts';
import { log } from './log.ts';

/** Prometheus's view of this process. Labels are names we chose, never a person, a code or a raw path. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requestDuration = new Histogram({
  name: 'chophien_http_request_duration_seconds',
  help: 'Time from a request to its whole answer',
  labelNames: ['route', 'method', 'status_class'],
  buckets: [0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});
export const listenerDuration = new Histogram({
  name: 'chophien_listener_duration_seconds',
  help: 'Time of one batch of a listener',
  labelNames: ['listener'],
  buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
  registers: [registry],
});
export const outsideDuration = new Histogram({
  name: 'chophien_provider_request_duration_seconds',
  help: 'Time of a call to another company',
  labelNames: ['provider', 'outcome'],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});
export const authentications = new Counter({
  name: 'chophien_auth_total',
  help: 'Tokens presented, by whether they opened anything',
  labelNames: ['outcome'],
  registers: [registry],
});

const gauge = (name: string, help: string, labelNames: string[] = []) =>
  new Gauge({ name, help, labelNames, registers: [registry] });
const due = gauge('chophien_outbox_due', 'Outbox rows still to be done');
const oldest = gauge('chophien_outbox_oldest_seconds', 'Age of the oldest outbox row still to be done', ['listener']);
const dead = gauge('chophien_dead_letters', 'Outbox rows given up, waiting for an operator', ['lane']);
const jobs = gauge('bullmq_job_count', 'Jobs in a lane, by state', ['queue', 'state']);
const claimAge = gauge('chophien_worker_last_claim_seconds', 'Since the relay last looked for work and could carry it');
const pool = gauge('chophien_db_pool_connections', 'Connections of this process, by state', ['state']);
const poolWaiting = gauge('chophien_db_pool_waiting', 'Requests waiting for a connection');

export interface Measured {
  db: DataSource;
  lanes?: Lanes;
  lastClaim?: () => Date | undefined;
}

let last = { at: 0, text: Promise.resolve('') };

/** The metrics as text; what costs queries is asked at most once a second, however many ask. */
export const metricsText = (of: Measured): Promise<string> => {
  if (Date.now() - last.at > 1_000) last = { at: Date.now(), text: measure(of) };
  return last.text;
};

const measure = async ({ db, lanes: queues, lastClaim }: Measured): Promise<string> => {
  const { totalCount, idleCount, waitingCount } = poolOf(db);
  pool.set({ state: 'busy' }, totalCount - idleCount);
  pool.set({ state: 'idle' }, idleCount);
  poolWaiting.set(waitingCount);
  const at = lastClaim?.();
  if (at) claimAge.set((Date.now() - at.getTime()) / 1_000);
  try {
    await measureOutbox(db);
    if (queues) await measureLanes(queues);
  } catch (error) {
    log.warn({ err: error }, 'some metrics could not be measured');
  }
  return registry.metrics();
};

const measureOutbox = async (db: DataSource): Promise<void> => {
  const waiting = await rows<{ listener: string; count: number; seconds: number }>(
    db,
    `select listener, count(*) as count,
       greatest(extract(epoch from now() - min(event_at)), 0)::float8 as seconds
     from platform.outbox where dead_at is null group by listener`,
  );
  due.set(waiting.reduce((sum, row) => sum + row.count, 0));
  oldest.reset();
  for (const { listener, seconds } of waiting) oldest.set({ listener }, seconds);
  dead.reset();
  for (const lane of ['inside', 'outside']) dead.set({ lane }, 0);
  const given = await rows<{ lane: string; count: number }>(
    db,
    'select lane, count(*) as count from platform.outbox where dead_at is not null group by lane',
  );
  for (const { lane, count } of given) dead.set({ lane }, count);
};

const measureLanes = async (queues: Lanes): Promise<void> => {
  for (const { lane, state, count } of await queues.counts()) jobs.set({ queue: lane, state }, count);
};
