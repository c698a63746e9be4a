import { type BodyOf, type approveListing, type ListingReview } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { applySaid } from './apply-edit.ts';
import { changesOf, fieldsOf, type Patch, saidAfter } from './edit.rules.ts';
import { ListingFacts } from './listing-facts.ts';
import { decision, step } from './listing-state.rules.ts';
import { lastReview, lockInArea, type LockedOffer } from './lock-offer.ts';
import { refuseOwn } from './not-own.ts';
import { noteStep } from './note-step.ts';
import type { ListingReviewCase } from './review.entity.ts';
import { ListingReviews } from './review.queries.ts';
import { saidNow } from './said.queries.ts';
import { statePublished } from './state-published.ts';
import { wouldBeSeen } from './sight.ts';

/** Lets a listing, or an edit of it, be shown. Approving twice is approving once; of two officials the second is told. */
@Injectable()
export class ApproveListing {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly facts: ListingFacts,
    private readonly reviews: ListingReviews,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem catalogue.own-listing, catalogue.already-decided, catalogue.edited-meanwhile, catalogue.illegal-step */
  async run(
    actor: Actor,
    id: string,
    { version }: BodyOf<typeof approveListing>,
  ): Promise<z.input<typeof ListingReview>> {
    await inTx(this.db, (tx) => this.within(tx, actor, id, version));
    return this.reviews.one(actor, id, 'listing.approve');
  }

  private async within(tx: Tx, actor: Actor, id: string, seen: number): Promise<void> {
    const offer = await lockInArea(tx, actor, id);
    await refuseOwn(tx, actor, offer.producer, this.identity);
    const last = await lastReview(tx, id);
    if (decision(offer, last, { what: 'approve', by: actor.id, seen }) === 'again') return;
    const open = last as ListingReviewCase;
    const now = this.clock.now();
    await rows(
      tx,
      `update catalogue.listing_review set state = 'approved', decided_by = $2, decided_at = $3, remarks = '[]'
       where id = $1`,
      [open.id, actor.id, now],
    );
    if (open.kind === 'edit') await this.edit(tx, actor, { offer, patch: open.edit as Patch, now });
    else await this.show(tx, actor, offer, now);
  }

  private async show(tx: Tx, actor: Actor, offer: LockedOffer, now: Date): Promise<void> {
    const { id, producer, commune, name, price } = offer;
    step(offer.state, 'published');
    const [shown] = await rows(
      tx,
      `select 1 from catalogue.listing_step where offer = $1 and what = 'approved' limit 1`,
      [id],
    );
    await rows(
      tx,
      `update catalogue.offer set state = 'published', approved_at = $2, version = version + 1,
         published_at = case when $4 then published_at else $2 end, visible = $3 and window_state <> 'ended'
       where id = $1`,
      [id, now, await wouldBeSeen(tx, producer, offer.category), shown !== undefined],
    );
    await noteStep(tx, actor, { offer: id, producer, what: 'approved', at: now });
    await record(tx, actor, 'listing.approved', id, { producer, commune, name, of: 'listing', fields: [] });
    if (shown) await record(tx, actor, 'listing.changed', id, { producer, commune, price, changed: ['visibility'] });
    else await statePublished(tx, actor, id);
  }

  private async edit(
    tx: Tx,
    actor: Actor,
    { offer, patch, now }: { offer: LockedOffer; patch: Patch; now: Date },
  ): Promise<void> {
    const { id, producer, commune, price } = offer;
    const said = await saidNow(tx, id, now);
    const changes = changesOf(said, patch);
    const after = saidAfter(said, patch);
    const fields = fieldsOf(changes);
    await applySaid(tx, this.facts, { said: after, fields, offer, now });
    await rows(tx, 'update catalogue.offer set version = version + 1 where id = $1', [id]);
    await noteStep(tx, actor, { offer: id, producer, what: 'edit-approved', at: now, changes });
    await record(tx, actor, 'listing.approved', id, { producer, commune, name: after.name, of: 'edit', fields });
    await record(tx, actor, 'listing.changed', id, { producer, commune, price, changed: ['facts'] });
  }
}
