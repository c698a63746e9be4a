import {
  areaOf,
  type BodyOf,
  type decideReview,
  Problem,
  producersOf,
  type replyToReview,
  type BuyerReview,
  type writeReview,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { lockBuyersOrder } from './lock-order.ts';
import { notFound, parcelsOf } from './order.queries.ts';
import { lockedReview, reviewInArea, reviewView } from './review.queries.ts';

/** What a buyer says of what she got, what its producer answers, and whether it is shown. */
@Injectable()
export class WriteReview {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of something that was handed over, and once; words wait for somebody to look at them. */
  write(
    actor: Actor,
    { code, id }: { code: string; id: string },
    { key, offer, stars, words }: BodyOf<typeof writeReview>,
  ): Promise<BuyerReview> {
    return inTx(this.db, async (tx) => {
      const order = await lockBuyersOrder(tx, code, key);
      const parcel = (await parcelsOf(tx, order.id)).find(({ lines }) => lines.some((line) => line.offer === offer));
      if (!parcel) throw notFound();
      if (parcel.state !== 'delivered') throw new Problem('ordering.not-delivered');
      if (parcel.buyerProducers.includes(parcel.producer)) throw new Problem('ordering.own-review');
      const state = words ? 'waiting' : 'shown';
      const author =
        parcel.buyerName
          .replace(/\s*\(.*\)\s*$/, '')
          .split(/\s+/)
          .at(-1) ?? '';
      const asked = [id, order.id, offer, stars, words || null, author, this.clock.now(), state];
      const made = await rows(tx, insert, asked);
      const review = await lockedReview(tx, 'r.order_id = $1 and r.offer = $2', [order.id, offer]);
      if (made.length === 0 && (review.id !== id || review.stars !== stars)) throw new Problem('ordering.reviewed');
      if (made.length > 0) await record(tx, actor, 'review.written', offer, facts(review));
      return reviewView(review);
    });
  }

  reply(actor: Actor, id: string, { words }: BodyOf<typeof replyToReview>): Promise<BuyerReview> {
    return inTx(this.db, async (tx) => {
      const mine = `r.id = $1 and p.producer = any($2::uuid[]) and r.state <> 'hidden'`;
      const review = await lockedReview(tx, mine, [id, producersOf(actor, 'parcel.handle')]);
      if (review.reply !== null && review.reply !== words) throw new Problem('ordering.reviewed');
      if (review.reply === null) {
        const asked = [id, words, actor.id, this.clock.now()];
        await rows(tx, 'update ordering.review set reply = $2, replied_by = $3, replied_at = $4 where id = $1', asked);
        await record(tx, actor, 'review.replied', review.offer, facts(review));
      }
      return this.now(tx, id);
    });
  }

  /** Also of one that is shown: what should not have been is hidden later. */
  decide(actor: Actor, id: string, decision: BodyOf<typeof decideReview>): Promise<BuyerReview> {
    return inTx(this.db, async (tx) => {
      const { communes, provinces } = areaOf(actor, 'listing.review');
      const review = await lockedReview(tx, `r.id = $3 and ${reviewInArea}`, [communes, provinces, id]);
      const state = decision.show ? 'shown' : 'hidden';
      const reason = decision.show ? null : decision.reason;
      if (review.state !== state) {
        await rows(
          tx,
          'update ordering.review set state = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1',
          [id, state, reason, actor.id, this.clock.now()],
        );
        await record(tx, actor, 'review.decided', review.offer, { ...facts(review), shown: decision.show, reason });
      }
      return this.now(tx, id);
    });
  }

  private async now(tx: Tx, id: string): Promise<BuyerReview> {
    return reviewView(await lockedReview(tx, 'r.id = $1', [id]));
  }
}

const facts = ({ id, order, producerId, commune, stars }: Awaited<ReturnType<typeof lockedReview>>) => ({
  review: id,
  order,
  producer: producerId,
  commune,
  stars,
});

const insert = `insert into ordering.review (id, order_id, offer, stars, words, author, at, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`;
