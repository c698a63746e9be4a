import { producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';

/** Puts a withdrawn listing back on sale; it is seen only while its producer is approved. */
@Injectable()
export class RelistListing {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
  ) {}

  async run(actor: Actor, id: string): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      // Locked: a suspension heard meanwhile comes after us and finds the listing published.
      const [standing] = await rows<{ state: string }>(
        tx,
        `select standing.state from catalogue.standing join catalogue.offer on offer.producer = standing.producer
         where offer.id = $1 and offer.producer = any($2::uuid[]) for share of standing`,
        [id, producersOf(actor, 'listing.publish')],
      );
      const [relisted] = await rows<{ producer: string; commune: string; price: number }>(
        tx,
        `update catalogue.offer set state = 'published', visible = $3
         where id = $1 and producer = any($2::uuid[]) and state = 'withdrawn' returning producer, commune, price`,
        [id, producersOf(actor, 'listing.publish'), standing?.state === 'approved'],
      );
      if (relisted) await record(tx, actor, 'listing.changed', id, { ...relisted, changed: ['visibility'] });
    });
    return this.mine.get(actor, id);
  }
}
