import {
  approveApplication,
  closeProducer,
  getReview,
  type InputOf,
  listReviews,
  reinstateProducer,
  type ResultOf,
  returnApplication,
  suspendProducer,
  takeReview,
  verifyRequirement,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ApproveApplication } from './approve-application.ts';
import { CloseStall } from './close-stall.ts';
import { ReinstateProducer } from './reinstate-producer.ts';
import { ReturnApplication } from './return-application.ts';
import { type Review, ReviewQueries } from './review.queries.ts';
import { SuspendProducer } from './suspend-producer.ts';
import { TakeReview } from './take-review.ts';
import { VerifyRequirement } from './verify-requirement.ts';

/** What officers decide about the applications of their area. */
@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewQueries,
    private readonly take: TakeReview,
    private readonly approve: ApproveApplication,
    private readonly handBack: ReturnApplication,
    private readonly verify: VerifyRequirement,
    private readonly suspend: SuspendProducer,
    private readonly reinstate: ReinstateProducer,
    private readonly close: CloseStall,
  ) {}

  @Serves(listReviews)
  listReviews(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listReviews>,
  ): Promise<ResultOf<typeof listReviews>> {
    return this.reviews.list(actor, query);
  }

  @Serves(getReview)
  getReview(@Me() actor: Actor, @Input() { params }: InputOf<typeof getReview>): Promise<Review> {
    return this.reviews.one(actor, params.id, 'application.read');
  }

  @Serves(takeReview)
  takeReview(@Me() actor: Actor, @Input() { params }: InputOf<typeof takeReview>): Promise<Review> {
    return this.take.run(actor, params.id);
  }

  @Serves(approveApplication)
  approveApplication(@Me() actor: Actor, @Input() { params }: InputOf<typeof approveApplication>): Promise<Review> {
    return this.approve.run(actor, params.id);
  }

  @Serves(returnApplication)
  returnApplication(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof returnApplication>): Promise<Review> {
    return this.handBack.run(actor, params.id, body.remarks);
  }

  @Serves(verifyRequirement)
  verifyRequirement(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof verifyRequirement>): Promise<Review> {
    return this.verify.run(actor, params, body);
  }

  @Serves(suspendProducer)
  suspendProducer(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof suspendProducer>): Promise<Review> {
    return this.suspend.run(actor, params.id, body);
  }

  @Serves(reinstateProducer)
  reinstateProducer(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof reinstateProducer>): Promise<Review> {
    return this.reinstate.run(actor, params.id, body.reason);
  }

  @Serves(closeProducer)
  closeProducer(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof closeProducer>): Promise<Review> {
    return this.close.officially(actor, params.id, body.reason);
  }
}
