import { ownProducers } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.ts';
import { Catalogue } from '../catalogue/index.ts';
import { Identity, PersonData } from '../identity/index.ts';
import { Notifications } from '../notifications/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import { Ordering } from '../ordering/index.ts';
import { Papers } from '../papers/index.ts';
import type { Actor } from '../platform/actor.ts';
import { Clock } from '../platform/time.ts';
import { Support } from '../support/index.ts';
import { Training } from '../training/index.ts';
import { DataSource } from 'typeorm';

/** Everything the house holds about somebody and her households, gathered from every room. */
@Injectable()
export class MyDataPages {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly person: PersonData,
    private readonly onboarding: Onboarding,
    private readonly papers: Papers,
    private readonly catalogue: Catalogue,
    private readonly ordering: Ordering,
    private readonly notifications: Notifications,
    private readonly training: Training,
    private readonly support: Support,
    private readonly audit: Audit,
  ) {}

  /** As one JSON document; numbers that are kept sealed stay masked in it. */
  async whole(actor: Actor): Promise<{ name: string; document: Record<string, unknown> }> {
    const person = actor.id as string;
    const producers = ownProducers(actor);
    const now = this.clock.now();
    const contact = await this.identity.contact(this.db, person);
    const [
      account,
      applications,
      papers,
      listings,
      drafts,
      contributions,
      sold,
      bought,
      messages,
      training,
      requests,
      dataRequests,
      looks,
    ] = await Promise.all([
      this.person.of(person),
      Promise.all(producers.map((producer) => this.onboarding.applicationOf(actor, producer))),
      this.papers.ofAll(this.db, producers),
      Promise.all(producers.map((producer) => this.catalogue.listingsOf(producer))),
      this.catalogue.draftsOf(actor),
      Promise.all(producers.map((producer) => this.catalogue.contributionsOf(actor, producer))),
      this.ordering.soldBy(producers),
      contact?.phone ? this.ordering.boughtWith(contact.phone) : [],
      this.notifications.told(actor),
      this.training.of(producers),
      this.support.askedBy(person),
      this.support.dataRequestsOf(person),
      this.audit.looksAt([person, ...producers], 1),
    ]);
    return {
      name: `du-lieu-cua-toi-${vietnamDay(now)}.json`,
      document: {
        gatheredAt: now.toISOString(),
        note: 'Số căn cước và số tài khoản được giữ ở dạng mã hóa; ở đây chỉ hiện các số cuối.',
        ...account,
        applications,
        papers: [...papers.values()].flat(),
        listings: listings.flat(),
        listingDrafts: drafts,
        contributions: contributions.flatMap(({ items }) => items),
        sold,
        bought,
        messages,
        training,
        requests,
        dataRequests,
        looks: looks.items,
      },
    };
  }

  looks(actor: Actor, page: number) {
    return this.audit.looksAt([actor.id as string, ...ownProducers(actor)], page);
  }
}
