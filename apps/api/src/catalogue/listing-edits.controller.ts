import { cancelListingEdit, editListing, type InputOf, listListingSteps, type ResultOf } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { CancelEdit } from './cancel-edit.ts';
import { EditListing } from './edit-listing.ts';
import { MyListingQueries, type MyListingView } from './my-listing.queries.ts';

@Controller()
export class ListingEditsController {
  constructor(
    private readonly mine: MyListingQueries,
    private readonly edit: EditListing,
    private readonly cancel: CancelEdit,
  ) {}

  @Serves(editListing)
  editListing(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof editListing>): Promise<MyListingView> {
    return this.edit.run(actor, params.id, body);
  }

  @Serves(cancelListingEdit)
  cancelListingEdit(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof cancelListingEdit>,
  ): Promise<MyListingView> {
    return this.cancel.run(actor, params.id);
  }

  @Serves(listListingSteps)
  listListingSteps(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof listListingSteps>,
  ): Promise<ResultOf<typeof listListingSteps>> {
    return this.mine.steps(actor, params.id);
  }
}
