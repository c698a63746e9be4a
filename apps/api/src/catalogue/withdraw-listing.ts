import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { cancelReview } from './hand-in.ts';
import { step } from './listing-state.rules.ts';
import { lockMine } from './lock-offer.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import { noteStep } from './note-step.ts';

/** Takes a listing off sale, or back before it is shown; orders already placed go on. Twice is once. */
@Injectable()
export class WithdrawListing {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      const { state, producer, commune, name } = await lockMine(tx, actor, id);
      if (state === 'withdrawn') return;
      step(state, 'withdrawn');
      const now = this.clock.now();
      await rows(tx, `update catalogue.offer set state = 'withdrawn', visible = false where id = $1`, [id]);
      await noteStep(tx, actor, { offer: id, producer, what: 'withdrawn', at: now });
      if (state === 'published') await record(tx, actor, 'listing.withdrawn', id, { producer, commune });
      else {
        await cancelReview(tx, id, now);
        await record(tx, actor, 'listing.taken-back', id, { producer, commune, name });
      }
    });
    return this.mine.get(actor, id);
  }
}
