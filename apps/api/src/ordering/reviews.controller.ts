import {
  decideReview,
  type InputOf,
  listMyReviews,
  listBuyerReviews,
  replyToReview,
  type BuyerReview,
  writeReview,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { type ReviewPage, ReviewQueries } from './review.queries.ts';
import { WriteReview } from './write-review.ts';

@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewQueries,
    private readonly acts: WriteReview,
  ) {}

  @Serves(writeReview)
  writeReview(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof writeReview>): Promise<BuyerReview> {
    return this.acts.write(actor, params, body);
  }

  @Serves(listMyReviews)
  listMyReviews(@Me() actor: Actor, @Input() { query }: InputOf<typeof listMyReviews>): Promise<ReviewPage> {
    return this.reviews.mine(actor, query.page);
  }

  @Serves(replyToReview)
  replyToReview(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof replyToReview>): Promise<BuyerReview> {
    return this.acts.reply(actor, params.id, body);
  }

  @Serves(listBuyerReviews)
  listBuyerReviews(@Me() actor: Actor, @Input() { query }: InputOf<typeof listBuyerReviews>): Promise<ReviewPage> {
    return this.reviews.inArea(actor, query);
  }

  @Serves(decideReview)
  decideReview(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof decideReview>): Promise<BuyerReview> {
    return this.acts.decide(actor, params.id, body);
  }
}
