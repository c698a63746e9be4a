import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/**
 * Hears that somebody's data may go. Drafts and returned applications lose every answer; of the others stays what the market
 * published and what an official decided on, without the head's name, address and notes. The citizen number and the account
 * lose their keys, which no backup has; of consents stays that they were given.
 */
@Injectable()
export class ForgetApplications implements Listener<'erasure.granted'> {
  async handle(events: EventOf<'erasure.granted'>[], tx: Tx): Promise<void> {
    for (const { data } of events) {
      const { producers } = data;
      await tx.query(
        `delete from onboarding.answer a using onboarding.application o
         where o.id = a.producer and o.id = any($1::uuid[])
           and (a.item in ('head', 'address', 'story', 'note') or o.decided_at is null or o.status in ('draft', 'returned'))`,
        [producers],
      );
      await tx.query(
        `update onboarding.application set name = 'Đã xóa', sub_area = null, crops = '{}', tax_code = null
         where id = any($1::uuid[]) and (decided_at is null or status in ('draft', 'returned'))`,
        [producers],
      );
      await tx.query('update onboarding.application set tax_code = null where id = any($1::uuid[])', [producers]);
      await tx.query(
        `update onboarding.identity_proof set full_name = 'Đã xóa', birth_date = null, number_sealed = null, number_end = null,
           citizen_index = null, papers = '{}' where producer = any($1::uuid[])`,
        [producers],
      );
      await tx.query('delete from onboarding.payout where producer = any($1::uuid[])', [producers]);
      await tx.query('update onboarding.attestation set reason = null where producer = any($1::uuid[])', [producers]);
    }
  }
}
