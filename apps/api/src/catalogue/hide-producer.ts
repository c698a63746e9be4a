import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { setStanding } from './set-standing.ts';

type Heard = 'producer.suspended' | 'producer.closed';

/** Hears that a producer was suspended or closed: none of its listings is seen or sold any more. */
@Injectable()
export class HideProducer implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    for (const event of events) await setStanding(tx, event, 'suspended');
  }
}
