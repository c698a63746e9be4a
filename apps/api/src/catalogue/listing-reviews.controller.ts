import {
  approveListing,
  approveListings,
  getListingReview,
  type InputOf,
  listListingReviews,
  type ResultOf,
  returnListing,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ApproveListing } from './approve-listing.ts';
import { ApproveListings } from './approve-listings.ts';
import { ReturnListing } from './return-listing.ts';
import { ListingReviews } from './review.queries.ts';

@Controller()
export class ListingReviewsController {
  constructor(
    private readonly reviews: ListingReviews,
    private readonly approve: ApproveListing,
    private readonly giveBack: ReturnListing,
    private readonly approveAll: ApproveListings,
  ) {}

  @Serves(listListingReviews)
  listListingReviews(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listListingReviews>,
  ): Promise<ResultOf<typeof listListingReviews>> {
    return this.reviews.list(actor, query);
  }

  @Serves(getListingReview)
  getListingReview(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof getListingReview>,
  ): Promise<ResultOf<typeof getListingReview>> {
    return this.reviews.one(actor, params.id, 'listing.review');
  }

  @Serves(approveListing)
  approveListing(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof approveListing>,
  ): Promise<ResultOf<typeof approveListing>> {
    return this.approve.run(actor, params.id, body);
  }

  @Serves(returnListing)
  returnListing(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof returnListing>,
  ): Promise<ResultOf<typeof returnListing>> {
    return this.giveBack.run(actor, params.id, body);
  }

  @Serves(approveListings)
  approveListings(
    @Me() actor: Actor,
    @Input() { body }: InputOf<typeof approveListings>,
  ): Promise<ResultOf<typeof approveListings>> {
    return this.approveAll.run(actor, body);
  }
}
