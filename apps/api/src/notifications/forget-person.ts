import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** Hears that somebody's data may go: what she was told goes with it. */
@Injectable()
export class ForgetPerson implements Listener<'erasure.granted'> {
  async handle(events: EventOf<'erasure.granted'>[], tx: Tx): Promise<void> {
    const people = events.map(({ data }) => data.person);
    await tx.query('delete from notifications.message where person = any($1::uuid[])', [people]);
  }
}
