import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { cancelReview } from './hand-in.ts';
import { isOpen, lastReview, lockMine } from './lock-offer.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import { noteStep } from './note-step.ts';

/** Takes back an edit that buyers were not shown yet. Twice is once. */
@Injectable()
export class CancelEdit {
  constructor(
    private readonly db: DataSource,
    private readonly mine: MyListingQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<MyListingView> {
    await inTx(this.db, async (tx) => {
      const { producer } = await lockMine(tx, actor, id);
      const open = await lastReview(tx, id);
      if (!isOpen(open) || open.kind !== 'edit') return;
      const now = this.clock.now();
      await cancelReview(tx, id, now);
      await rows(tx, 'update catalogue.offer set version = version + 1 where id = $1', [id]);
      await noteStep(tx, actor, { offer: id, producer, what: 'edit-cancelled', at: now });
    });
    return this.mine.get(actor, id);
  }
}
