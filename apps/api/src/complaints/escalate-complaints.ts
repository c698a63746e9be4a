import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type ComplaintRow, factOf } from './complaint-row.ts';
import * as sql from './complaint.sql.ts';

/** The time of these ran out: the province looks after them too. Each is told of once. */
export const escalate = async (tx: Tx, ids: readonly string[], now: Date): Promise<void> => {
  for (const id of ids) {
    const [row] = await rows<ComplaintRow>(tx, sql.byId, [id]);
    if (!row || row.escalatedAt) continue;
    await tx.query('update complaints.complaint set escalated_at = $2 where id = $1', [id, now]);
    await record(tx, system('escalate-complaints'), 'complaint.escalated', id, factOf(row));
  }
};

/** Finds those whose time ran out, the longest first. */
@Injectable()
export class EscalateComplaints {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const found = await rows<{ id: string }>(
        tx,
        `select id from complaints.complaint where state <> 'decided' and escalated_at is null and due_at < $1
         order by due_at limit 200 for update skip locked`,
        [now],
      );
      await escalate(
        tx,
        found.map(({ id }) => id),
        now,
      );
    });
  }
}
