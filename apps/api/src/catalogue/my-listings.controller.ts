import {
  changePrice,
  getMyListing,
  type InputOf,
  listMyListings,
  listPrices,
  publishListing,
  type ResultOf,
  relistListing,
  withdrawListing,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ChangePrice } from './change-price.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';
import { PublishListing } from './publish-listing.ts';
import { RelistListing } from './relist-listing.ts';
import { WithdrawListing } from './withdraw-listing.ts';

@Controller()
export class MyListingsController {
  constructor(
    private readonly mine: MyListingQueries,
    private readonly publish: PublishListing,
    private readonly price: ChangePrice,
    private readonly withdraw: WithdrawListing,
    private readonly relist: RelistListing,
  ) {}

  @Serves(publishListing)
  publishListing(@Me() actor: Actor, @Input() { body }: InputOf<typeof publishListing>): Promise<MyListingView> {
    return this.publish.run(actor, body);
  }

  @Serves(listMyListings)
  listMyListings(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listMyListings>,
  ): Promise<ResultOf<typeof listMyListings>> {
    return this.mine.list(actor, query);
  }

  @Serves(getMyListing)
  getMyListing(@Me() actor: Actor, @Input() { params }: InputOf<typeof getMyListing>): Promise<MyListingView> {
    return this.mine.get(actor, params.id);
  }

  @Serves(listPrices)
  listPrices(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof listPrices>,
  ): Promise<ResultOf<typeof listPrices>> {
    return this.mine.prices(actor, params.id);
  }

  @Serves(changePrice)
  changePrice(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof changePrice>): Promise<MyListingView> {
    return this.price.run(actor, params.id, body);
  }

  @Serves(withdrawListing)
  withdrawListing(@Me() actor: Actor, @Input() { params }: InputOf<typeof withdrawListing>): Promise<MyListingView> {
    return this.withdraw.run(actor, params.id);
  }

  @Serves(relistListing)
  relistListing(@Me() actor: Actor, @Input() { params }: InputOf<typeof relistListing>): Promise<MyListingView> {
    return this.relist.run(actor, params.id);
  }
}
