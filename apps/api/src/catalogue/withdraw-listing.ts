import { producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';

/** Takes a listing off sale; orders already placed go on. */
@Injectable()
export class WithdrawListing {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
  ) {}

  async run(actor: Actor, id: string): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      const [withdrawn] = await rows<{ producer: string; commune: string }>(
        tx,
        `update catalogue.offer set state = 'withdrawn', visible = false
         where id = $1 and producer = any($2::uuid[]) and state = 'published' returning producer, commune`,
        [id, producersOf(actor, 'listing.publish')],
      );
      if (withdrawn) await record(tx, actor, 'listing.withdrawn', id, withdrawn);
    });
    return this.mine.get(actor, id);
  }
}
