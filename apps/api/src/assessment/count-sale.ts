import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { factsOf } from './fact.rules.ts';
import { countAlone, countTogether, writeFacts } from './fact.sql.ts';

type Heard = 'parcel.delivered' | 'parcel.returned';

/** Hears what arrived and what came back: the numbers of the commune move. */
@Injectable()
export class CountSale implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    // A sale and its return, heard at the same moment by two workers, would not see each other.
    await (events.some(({ type }) => type === 'parcel.returned') ? countAlone(tx) : countTogether(tx));
    await writeFacts(tx, events.flatMap(factsOf));
  }
}
