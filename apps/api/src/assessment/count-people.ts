import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { factsOf } from './fact.rules.ts';
import { countTogether, writeFacts } from './fact.sql.ts';

type Heard =
  | 'training.attended'
  | 'skills.signed'
  | 'verification.decided'
  | 'support.closed'
  | 'complaint.decided'
  | 'complaint.escalated'
  | 'producer.closed';

/** Hears who learned to sell, who was verified, who was helped in time, and who is no seller any more. */
@Injectable()
export class CountPeople implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    await countTogether(tx);
    await writeFacts(tx, events.flatMap(factsOf));
  }
}
