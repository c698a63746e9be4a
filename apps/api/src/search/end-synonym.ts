import { type BodyOf, type endSynonym, Problem, type SynonymView } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { SynonymQueries } from './synonym.queries.ts';
import { Synonyms } from './synonyms.ts';

/** Words are no longer taken for one another from a day on, today at the earliest; what was ended stays ended. */
@Injectable()
export class EndSynonym {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly queries: SynonymQueries,
    private readonly synonyms: Synonyms,
  ) {}

  async run(actor: Actor, id: string, { validTo }: BodyOf<typeof endSynonym>): Promise<SynonymView> {
    const today = vietnamDay(this.clock.now());
    if (validTo < today) throw new Problem('search.synonym-day-past');
    const view = await inTx(this.db, async (tx) => {
      const ended = await rows(
        tx,
        `update search.synonym set valid_to = greatest($2::date, valid_from)
         where id = $1 and (valid_to is null or valid_to > $3::date) and valid_to is distinct from $2::date returning id`,
        [id, validTo, today],
      );
      if (ended.length > 0) await record(tx, actor, 'synonym.ended', id, { validTo });
      return this.queries.get(id, tx);
    });
    this.synonyms.forget();
    return view;
  }
}
