import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { setStanding } from './set-standing.ts';

/** Hears that a producer was suspended: none of its listings is seen or sold any more. */
@Injectable()
export class HideProducer implements Listener<'producer.suspended'> {
  async handle(events: EventOf<'producer.suspended'>[], tx: Tx): Promise<void> {
    for (const event of events) await setStanding(tx, event, 'suspended');
  }
}
