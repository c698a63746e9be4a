import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** What an erased household is called where its id still stands. */
const nameless = 'Hộ đã xóa dữ liệu';

/**
 * Hears that somebody's data may go: her name and number, where she is signed in, what she may do, and what is known of the
 * households that were hers alone. Ids stay: the ledger and the audit point at them. Log of sign-ins stays its lawful time.
 */
@Injectable()
export class ErasePerson implements Listener<'erasure.granted'> {
  async handle(events: EventOf<'erasure.granted'>[], tx: Tx): Promise<void> {
    for (const { data, at } of events) {
      const { person, producers } = data;
      await tx.query(
        'delete from identity.one_time_code where phone = (select phone from identity.person where id = $1)',
        [person],
      );
      await tx.query(
        'update identity.person set phone = null, name = null, erased_at = $2 where id = $1 and erased_at is null',
        [person, at],
      );
      await tx.query('update identity.session set ended_at = $2 where person = $1 and ended_at is null', [person, at]);
      await tx.query(
        'update identity.access_grant set valid_until = greatest($2, valid_from) where person = $1 and valid_until is null',
        [person, at],
      );
      await tx.query('update identity.membership set until = greatest($2, since) where person = $1 and until is null', [
        person,
        at,
      ]);
      await tx.query(
        'update identity.delegation set ended_at = $3 where (person = $1 or producer = any($2::uuid[])) and ended_at is null',
        [person, producers, at],
      );
      await tx.query('delete from identity.producer_phone where producer = any($1::uuid[])', [producers]);
      await tx.query(
        `update identity.producer set name = $2, head = null, hamlet = null, sub_area = null, folded = '', citizen_index = null,
           closed_at = coalesce(closed_at, $3) where id = any($1::uuid[])`,
        [producers, nameless, at],
      );
    }
  }
}
