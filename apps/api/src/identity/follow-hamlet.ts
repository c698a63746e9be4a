import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** Two names were one hamlet: its households, and what helpers may do there, move to the one that stays. */
@Injectable()
export class FollowHamlet implements Listener<'hamlet.changed'> {
  async handle(events: EventOf<'hamlet.changed'>[], tx: Tx): Promise<void> {
    for (const { data } of events) {
      const { commune, slug, into } = data;
      if (!into) continue;
      await tx.query('update identity.producer set hamlet = $3 where commune = $1 and hamlet = $2', [
        commune,
        slug,
        into,
      ]);
      await tx.query(
        `update identity.access_grant set hamlets = array(select distinct unnest(array_replace(hamlets, $2, $3)))
         where commune = $1 and $2 = any(hamlets)`,
        [commune, slug, into],
      );
    }
  }
}
