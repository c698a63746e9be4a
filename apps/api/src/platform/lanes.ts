import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, type Job, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { env } from './env.ts';
import { log } from './log.ts';

/** What work waits for: our own database, another company, or the hour. A dead carrier never delays the index. */
const lanes = ['inside', 'outside', 'clock'] as const;
const states = ['waiting', 'active', 'delayed', 'failed', 'prioritized'] as const;
export type Lane = (typeof lanes)[number];

/** A job carries names and row ids only, never data. */
export type Work = { listener: string; rows: number[] } | { task: string };

/** Both backends' classes are one to us: the backend is chosen here and nowhere else. */
type LaneQueue = Queue<Work, void, string>;
type LaneWorker = Worker<Work, void, string>;

/** Faults of the machinery itself; a listener's own are counted in its outbox rows. */
const jobOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { age: 86_400, count: 1_000 },
} as const;

/** Where the queue lives: Redis, or the database that carries everything else. */
export interface QueuePlace {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** Keeps the queues of several systems in one place apart. */
  prefix?: string;
}

/** The three lanes, as queues (relay) and as workers. The only file that knows which backend they are on. */
@Injectable()
export class Lanes implements OnApplicationShutdown {
  private readonly queues = new Map<Lane, LaneQueue>();
  private readonly workers: LaneWorker[] = [];
  private readonly place: QueuePlace;

  constructor(place?: QueuePlace) {
    this.place = place ?? { databaseUrl: env().DATABASE_URL, redisUrl: env().REDIS_URL };
  }

  get backend(): 'redis' | 'postgresql' {
    return this.place.redisUrl ? 'redis' : 'postgresql';
  }

  queue(lane: Lane): LaneQueue {
    let queue = this.queues.get(lane);
    if (!queue) {
      const options = { defaultJobOptions: jobOptions, skipWaitingForReady: true, prefix: this.prefix };
      queue = (
        this.place.redisUrl
          ? new Queue(this.nameOf(lane), { ...options, connection: redisNow(this.place.redisUrl) })
          : new Queue(this.nameOf(lane), { ...options, connection: this.postgres(2) }, createPostgresBackend)
      ) as LaneQueue;
      queue.on('error', (error) => log.warn({ err: error, lane }, 'queue'));
      this.queues.set(lane, queue);
    }
    return queue;
  }

  work(lane: Lane, concurrency: number, run: (work: Work, job: Job<Work>) => Promise<void>): LaneWorker {
    const options = {
      concurrency,
      lockDuration: 30_000,
      stalledInterval: 15_000,
      maxStalledCount: 5,
      drainDelay: 5,
      prefix: this.prefix,
    };
    const process = (job: Job<Work, void, string>) => run(job.data, job);
    const worker = (
      this.place.redisUrl
        ? new Worker(this.nameOf(lane), process, {
            ...options,
            connection: { url: this.place.redisUrl, maxRetriesPerRequest: null },
          })
        : new Worker(this.nameOf(lane), process, { ...options, connection: this.postgres(3) }, createPostgresBackend)
    ) as LaneWorker;
    worker.on('error', (error) => log.warn({ err: error, lane }, 'lane'));
    worker.on('failed', (job, error) => log.error({ err: error, lane, job: job?.id }, 'job failed'));
    this.workers.push(worker);
    return worker;
  }

  /** Adds jobs; waits at most 2 s, because a dead queue must not hold the relay. Never called in a request. */
  async add(lane: Lane, jobs: { name: string; data: Work }[]): Promise<void> {
    await within2s(lane, this.queue(lane).addBulk(jobs));
  }

  /** Jobs not yet begun; a queue that does not say within 2 s is away. */
  async waiting(): Promise<Record<'inside' | 'outside', number>> {
    const count = async (lane: Lane) => (await this.queue(lane).getJobCounts('waiting')).waiting ?? 0;
    const [inside, outside] = await within2s('count', Promise.all([count('inside'), count('outside')]));
    return { inside, outside };
  }

  /** How many jobs each lane has in each state. */
  async counts(): Promise<{ lane: Lane; state: string; count: number }[]> {
    const counted = await Promise.all(
      lanes.map(async (lane) => ({ lane, states: await this.queue(lane).getJobCounts(...states) })),
    );
    return counted.flatMap(({ lane, states: found }) =>
      states.map((state) => ({ lane, state, count: found[state] ?? 0 })),
    );
  }

  /** Stops taking jobs and lets the running ones end. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.workers.length = 0;
    this.queues.clear();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private get prefix(): string {
    return this.place.prefix ?? 'chophien';
  }

  /** On PostgreSQL there is no prefix: the lane's own name keeps two systems apart. */
  private nameOf(lane: Lane): string {
    return this.place.redisUrl || !this.place.prefix ? lane : `${this.place.prefix}-${lane}`;
  }

  private postgres(max: number) {
    return {
      connectionString: this.place.databaseUrl,
      max,
      migrate: true,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      application_name: 'cho-phien lane',
      Client: LaneClient,
    };
  }
}

const within2s = async <T>(what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`the queue did not answer within 2 s (${what})`)), 2_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The queue takes a connection and asks on it several times. One that breaks between two questions says so to nobody, which
 * would end the whole process; the next question fails as it should.
 */
class LaneClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** A command fails after one more try (about a second) when Redis is away, instead of being kept for later. */
const redisNow = (url: string) => ({ url, maxRetriesPerRequest: 1, connectTimeout: 2_000 });
