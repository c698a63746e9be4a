import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { certificateDecided, certificateEnding } from './certificate.rules.ts';
import { writeMessages } from './write-messages.ts';

type Heard = 'certificate.decided' | 'certificate.ending';

/** Tells who holds a certificate what an official found, and in time that it will end. */
@Injectable()
export class TellCertificates implements Listener<Heard> {
  constructor(
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    const owners = await this.identity.ownersOfAll([...new Set(events.map(({ data }) => data.producer))]);
    const drafts = events.flatMap((event) => {
      const words =
        event.type === 'certificate.decided'
          ? certificateDecided(event.subject, event.data)
          : certificateEnding(event.subject, event.data);
      return (owners.get(event.data.producer) ?? []).map(({ person }) => ({ ...words, event, to: { person } }));
    });
    await writeMessages(tx, drafts, this.clock.now());
  }
}
