import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { certificateDecided, certificateEnding } from './certificate.rules.ts';
import type { Words } from './message.rules.ts';
import { paperExpired, paperExpiring, paperRefused, paperVerified } from './paper.rules.ts';
import { writeMessages } from './write-messages.ts';

type Heard =
  | 'paper.verified'
  | 'paper.refused'
  | 'paper.expiring'
  | 'paper.expired'
  | 'certificate.decided'
  | 'certificate.ending';

/** Tells a household what became of its papers and certificates, and in time that one will end. */
@Injectable()
export class TellPapers implements Listener<Heard> {
  constructor(
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const owners = await this.identity.ownersOfAll([...new Set(events.map(({ data }) => data.producer))]);
    const drafts = events.flatMap((event) => {
      const words = wordsOf(event);
      return (owners.get(event.data.producer) ?? []).map(({ person }) => ({ ...words, event, to: { person } }));
    });
    await writeMessages(tx, drafts, this.clock.now());
  }
}

const wordsOf = (event: EventOf<Heard>): Words => {
  switch (event.type) {
    case 'paper.verified':
      return paperVerified(event.data);
    case 'paper.refused':
      return paperRefused(event.data);
    case 'paper.expiring':
      return paperExpiring(event.data);
    case 'paper.expired':
      return paperExpired(event.data);
    case 'certificate.decided':
      return certificateDecided(event.subject, event.data);
    case 'certificate.ending':
      return certificateEnding(event.subject, event.data);
  }
};
