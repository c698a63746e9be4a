import { type BodyOf, type ListingReview, type Remark, type returnListing, returnReasons } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { cancelReview } from './hand-in.ts';
import { decision } from './listing-state.rules.ts';
import { isOpen, lastReview, lockInArea, type LockedOffer } from './lock-offer.ts';
import { refuseOwn } from './not-own.ts';
import { noteStep } from './note-step.ts';
import { ListingReviews } from './review.queries.ts';

/**
 * Hands a listing, or an edit of it, back with what to mend. Of something on sale without an edit that waits it takes away that
 * it may be shown: nobody sees it until it is mended and looked at again; orders already placed go on. The same remarks twice are one
 * return.
 */
@Injectable()
export class ReturnListing {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly reviews: ListingReviews,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem catalogue.own-listing, catalogue.already-decided, catalogue.edited-meanwhile, catalogue.illegal-step */
  async run(
    actor: Actor,
    id: string,
    { version, remarks: given }: BodyOf<typeof returnListing>,
  ): Promise<z.input<typeof ListingReview>> {
    const remarks = given.map(
      ({ reason, field, words }): Remark => ({
        reason,
        field: field ?? returnReasons[reason].field,
        words: words ?? null,
      }),
    );
    await inTx(this.db, async (tx) => {
      const offer = await lockInArea(tx, actor, id);
      await refuseOwn(tx, actor, offer.producer, this.identity);
      const last = await lastReview(tx, id);
      if (decision(offer, last, { what: 'return', by: actor.id, seen: version, remarks }) === 'again') return;
      const of = last?.state === 'in_review' ? last.kind : 'listing';
      // An edit that was handed back before goes with the listing.
      if (of === 'listing' && isOpen(last) && last.kind === 'edit') await cancelReview(tx, id, this.clock.now());
      await this.handBack(tx, actor, { offer, of, remarks });
    });
    return this.reviews.one(actor, id, 'listing.return');
  }

  private async handBack(
    tx: Tx,
    actor: Actor,
    { offer, of, remarks }: { offer: LockedOffer; of: 'listing' | 'edit'; remarks: readonly Remark[] },
  ): Promise<void> {
    const { id, producer, commune, province, name, price, state } = offer;
    const now = this.clock.now();
    await rows(
      tx,
      `insert into catalogue.listing_review (offer, producer, commune, province, kind, state, since, remarks, decided_by,
         decided_at)
       values ($1, $2, $3, $4, 'listing', 'returned', $5, $6, $7, $5)
       on conflict (offer) where state in ('in_review', 'returned') do update set state = 'returned',
         since = excluded.since, remarks = excluded.remarks, decided_by = excluded.decided_by,
         decided_at = excluded.decided_at`,
      [id, producer, commune, province, now, JSON.stringify(remarks), actor.id],
    );
    await rows(
      tx,
      of === 'listing'
        ? `update catalogue.offer set state = 'returned', approved_at = null, visible = false, version = version + 1
           where id = $1`
        : 'update catalogue.offer set version = version + 1 where id = $1',
      [id],
    );
    const what = of === 'listing' ? 'returned' : 'edit-returned';
    await noteStep(tx, actor, { offer: id, producer, what, at: now, remarks });
    await record(tx, actor, 'listing.returned', id, { producer, commune, name, of, remarks: [...remarks] });
    if (state === 'published' && of === 'listing') {
      await record(tx, actor, 'listing.changed', id, { producer, commune, price, changed: ['visibility'] });
    }
  }
}
