import { type BodyOf, type approveListings, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { ApproveListing } from './approve-listing.ts';

/** Lets several listings be shown, one after the other, each in a transaction of its own: one that is refused stops no other. */
@Injectable()
export class ApproveListings {
  constructor(private readonly approve: ApproveListing) {}

  async run(actor: Actor, { listings }: BodyOf<typeof approveListings>): Promise<ResultOf<typeof approveListings>> {
    const items: ResultOf<typeof approveListings>['items'] = [];
    for (const { id, version } of listings) {
      try {
        const { listing } = await this.approve.run(actor, id, { version });
        items.push({ id, name: listing.name, outcome: 'approved' });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        items.push({ id, name: null, outcome: error.code });
      }
    }
    return { items };
  }
}
