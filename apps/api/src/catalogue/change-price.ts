import type { BodyOf, changePrice } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockMine } from './lock-offer.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import { setPrice } from './set-price.ts';

/** Asks another price from now on: the next answer, basket and order know it. The price it has changes nothing. */
@Injectable()
export class ChangePrice {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem catalogue.price-jump, unless it is confirmed */
  async run(actor: Actor, id: string, { price, confirm }: BodyOf<typeof changePrice>): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      const offer = await lockMine(tx, actor, id);
      const now = this.clock.now();
      if (!(await setPrice(tx, actor, offer, { price, confirm, now }))) return;
      const { producer, commune } = offer;
      await record(tx, actor, 'listing.changed', id, { producer, commune, changed: ['price'], price });
    });
    return this.mine.get(actor, id);
  }
}
