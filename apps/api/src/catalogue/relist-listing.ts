import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { handIn } from './hand-in.ts';
import { backOnSale, step } from './listing-state.rules.ts';
import { lockMine } from './lock-offer.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import { noteStep } from './note-step.ts';
import { wouldBeSeen } from './sight.ts';

/**
 * Puts a withdrawn listing back on sale; it is seen while its producer is approved and nothing lapsed covers it. One that
 * nobody had looked at yet is handed in again.
 */
@Injectable()
export class RelistListing {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      const offer = await lockMine(tx, actor, id);
      const { producer, commune, price, category } = offer;
      const to = backOnSale(offer.approvedAt);
      if (offer.state !== 'withdrawn') return;
      step(offer.state, to);
      const now = this.clock.now();
      await rows(tx, `update catalogue.offer set state = $2, visible = $3 and window_state <> 'ended' where id = $1`, [
        id,
        to,
        to === 'published' && (await wouldBeSeen(tx, producer, category)),
      ]);
      if (to === 'in_review') return handIn(tx, actor, offer, now);
      await noteStep(tx, actor, { offer: id, producer, what: 'relisted', at: now });
      await record(tx, actor, 'listing.changed', id, { producer, commune, price, changed: ['visibility'] });
    });
    return this.mine.get(actor, id);
  }
}
