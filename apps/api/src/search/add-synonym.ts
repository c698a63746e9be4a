import { type addSynonym, type BodyOf, Problem, type SynonymView } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { SynonymQueries } from './synonym.queries.ts';
import { Synonyms } from './synonyms.ts';
import { accentedWords } from './text.rules.ts';

/** Words that search takes for one another from a day on, today at the earliest. The same id again is the same words. */
@Injectable()
export class AddSynonym {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly queries: SynonymQueries,
    private readonly synonyms: Synonyms,
  ) {}

  async run(actor: Actor, id: string, { words, source, validFrom }: BodyOf<typeof addSynonym>): Promise<SynonymView> {
    if (validFrom < vietnamDay(this.clock.now())) throw new Problem('search.synonym-day-past');
    const written = [...new Set(words.map((one) => accentedWords(one).join(' ')))].filter((one) => one !== '');
    if (written.length < 2) throw new Problem('search.synonym-words');
    const view = await inTx(this.db, async (tx) => {
      const added = await rows(
        tx,
        `insert into search.synonym (id, words, source, valid_from) values ($1, $2, $3, $4)
         on conflict (id) do nothing returning id`,
        [id, written, source, validFrom],
      );
      if (added.length > 0) await record(tx, actor, 'synonym.added', id, { words: written, validFrom });
      return this.queries.get(id, tx);
    });
    this.synonyms.forget();
    return view;
  }
}
