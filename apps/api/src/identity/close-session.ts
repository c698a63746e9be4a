import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endSessions } from './session.ts';
import { logSignIn } from './sign-in-log.ts';

/** Signs a person out of one of her places, or of several; closing again changes nothing. Another person's is not found. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param which a session's id, `current`, `others` or `all` */
  async run(actor: Actor, which: string): Promise<void> {
    const now = this.clock.now();
    const person = actor.id ?? '';
    await inTx(this.db, (tx) => {
      if (which === 'all') return endSessions(tx, actor, { person, now, how: 'by-hand' });
      if (which === 'others') return endSessions(tx, actor, { person, now, but: actor.sessionId, how: 'by-hand' });
      return this.one(tx, actor, which === 'current' ? actor.sessionId : which, now);
    });
  }

  private async one(tx: Tx, actor: Actor, id: string | null, now: Date): Promise<void> {
    const [found] = await rows<{ kind: 'person' | 'official'; endedAt: Date | null }>(
      tx,
      `select kind, ended_at as "endedAt" from identity.session where id = $1 and person = $2 for update`,
      [id, actor.id],
    );
    if (!found) throw new Problem('platform.not-found');
    if (found.endedAt) return;
    await tx.query('update identity.session set ended_at = $2 where id = $1', [id, now]);
    const { kind } = found;
    await logSignIn(tx, actor, { at: now, person: actor.id, kind, outcome: 'closed', how: 'by-hand', session: id });
  }
}
