import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { timeLimit } from './time-limits.ts';

type Heard = 'phone.changed' | 'person.recovered';

/** Hears that somebody's number or account changed hands: nothing is paid out for a while to accounts she set. */
@Injectable()
export class FreezePayout implements Listener<Heard> {
  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    for (const { subject, at } of events) {
      const until = new Date(at.getTime() + (await timeLimit(tx, 'payout-freeze', at)));
      await tx.query(
        `update onboarding.payout set frozen_until = $2
         where (set_by = $1 or producer in (select id from onboarding.application where applicant = $1))
           and (frozen_until is null or frozen_until < $2)`,
        [subject, until],
      );
    }
  }
}
