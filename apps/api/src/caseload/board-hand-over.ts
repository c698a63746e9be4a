import { Injectable } from '@nestjs/common';
import { Colleagues } from '../identity/index.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { handOver } from './board-assign.ts';

/** Somebody left her office, or helps here no more: her households and visits go to the colleague named, or wait for one. */
@Injectable()
export class HandCaseloadOver implements Listener<'official.left' | 'grant.ended'> {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  async handle(events: EventOf<'official.left' | 'grant.ended'>[], tx: Tx): Promise<void> {
    for (const event of events) {
      const { commune, province } = event.data;
      const to = event.type === 'official.left' ? event.data.handedTo : null;
      const left = event.subject;
      if (event.type === 'grant.ended') {
        if (event.data.role !== 'helper') continue;
        // She may have been given the same hamlets anew since.
        const now = await this.colleagues.helpers(tx, commune ? [commune] : []);
        const still = now.find(({ person }) => person === left);
        if (still && !still.hamlets) continue;
      }
      const hers = await rows<{ id: string }>(
        tx,
        `select id from caseload.household where helper = $1 and ($2::text is null or commune = $2)
           and ($3::text is null or province = $3) order by id for update`,
        [left, commune, province],
      );
      const households = hers.map(({ id }) => id);
      await handOver(tx, { households, to, by: event.actor.id ?? 'system', why: 'left', at: this.clock.now() });
      await tx.query(
        `update caseload.visit set by = $2 where by = $1 and visited_on is null and dropped_at is null
           and ($3::text is null or commune = $3) and ($4::text is null or province = $4)`,
        [left, to, commune, province],
      );
    }
  }
}
