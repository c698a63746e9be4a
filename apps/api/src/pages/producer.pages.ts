import type { producerHome, ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Notifications } from '../notifications/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import { Ordering } from '../ordering/index.ts';
import type { Actor } from '../platform/actor.ts';

/** What a producer sees first: how far she is, what waits for her, what she has on sale. */
@Injectable()
export class ProducerPages {
  constructor(
    private readonly onboarding: Onboarding,
    private readonly catalogue: Catalogue,
    private readonly ordering: Ordering,
    private readonly notifications: Notifications,
  ) {}

  async home(actor: Actor): Promise<ResultOf<typeof producerHome>> {
    // A delegate sees whom she acts for, whatever part of the work was given to her.
    const mine = [...new Set(actor.grants.flatMap(({ producer }) => producer ?? []))];
    const [applications, producers, listings, counts, unreadMessages] = await Promise.all([
      this.onboarding.mine(actor),
      Promise.all(mine.map((id) => this.catalogue.producer(id))),
      Promise.all(mine.map((id) => this.catalogue.listingsOf(id))),
      this.ordering.countsFor(actor),
      actor.id ? this.notifications.unread(actor.id) : 0,
    ]);
    return {
      applications,
      producers: producers.flatMap((producer) =>
        producer ? [{ id: producer.id, name: producer.name, state: producer.visible ? 'approved' : 'suspended' }] : [],
      ),
      waiting: counts.waiting,
      toDo: counts.toDo,
      published: listings.reduce((sum, ids) => sum + ids.length, 0),
      soldThisMonth: counts.sold,
      unreadMessages,
    };
  }
}
