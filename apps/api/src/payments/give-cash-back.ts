import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { openTask } from './tasks.ts';

/** What was paid at the door has no way back of its own: a person gives it back and shows by what. */
@Injectable()
export class GiveCashBack implements Listener<'claim.decided'> {
  async handle(events: EventOf<'claim.decided'>[], tx: Tx): Promise<void> {
    for (const { data, at } of events) {
      if (data.payment !== 'cod' || data.refund === 0) continue;
      const about = { subject: data.claim, orderId: data.order, orderCode: data.orderCode, provinces: [data.province] };
      await openTask(tx, { kind: 'cash-back', ...about, amount: data.refund, said: null, now: at });
    }
  }
}
