import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** Hears that a person's data goes: forms she had on their way go too. What she handed in is kept as the law asks. */
@Injectable()
export class ForgetWriter implements Listener<'erasure.granted'> {
  async handle(events: EventOf<'erasure.granted'>[], tx: Tx): Promise<void> {
    const people = events.map(({ data }) => data.person);
    await rows(tx, 'delete from catalogue.draft where owner = any($1::uuid[]) and ended is distinct from $2', [
      people,
      'handed-in',
    ]);
  }
}
