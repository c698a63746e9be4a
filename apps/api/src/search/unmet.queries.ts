import type { listUnmet, QueryOf, ResultOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { leastShown, weekOf } from './unmet.rules.ts';

/** What was searched and not found. */
@Injectable()
export class UnmetQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of a week, of one province or of all together; only what was asked often enough to be nobody's. */
  async list({ week, province }: QueryOf<typeof listUnmet>): Promise<ResultOf<typeof listUnmet>> {
    const monday = weekOf(week ?? vietnamDay(this.clock.now()));
    const [weeks, items] = await Promise.all([
      rows<{ week: string }>(this.db, 'select distinct week from search.unmet order by week desc limit 60'),
      rows<{ words: string; times: number }>(
        this.db,
        `select max(words) as words, sum(times)::integer as times from search.unmet
         where week = $1::date and ($2::text is null or province = $2)
         group by folded having sum(times) >= $3 order by times desc, words limit 200`,
        [monday, province ?? null, leastShown],
      ),
    ]);
    return {
      week: monday,
      weeks: weeks.map((row) => row.week),
      items: items.map((item) => ({ ...item, province: province ?? null })),
    };
  }
}
