import { type EditListing as Input, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { applySaid, takePictures } from './apply-edit.ts';
import {
  changesOf,
  fieldsOf,
  madeOf,
  type Patch,
  planOf,
  saidAfter,
  type Said,
  type Staged,
  valuesOf,
} from './edit.rules.ts';
import { cancelReview, handIn } from './hand-in.ts';
import { ListingFacts } from './listing-facts.ts';
import { step } from './listing-state.rules.ts';
import { isOpen, lastReview, lockMine, type LockedOffer } from './lock-offer.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import { noteStep } from './note-step.ts';
import { saidNow } from './said.queries.ts';
import { setPrice } from './set-price.ts';
import { stageEdit } from './stage-edit.ts';

interface Edit {
  offer: LockedOffer;
  said: Said;
  patch: Patch;
  now: Date;
}

interface Outcome {
  /** Something the listing says is other than before. */
  changed: boolean;
  /** Whoever looks at it must look again. */
  touched: boolean;
}

/**
 * Says of a listing something else. What nobody has been shown yet changes at once, and one that was returned is handed in
 * again; of what buyers read, low-risk changes show at once and the rest once an official has looked.
 */
@Injectable()
export class EditListing {
  constructor(
    private readonly db: DataSource,
    private readonly facts: ListingFacts,
    private readonly mine: MyListingQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem catalogue.edited-meanwhile, catalogue.price-jump, catalogue.unit-fixed, platform.invalid-input */
  async run(actor: Actor, id: string, input: Input): Promise<MyListingView> {
    const { version, confirm, price, ...patch } = input;
    await inTx(this.db, async (tx) => {
      const offer = await lockMine(tx, actor, id);
      const now = this.clock.now();
      const said = await saidNow(tx, id, now);
      if (version !== offer.version) throw new Problem('catalogue.edited-meanwhile', { version: offer.version });
      const repriced = price !== undefined && (await setPrice(tx, actor, offer, { price, confirm, now }));
      const edit = { offer, said: { ...said, price: price ?? said.price }, patch, now };
      const { changed, touched } =
        offer.approvedAt === null ? await this.unseen(tx, actor, edit) : await this.seen(tx, actor, edit);
      if (touched) await rows(tx, 'update catalogue.offer set version = version + 1 where id = $1', [id]);
      const { producer, commune } = offer;
      if (!changed && !repriced) return;
      await record(tx, actor, 'listing.changed', id, {
        producer,
        commune,
        changed: [...(changed ? (['facts'] as const) : []), ...(repriced ? (['price'] as const) : [])],
        price: price ?? offer.price,
      });
    });
    return this.mine.get(actor, id);
  }

  /** Nobody was shown it: all of it changes, and what was returned is handed in again. */
  private async unseen(tx: Tx, actor: Actor, { offer, said, patch, now }: Edit): Promise<Outcome> {
    const changes = changesOf(said, patch);
    if (patch.pictures) await takePictures(tx, actor, { ids: patch.pictures, known: said.pictures });
    const { id, producer } = offer;
    if (changes.length > 0) {
      await applySaid(tx, this.facts, { said: saidAfter(said, patch), fields: fieldsOf(changes), offer, now });
      await noteStep(tx, actor, { offer: id, producer, what: 'edited', at: now, changes });
    }
    if (offer.state === 'returned') {
      step(offer.state, 'in_review');
      await rows(tx, `update catalogue.offer set state = 'in_review' where id = $1`, [id]);
      await handIn(tx, actor, { ...offer, name: patch.name ?? offer.name }, now);
    }
    const changed = changes.length > 0;
    return { changed, touched: changed || offer.state === 'returned' };
  }

  /** Buyers were shown it: what they rely on waits. */
  private async seen(tx: Tx, actor: Actor, { offer, said, patch, now }: Edit): Promise<Outcome> {
    // What is on hand, and what was ordered, counts in it.
    if (patch.unit !== undefined && patch.unit !== said.unit) throw new Problem('catalogue.unit-fixed');
    const last = await lastReview(tx, offer.id);
    const open = isOpen(last) ? last : undefined;
    const waiting = (open?.edit ?? null) as Staged | null;
    const { atOnce, staged, restaged } = planOf(said, waiting, patch);
    if (patch.pictures) {
      await takePictures(tx, actor, { ids: patch.pictures, known: [...said.pictures, ...(waiting?.pictures ?? [])] });
    }
    const { id, producer } = offer;
    if (atOnce.length > 0) {
      const after = saidAfter(said, valuesOf(atOnce));
      await applySaid(tx, this.facts, { said: after, fields: fieldsOf(atOnce), offer, now });
      await noteStep(tx, actor, { offer: id, producer, what: 'edited', at: now, changes: atOnce });
    }
    // What waits must be able to be shown as it is.
    const shown = saidAfter(said, { ...valuesOf(atOnce), ...valuesOf(staged) });
    if (madeOf(fieldsOf(staged))) await this.facts.check(tx, { ...shown, dates: [] }, now);
    const ends = staged.length === 0 && open !== undefined;
    const waits = staged.length > 0 && (restaged || open?.state === 'returned');
    if (ends) {
      await cancelReview(tx, id, now);
      await noteStep(tx, actor, { offer: id, producer, what: 'edit-cancelled', at: now });
    }
    if (waits) await stageEdit(tx, actor, { offer, changes: staged, now });
    const changed = atOnce.length > 0;
    return { changed, touched: changed || ends || waits };
  }
}
