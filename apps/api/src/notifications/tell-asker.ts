import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { dataRequestAcknowledged, dataRequestAnswered, supportAnswered, supportClosed } from './asker.rules.ts';
import type { Words } from './message.rules.ts';
import { writeMessages } from './write-messages.ts';

type Heard = 'support.answered' | 'support.closed' | 'data-request.acknowledged' | 'data-request.answered';

/** Tells whoever asked for help, or about her data, how far it is. */
@Injectable()
export class TellAsker implements Listener<Heard> {
  constructor(private readonly clock: Clock) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const drafts = events.flatMap((event) => {
      const person = 'asker' in event.data ? event.data.asker : event.data.person;
      return person ? [{ ...wordsOf(event), event, to: { person } }] : [];
    });
    await writeMessages(tx, drafts, this.clock.now());
  }
}

const wordsOf = (event: EventOf<Heard>): Words => {
  switch (event.type) {
    case 'support.answered':
      return supportAnswered(event.subject, event.data);
    case 'support.closed':
      return supportClosed(event.subject, event.data);
    case 'data-request.acknowledged':
      return dataRequestAcknowledged(event.data);
    case 'data-request.answered':
      return dataRequestAnswered(event.data);
  }
};
