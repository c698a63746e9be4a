import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { DataSource } from 'typeorm';
import { env } from '../platform/env.ts';
import { log } from '../platform/log.ts';
import { registry } from '../platform/metrics.ts';
import { Breaker } from './breaker.rules.ts';
import type { Asked } from './filter.rules.ts';
import { Meilisearch } from './meilisearch.gateway.ts';
import { PostgresEngine } from './postgres-engine.ts';
import type { Question } from './question.rules.ts';
import type { Hits, SearchEngine } from './search-engine.ts';

const answered = new Counter({
  name: 'chophien_search_answers_total',
  help: 'Searches by words, by the engine that answered and why not the other',
  labelNames: ['engine', 'because'],
  registers: [registry],
});

/** The engines there are. PostgreSQL answers when the other is away, late, or answers what cannot be. */
@Injectable()
export class Engines {
  readonly all: readonly SearchEngine[];
  private readonly outside: SearchEngine | undefined;
  private readonly breaker = new Breaker({ failures: 3, rest: 15_000 });

  constructor(
    private readonly own: PostgresEngine,
    db: DataSource,
  ) {
    this.outside = env().MEILISEARCH_URL ? new Meilisearch(db) : undefined;
    this.all = this.outside ? [own, this.outside] : [own];
  }

  /** `doubtful` says of an answer whether it cannot be: then PostgreSQL is asked instead. */
  async find(question: Question, asked: Asked, doubtful: (ids: readonly string[]) => Promise<boolean>): Promise<Hits> {
    const { outside, own, breaker } = this;
    if (!outside) return own.find(question, asked);
    if (!breaker.open(Date.now())) return this.instead('resting', question, asked);
    try {
      const hits = await outside.find(question, asked);
      if (await doubtful(hits.ids)) throw new Error('most of what was found is not on sale');
      breaker.succeeded();
      answered.inc({ engine: outside.name, because: '' });
      return hits;
    } catch (error) {
      breaker.failed(Date.now());
      log.warn({ err: error, engine: outside.name }, 'the search was answered by PostgreSQL instead');
      return this.instead('failed', question, asked);
    }
  }

  private instead(because: string, question: Question, asked: Asked): Promise<Hits> {
    answered.inc({ engine: this.own.name, because });
    return this.own.find(question, asked);
  }
}
