import { producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import { holdSight, wouldBeSeen } from './sight.ts';

/** Puts a withdrawn listing back on sale; it is seen while its producer is approved and nothing lapsed covers it. */
@Injectable()
export class RelistListing {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
  ) {}

  async run(actor: Actor, id: string): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      const [offer] = await rows<{ producer: string; category: string }>(
        tx,
        'select producer, category from catalogue.offer where id = $1 and producer = any($2::uuid[])',
        [id, producersOf(actor, 'listing.publish')],
      );
      if (!offer) return;
      // Held: a suspension heard meanwhile comes after us and finds the listing published.
      await holdSight(tx, offer.producer, 'beside');
      const [relisted] = await rows<{ producer: string; commune: string; price: number }>(
        tx,
        `update catalogue.offer set state = 'published', visible = $2 and window_state <> 'ended'
         where id = $1 and state = 'withdrawn'
         returning producer, commune, price`,
        [id, await wouldBeSeen(tx, offer.producer, offer.category)],
      );
      if (relisted) await record(tx, actor, 'listing.changed', id, { ...relisted, changed: ['visibility'] });
    });
    return this.mine.get(actor, id);
  }
}
