import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@chophien/contracts';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { hmac } from './crypto.ts';
import { poolOf } from './database.ts';
import { env } from './env.ts';
import { log } from './log.ts';

export interface Allowance {
  points: number;
  seconds: number;
}

type Limiter = RateLimiterPostgres | RateLimiterRedis;

/** How often someone may do something, counted for all processes together: in Redis when there is one, else in PostgreSQL. */
@Injectable()
export class Limits implements OnModuleInit, OnApplicationShutdown {
  private readonly limiters = new Map<string, Limiter>();
  private redis: Redis | undefined;

  constructor(private readonly db: DataSource) {}

  /** Takes one of `points` in `seconds` for `key` under `name`; refuses with `platform.too-many` and when to come back. */
  async take(name: string, key: string, allowance: Allowance): Promise<void> {
    try {
      await this.limiter(name, allowance).consume(this.keyOf(key));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new Problem('platform.too-many', { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) });
    }
  }

  /** Forgets what `key` has taken under `name`. */
  async forgive(name: string, key: string, allowance: Allowance): Promise<void> {
    await this.limiter(name, allowance).delete(this.keyOf(key));
  }

  /** Waits, a little, for the store, so that the first requests are counted there and not each process by itself. */
  async onModuleInit(): Promise<void> {
    const { REDIS_URL } = env();
    if (!REDIS_URL) return;
    this.redis = connect(REDIS_URL);
    if (this.redis.status === 'ready') return;
    await Promise.race([
      new Promise((ready) => this.redis?.once('ready', ready)),
      sleep(2_000, undefined, { ref: false }),
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis?.quit().catch(() => this.redis?.disconnect());
  }

  /** A key may be a phone number or an address: the store sees neither. */
  private keyOf(key: string): string {
    return hmac('limits', key).slice(0, 22);
  }

  private limiter(name: string, { points, seconds }: Allowance): Limiter {
    const id = `${name} ${points}/${seconds}`;
    let limiter = this.limiters.get(id);
    if (!limiter) {
      limiter = this.open({ keyPrefix: id, points, duration: seconds });
      this.limiters.set(id, limiter);
    }
    return limiter;
  }

  private open(options: { keyPrefix: string; points: number; duration: number }): Limiter {
    const { REDIS_URL } = env();
    if (REDIS_URL) {
      this.redis ??= connect(REDIS_URL);
      return new RateLimiterRedis({
        ...options,
        storeClient: this.redis,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(options), // each process counts alone until Redis is back
        inMemoryBlockOnConsumed: options.points + 1,
      });
    }
    return new RateLimiterPostgres({
      ...options,
      storeClient: poolOf(this.db),
      storeType: 'pool',
      schemaName: 'platform',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false, // a task of the clock does it for all processes
      inMemoryBlockOnConsumed: options.points + 1,
    });
  }
}

const connect = (url: string): Redis => {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000 });
  redis.on('error', (error) => log.warn({ err: error }, 'redis of the rate limits'));
  return redis;
};
