import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** Hears that a stall was closed for good: its household is no longer among those that are looked after, nor a twin of others. */
@Injectable()
export class CloseProducer implements Listener<'producer.closed'> {
  async handle(events: EventOf<'producer.closed'>[], tx: Tx): Promise<void> {
    for (const { subject, at } of events) {
      await tx.query('update identity.producer set closed_at = coalesce(closed_at, $2) where id = $1', [subject, at]);
    }
  }
}
