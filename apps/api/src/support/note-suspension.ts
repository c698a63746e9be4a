import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** Hears that a producer was suspended: an order of an authority about it was carried out then. */
@Injectable()
export class NoteSuspension implements Listener<'producer.suspended'> {
  async handle(events: EventOf<'producer.suspended'>[], tx: Tx): Promise<void> {
    for (const { subject, at } of events) {
      await tx.query(
        `update support.authority_request set carried_out_at = $2
         where producer = $1 and kind = 'suspension' and carried_out_at is null and received_at <= $2`,
        [subject, at],
      );
    }
  }
}
