import { Problem, type SupportRequestDetail } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { SupportQueries } from './support.queries.ts';
import { isLate, mustNotBeClosed, stateAfter } from './support.rules.ts';
import { writeNote } from './write-note.ts';

/** What happens to a request after it was asked: both sides write, an official takes it, answers it, closes it. */
@Injectable()
export class AnswerSupport {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly support: SupportQueries,
  ) {}

  /** The asker writes again. A closed request opens once more, with the time it had. */
  async add(actor: Actor, request: string, { id, text }: { id: string; text: string }): Promise<SupportRequestDetail> {
    await inTx(this.db, async (tx) => {
      const [mine] = await rows(tx, 'select 1 from support.request where id = $1 and asker = $2 for update', [
        request,
        actor.id,
      ]);
      if (!mine) throw new Problem('support.not-found');
      const note = { id, request, at: this.clock.now(), by: actor.id as string, side: 'asker', text } as const;
      if (!(await writeNote(tx, note))) return;
      await tx.query(
        `update support.request set state = $2, closed_at = null, closed_by = null, done = null where id = $1`,
        [request, stateAfter('asker')],
      );
    });
    return this.support.ownOne(actor, request);
  }

  /** Looks after it from now on, whoever did before. */
  async take(actor: Actor, request: string): Promise<SupportRequestDetail> {
    await inTx(this.db, async (tx) => {
      await tx.query('select 1 from support.request where id = $1 for update', [request]);
      const { state } = await this.support.officersOne(tx, actor, request);
      mustNotBeClosed(state);
      await tx.query('update support.request set owner = $2 where id = $1', [request, actor.id]);
    });
    return this.support.shown(actor, request, 'support.take');
  }

  async answer(
    actor: Actor,
    request: string,
    { id, text }: { id: string; text: string },
  ): Promise<SupportRequestDetail> {
    await inTx(this.db, async (tx) => {
      await tx.query('select 1 from support.request where id = $1 for update', [request]);
      const { state, number, asker, commune } = await this.support.officersOne(tx, actor, request);
      mustNotBeClosed(state);
      const note = { id, request, at: this.clock.now(), by: actor.id as string, side: 'office', text } as const;
      if (!(await writeNote(tx, note))) return;
      await tx.query('update support.request set state = $2, owner = coalesce(owner, $3) where id = $1', [
        request,
        stateAfter('office'),
        actor.id,
      ]);
      await record(tx, actor, 'support.answered', request, { number, commune, asker });
    });
    return this.support.shown(actor, request, 'support.answer');
  }

  /** Closes it with what was done. Twice is once. */
  async close(actor: Actor, request: string, done: string): Promise<SupportRequestDetail> {
    const now = this.clock.now();
    await inTx(this.db, async (tx) => {
      await tx.query('select 1 from support.request where id = $1 for update', [request]);
      const found = await this.support.officersOne(tx, actor, request);
      if (found.state === 'closed' && found.done === done) return;
      mustNotBeClosed(found.state);
      await tx.query(
        `update support.request set state = 'closed', closed_at = $2, closed_by = $3, done = $4, owner = coalesce(owner, $3)
         where id = $1`,
        [request, now, actor.id, done],
      );
      const { number, commune, asker, dueAt } = found;
      const onTime = !isLate({ dueAt, closedAt: now }, now);
      await record(tx, actor, 'support.closed', request, { number, commune, asker, done, onTime });
    });
    return this.support.shown(actor, request, 'support.close');
  }
}
