import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import {
  payoutChanged,
  producerActivated,
  producerClosed,
  suspensionAnnounced,
  suspensionDropped,
} from './applicant.rules.ts';
import {
  applicationReturned,
  producerApproved,
  producerReinstated,
  producerSuspended,
  type Words,
} from './message.rules.ts';
import { type Draft, writeMessages } from './write-messages.ts';

type Heard =
  | 'application.returned'
  | 'producer.approved'
  | 'producer.activated'
  | 'suspension.announced'
  | 'suspension.dropped'
  | 'producer.suspended'
  | 'producer.reinstated'
  | 'producer.closed'
  | 'payout.changed';

/** Tells whoever applied what an officer decided, and everybody of a stall that its money goes elsewhere from now on. */
@Injectable()
export class TellApplicant implements Listener<Heard> {
  constructor(
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const drafts: Draft[] = [];
    for (const event of events) {
      const words = wordsOf(event);
      for (const person of await this.readersOf(event)) drafts.push({ ...words, event, to: { person } });
    }
    await writeMessages(tx, drafts, this.clock.now());
  }

  private async readersOf({ type, subject, data }: EventOf<Heard>): Promise<string[]> {
    const applicant = type === 'payout.changed' ? null : data.applicant;
    if (applicant !== null) return [applicant];
    return (await this.identity.ownersOf(subject)).map(({ person }) => person);
  }
}

const wordsOf = (event: EventOf<Heard>): Words => {
  switch (event.type) {
    case 'application.returned':
      return applicationReturned(event.data);
    case 'producer.approved':
      return producerApproved(event.data);
    case 'producer.activated':
      return producerActivated;
    case 'suspension.announced':
      return suspensionAnnounced(event.data);
    case 'suspension.dropped':
      return suspensionDropped(event.data);
    case 'producer.suspended':
      return producerSuspended(event.data);
    case 'producer.reinstated':
      return producerReinstated;
    case 'producer.closed':
      return producerClosed(event.data);
    case 'payout.changed':
      return payoutChanged(event.data, event.at);
  }
};
