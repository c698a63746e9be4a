import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import {
  complaintAbout,
  complaintDecided,
  complaintEscalated,
  complaintReceived,
  complaintWritten,
} from './complaint.rules.ts';
import type { Words } from './message.rules.ts';
import { type Draft, writeMessages } from './write-messages.ts';

type Heard =
  | 'complaint.opened'
  | 'complaint.written'
  | 'complaint.decided'
  | 'complaint.reopened'
  | 'complaint.escalated';

/** Tells both sides of a complaint how far it is. A guest reads it from the order's page, whose key she holds. */
@Injectable()
export class TellComplaint implements Listener<Heard> {
  constructor(
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const owners = await this.identity.ownersOfAll([...new Set(events.map(({ data }) => data.producer))]);
    const drafts = events.flatMap((event): Draft[] => {
      const sellers = owners.get(event.data.producer) ?? [];
      const toProducer = forProducer(event, `/ban-hang/khieu-nai/${event.subject}`);
      return [
        ...toComplainant(event),
        ...(toProducer ? sellers.map(({ person }) => ({ ...toProducer, event, to: { person } })) : []),
      ];
    });
    await writeMessages(tx, drafts, this.clock.now());
  }
}

const toComplainant = (event: EventOf<Heard>): Draft[] => {
  const { person, order, orderCode, number } = event.data;
  const to = person ? { person } : order ? { order } : undefined;
  const words = forComplainant(event, person ? `/khieu-nai/${number}` : `/don-hang/${orderCode}`);
  return to && words ? [{ ...words, event, to }] : [];
};

const forComplainant = (event: EventOf<Heard>, link: string): Words | undefined => {
  switch (event.type) {
    case 'complaint.opened':
      return complaintReceived(link, event.data);
    case 'complaint.written':
      return event.data.from === 'complainant' ? undefined : complaintWritten(link, event.data);
    case 'complaint.decided':
      return complaintDecided(link, event.data, 'complainant');
    case 'complaint.escalated':
      return complaintEscalated(link, event.data);
    case 'complaint.reopened':
      return undefined;
  }
};

const forProducer = (event: EventOf<Heard>, link: string): Words | undefined => {
  switch (event.type) {
    case 'complaint.opened':
    case 'complaint.reopened':
      return complaintAbout(link, event.data, event.type === 'complaint.reopened');
    case 'complaint.written':
      return event.data.from === 'producer' ? undefined : complaintWritten(link, event.data);
    case 'complaint.decided':
      return complaintDecided(link, event.data, 'producer');
    case 'complaint.escalated':
      return undefined;
  }
};
