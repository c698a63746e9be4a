import { type getRanking, Problem, type ResultOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/** What decides the order of lists, as it is published today. */
@Injectable()
export class RankingQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<ResultOf<typeof getRanking>> {
    const [found] = await rows<ResultOf<typeof getRanking>>(
      this.db,
      `select valid_from as since, legal_ref as "legalRef", sorts, limits from search.ranking
       where valid_from <= $1::date order by valid_from desc limit 1`,
      [vietnamDay(this.clock.now())],
    );
    if (!found) throw new Problem('platform.not-found');
    return found;
  }
}
