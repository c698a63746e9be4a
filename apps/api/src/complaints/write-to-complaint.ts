import { type ComplaintDetail, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { Support } from '../support/index.ts';
import { type ComplaintRow, factOf } from './complaint-row.ts';
import { ComplaintQueries } from './complaint.queries.ts';
import { mayReopen, mustBeOpen } from './complaint.rules.ts';
import { dueAt } from './due-at.ts';
import { writeNote } from './write-note.ts';

interface Words {
  id: string;
  text: string;
}

/** What the two sides write, and whoever complained opening it anew. */
@Injectable()
export class WriteToComplaint {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly complaints: ComplaintQueries,
    private readonly support: Support,
  ) {}

  async add(actor: Actor, number: string, { key, ...words }: Words & { key?: string }): Promise<ComplaintDetail> {
    await inTx(this.db, async (tx) => {
      await lock(tx, 'number', number);
      await this.write(tx, actor, await this.complaints.own(tx, actor, number, key), { side: 'complainant', ...words });
    });
    return this.complaints.ownOne(actor, number, key);
  }

  async answer(actor: Actor, id: string, words: Words): Promise<ComplaintDetail> {
    await inTx(this.db, async (tx) => {
      await lock(tx, 'id', id);
      await this.write(tx, actor, await this.complaints.producersOne(tx, actor, id), { side: 'producer', ...words });
    });
    return this.complaints.aboutOne(actor, id);
  }

  /** Once, in a new time. @throws Problem complaints.not-decided or complaints.reopened-before */
  async reopen(
    actor: Actor,
    number: string,
    { id, reason, key }: { id: string; reason: string; key?: string },
  ): Promise<ComplaintDetail> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      await lock(tx, 'number', number);
      const found = await this.complaints.own(tx, actor, number, key);
      const said = { id, complaint: found.id, at: now, by: actor.id, side: 'complainant', text: reason } as const;
      if (!(await writeNote(tx, { ...said, kind: 'reopening' }))) return;
      if (found.reopenedAt) throw new Problem('complaints.reopened-before');
      if (!mayReopen(found)) throw new Problem('complaints.not-decided');
      await tx.query(
        `update complaints.complaint set state = 'open', reopened_at = $2, running_since = $2, due_at = $3,
           escalated_at = null, decided_at = null, outcome = null, reason = null, authority = null where id = $1`,
        [found.id, now, await dueAt(tx, this.support, found.topic, now)],
      );
      await record(tx, actor, 'complaint.reopened', found.id, factOf(found));
    });
    return this.complaints.ownOne(actor, number, key);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    found: ComplaintRow,
    { id, text, side }: Words & { side: 'complainant' | 'producer' },
  ): Promise<void> {
    const isNew = await writeNote(tx, { id, complaint: found.id, at: this.clock.now(), by: actor.id, side, text });
    if (!isNew) return;
    mustBeOpen(found.state);
    await tx.query(`update complaints.complaint set state = 'open' where id = $1`, [found.id]);
    await record(tx, actor, 'complaint.written', found.id, { ...factOf(found), from: side });
  }
}

const lock = (tx: Tx, by: 'id' | 'number', value: string): Promise<unknown> =>
  tx.query(`select 1 from complaints.complaint where ${by} = $1 for update`, [value]);
