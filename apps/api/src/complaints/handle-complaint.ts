import { type BodyOf, type ComplaintDetail, type decideComplaint, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type ComplaintRow, factOf } from './complaint-row.ts';
import { ComplaintQueries } from './complaint.queries.ts';
import { isLate, mustBeOpen } from './complaint.rules.ts';
import { escalate } from './escalate-complaints.ts';
import { writeNote } from './write-note.ts';

type Decision = BodyOf<typeof decideComplaint>;

/** What an officer does with a complaint of her area: looks after it, asks, decides. No decision is made by itself. */
@Injectable()
export class HandleComplaint {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly complaints: ComplaintQueries,
  ) {}

  /** Looks after it from now on, whoever did before. */
  async take(actor: Actor, id: string): Promise<ComplaintDetail> {
    await inTx(this.db, async (tx) => {
      mustBeOpen((await this.locked(tx, actor, id)).state);
      await tx.query('update complaints.complaint set owner = $2 where id = $1', [id, actor.id]);
    });
    return this.complaints.shown(actor, id, 'complaint.take');
  }

  async ask(actor: Actor, complaint: string, { id, text }: { id: string; text: string }): Promise<ComplaintDetail> {
    await inTx(this.db, async (tx) => {
      const found = await this.locked(tx, actor, complaint);
      mustBeOpen(found.state);
      if (!(await writeNote(tx, { id, complaint, at: this.clock.now(), by: actor.id, side: 'office', text }))) return;
      await tx.query(`update complaints.complaint set state = 'answered', owner = coalesce(owner, $2) where id = $1`, [
        complaint,
        actor.id,
      ]);
      await record(tx, actor, 'complaint.written', complaint, { ...factOf(found), from: 'office' });
    });
    return this.complaints.shown(actor, complaint, 'complaint.ask');
  }

  /** Decides, with a reason. The same decision again is the same decision. @throws Problem complaints.decided */
  async decide(actor: Actor, id: string, { outcome, reason, ...decision }: Decision): Promise<ComplaintDetail> {
    const authority = decision.authority ?? null;
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      const found = await this.locked(tx, actor, id);
      if (found.state === 'decided' && found.outcome === outcome && found.reason === reason) return;
      mustBeOpen(found.state);
      const late = isLate(found, now);
      if (late && !found.escalatedAt) await escalate(tx, [id], now);
      await tx.query(
        `update complaints.complaint set state = 'decided', decided_at = $2, outcome = $3, reason = $4, authority = $5,
           owner = coalesce(owner, $6) where id = $1`,
        [id, now, outcome, reason, authority, actor.id],
      );
      const said = { complaint: id, at: now, by: actor.id, side: 'office', kind: 'decision', outcome } as const;
      await writeNote(tx, {
        ...said,
        id: randomUUID(),
        text: authority ? `${reason}\nChuyển đến: ${authority}` : reason,
      });
      await record(tx, actor, 'complaint.decided', id, { ...factOf(found), outcome, reason, authority, onTime: !late });
    });
    return this.complaints.shown(actor, id, 'complaint.decide');
  }

  private async locked(tx: Tx, actor: Actor, id: string): Promise<ComplaintRow> {
    if (actor.id === null) throw new Problem('complaints.not-found');
    await tx.query('select 1 from complaints.complaint where id = $1 for update', [id]);
    return this.complaints.officersOne(tx, actor, id);
  }
}
