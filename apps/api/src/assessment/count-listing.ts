import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { factsOf } from './fact.rules.ts';
import { countTogether, writeFacts } from './fact.sql.ts';

type Heard = 'listing.published' | 'listing.withdrawn';

/** Hears what is put on sale: since when a shop is one. */
@Injectable()
export class CountListing implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    await countTogether(tx);
    await writeFacts(tx, events.flatMap(factsOf));
  }
}
