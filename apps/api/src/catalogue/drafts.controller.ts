import {
  deleteListingDraft,
  type done,
  getListingDraft,
  type InputOf,
  keepListingDraft,
  listListingDrafts,
  restoreListingDraft,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { DeleteDraft } from './delete-draft.ts';
import { DraftQueries, type DraftView } from './draft.queries.ts';
import { KeepDraft } from './keep-draft.ts';

@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly keep: KeepDraft,
    private readonly remove: DeleteDraft,
  ) {}

  @Serves(keepListingDraft)
  keepListingDraft(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof keepListingDraft>,
  ): Promise<DraftView> {
    return this.keep.run(actor, params.id, body);
  }

  @Serves(listListingDrafts)
  listListingDrafts(@Me() actor: Actor): Promise<{ items: DraftView[] }> {
    return this.drafts.list(actor);
  }

  @Serves(getListingDraft)
  getListingDraft(@Me() actor: Actor, @Input() { params }: InputOf<typeof getListingDraft>): Promise<DraftView> {
    return this.drafts.get(actor, params.id);
  }

  @Serves(deleteListingDraft)
  deleteListingDraft(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof deleteListingDraft>,
  ): Promise<typeof done> {
    return this.remove.run(actor, params.id);
  }

  @Serves(restoreListingDraft)
  restoreListingDraft(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof restoreListingDraft>,
  ): Promise<DraftView> {
    return this.remove.restore(actor, params.id);
  }
}
