import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** A household's data goes: the board forgets it, and visits and lists no longer say whom they were about. */
@Injectable()
export class ForgetHousehold implements Listener<'erasure.granted'> {
  async handle(events: EventOf<'erasure.granted'>[], tx: Tx): Promise<void> {
    for (const { data } of events) {
      const { producers, person } = data;
      await tx.query('delete from caseload.household where id = any($1::uuid[])', [producers]);
      await tx.query(`update caseload.visit set done = null, missing = null where producer = any($1::uuid[])`, [
        producers,
      ]);
      await tx.query(
        `update caseload.import_row set name = null, head = null, address = null, goods = null, phones = '{}',
           citizen_index = null, print = null, notes = '[]', problems = '[]' where producer = any($1::uuid[])`,
        [producers],
      );
      await tx.query('update caseload.trail set by = null where by = $1', [person]);
    }
  }
}
