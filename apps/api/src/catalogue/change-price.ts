import { producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';

/** Asks another price from now on: the next answer, basket and order know it. The price it has changes nothing. */
@Injectable()
export class ChangePrice {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, price: number): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      const [changed] = await rows<{ producer: string; commune: string }>(
        tx,
        `update catalogue.offer set price = $3 where id = $1 and producer = any($2::uuid[]) and price <> $3
         returning producer, commune`,
        [id, producersOf(actor, 'listing.publish'), price],
      );
      if (!changed) return;
      await tx.query('insert into catalogue.price (offer, price, at, by) values ($1, $2, $3, $4)', [
        id,
        price,
        this.clock.now(),
        actor.id,
      ]);
      await record(tx, actor, 'listing.changed', id, { ...changed, changed: ['price'], price });
    });
    return this.mine.get(actor, id);
  }
}
