import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import {
  applicationReturned,
  producerApproved,
  producerReinstated,
  producerSuspended,
  type Words,
} from './message.rules.ts';
import { writeMessages } from './write-messages.ts';

type Heard = 'application.returned' | 'producer.approved' | 'producer.suspended' | 'producer.reinstated';

/** Tells whoever applied what an officer decided. */
@Injectable()
export class TellApplicant implements Listener<Heard> {
  constructor(private readonly clock: Clock) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const drafts = events.map((event) => ({ ...wordsOf(event), event, to: { person: event.data.applicant } }));
    await writeMessages(tx, drafts, this.clock.now());
  }
}

const wordsOf = (event: EventOf<Heard>): Words => {
  switch (event.type) {
    case 'application.returned':
      return applicationReturned(event.data);
    case 'producer.approved':
      return producerApproved(event.data);
    case 'producer.suspended':
      return producerSuspended(event.data);
    case 'producer.reinstated':
      return producerReinstated;
  }
};
