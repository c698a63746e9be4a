import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { factsOf } from './fact.rules.ts';
import { countTogether, writeFacts } from './fact.sql.ts';

type Heard = 'producer.approved' | 'producer.suspended' | 'producer.reinstated';

/** Hears who may sell: a suspended shop is not an active one. */
@Injectable()
export class CountProducer implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    await countTogether(tx);
    await writeFacts(tx, events.flatMap(factsOf));
  }
}
