import { areaOf, type listQueues, mayDo, type QueueId, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Caseload } from '../caseload/index.ts';
import { Catalogue } from '../catalogue/index.ts';
import { Complaints } from '../complaints/index.ts';
import { Notifications } from '../notifications/index.ts';
import { Onboarding } from '../onboarding/index.ts';
import { Papers } from '../papers/index.ts';
import { Payments } from '../payments/index.ts';
import type { Actor } from '../platform/actor.ts';
import { Clock } from '../platform/time.ts';
import type { Waiting } from '../platform/waiting.ts';
import { Support } from '../support/index.ts';

const day = 86_400_000;
type Queues = readonly (readonly [QueueId, Waiting])[];

/** All that waits for an official, asked of every room at once; each counts with one statement of its own. */
@Injectable()
export class QueuePages {
  constructor(
    private readonly onboarding: Onboarding,
    private readonly papers: Papers,
    private readonly catalogue: Catalogue,
    private readonly support: Support,
    private readonly complaints: Complaints,
    private readonly caseload: Caseload,
    private readonly notifications: Notifications,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async queues(actor: Actor): Promise<ResultOf<typeof listQueues>> {
    const now = this.clock.now().getTime();
    const found = await Promise.all([
      mayDo(actor, 'application.decide') ? this.applications(actor) : [],
      mayDo(actor, 'paper.check') ? this.checking(actor) : [],
      mayDo(actor, 'listing.review') ? this.listings(actor) : [],
      mayDo(actor, 'certificate.review') ? this.certificates(actor) : [],
      this.requests(actor),
      mayDo(actor, 'complaint.handle') ? this.complained(actor) : [],
      mayDo(actor, 'caseload.read') ? this.visits(actor) : [],
      this.messages(actor),
      mayDo(actor, 'payment.handle') ? this.money(actor) : [],
    ]);
    return {
      items: found.flat().map(([id, { total, late, oldest }]) => ({
        id,
        total,
        late,
        oldestDays: oldest && Math.max(0, Math.floor((now - oldest.getTime()) / day)),
      })),
    };
  }

  private async applications(actor: Actor): Promise<Queues> {
    const { submitted, mine, returned, wishes } = await this.onboarding.waiting(actor);
    return [
      ['applications-submitted', submitted],
      ['applications-mine', mine],
      ['applications-returned', returned],
      ['applications-wishes', wishes],
    ];
  }

  private async checking(actor: Actor): Promise<Queues> {
    const { waiting, expiring, expired } = await this.papers.waiting(actor);
    return [
      ['papers-waiting', waiting],
      ['papers-expiring', expiring],
      ['papers-expired', expired],
    ];
  }

  private async listings(actor: Actor): Promise<Queues> {
    return [['listings-waiting', await this.catalogue.waiting(actor)]];
  }

  private async certificates(actor: Actor): Promise<Queues> {
    const { claimed, expiring } = await this.catalogue.certificatesWaiting(actor);
    return [
      ['certificates-waiting', claimed],
      ['certificates-expiring', expiring],
    ];
  }

  private async requests(actor: Actor): Promise<Queues> {
    const may = {
      support: mayDo(actor, 'support.handle'),
      authority: mayDo(actor, 'authority.handle'),
      data: mayDo(actor, 'data.handle'),
    };
    if (!may.support && !may.authority && !may.data) return [];
    const { support, authority, data } = await this.support.waiting(actor);
    return [
      ...(may.support ? ([['support-open', support]] as const) : []),
      ...(may.authority ? ([['authority-open', authority]] as const) : []),
      ...(may.data ? ([['data-open', data]] as const) : []),
    ];
  }

  /** What ran past its time stands in a queue of its own for whoever has a province. */
  private async complained(actor: Actor): Promise<Queues> {
    const { open, escalated } = await this.complaints.waiting(actor);
    const forProvince = areaOf(actor, 'complaint.handle').provinces.length > 0;
    return [['complaints-open', open], ...(forProvince ? ([['complaints-escalated', escalated]] as const) : [])];
  }

  private async visits(actor: Actor): Promise<Queues> {
    return [['visits-overdue', await this.caseload.visitsOverdue(actor)]];
  }

  private async messages(actor: Actor): Promise<Queues> {
    return [['messages-failed', await this.notifications.failed(actor)]];
  }

  private async money(actor: Actor): Promise<Queues> {
    return [['payments-open', await this.payments.waiting(actor)]];
  }
}
