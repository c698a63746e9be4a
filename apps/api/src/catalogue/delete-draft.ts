import { done, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { DraftQueries, type DraftView } from './draft.queries.ts';

/** Throws a draft away, and takes that back. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly db: DataSource,
    private readonly drafts: DraftQueries,
    private readonly clock: Clock,
  ) {}

  /** Twice is once. */
  async run(actor: Actor, id: string): Promise<typeof done> {
    return inTx(this.db, async (tx) => {
      const [known] = await rows(
        tx,
        `update catalogue.draft set ended = coalesce(ended, 'deleted'), ended_at = coalesce(ended_at, $3)
         where id = $1 and owner = $2 returning id`,
        [id, actor.id, this.clock.now()],
      );
      if (!known) throw new Problem('catalogue.not-found');
      return done;
    });
  }

  /** @throws Problem catalogue.draft-ended for what was handed in; catalogue.not-found once its answers are gone */
  async restore(actor: Actor, id: string): Promise<DraftView> {
    return inTx(this.db, async (tx) => {
      const [restored] = await rows<{ ended: string | null }>(
        tx,
        `update catalogue.draft set ended = nullif(ended, 'deleted'), ended_at = case when ended = 'handed-in' then ended_at end
         where id = $1 and owner = $2 returning ended`,
        [id, actor.id],
      );
      if (restored?.ended) throw new Problem('catalogue.draft-ended', { ended: restored.ended });
      return this.drafts.get(actor, id, tx);
    });
  }
}
