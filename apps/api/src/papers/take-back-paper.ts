import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { DestroyPapers } from './destroy-papers.ts';
import { PaperQueries } from './paper.queries.ts';

/** Takes back a paper nobody has checked yet; its bytes are destroyed. Taking it back again changes nothing. */
@Injectable()
export class TakeBackPaper {
  constructor(
    private readonly db: DataSource,
    private readonly papers: PaperQueries,
    private readonly destroy: DestroyPapers,
  ) {}

  /** @throws Problem papers.not-found, papers.illegal-step once it was checked */
  async run(actor: Actor, producer: string, id: string): Promise<void> {
    const { state } = await this.papers.get(actor, producer, id);
    await inTx(this.db, async (tx) => {
      const taken = await rows(
        tx,
        `update papers.paper set state = 'taken-back', number = null, issuer = null
         where id = $1 and producer = $2 and state = 'waiting' returning id`,
        [id, producer],
      );
      if (taken.length === 0) throw new Problem('papers.illegal-step', { state });
      await this.destroy.of(tx, actor, [id]);
    });
  }
}
