import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, system } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { type Recovery, RecoveryQueries } from './recovery.queries.ts';
import { endSessions } from './session.ts';
import { TellFormerNumbers } from './tell-former-numbers.ts';

/**
 * Numbers whose day of waiting is over are moved: from now on she signs in with the new one, and every place where she was
 * signed in is closed. `person.recovered` and `phone.changed` tell whoever keeps money back for a while.
 */
@Injectable()
export class FinishRecoveries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly recoveries: RecoveryQueries,
    private readonly tell: TellFormerNumbers,
  ) {}

  async run(): Promise<void> {
    await this.tell.run();
    const now = this.clock.now();
    const due = await rows<{ id: string; person: string }>(
      this.db,
      `select id, person from identity.phone_recovery
       where takes_effect_at <= $1 and done_at is null and stopped_at is null order by takes_effect_at limit 100`,
      [now],
    );
    for (const { id, person } of due) {
      await inTx(this.db, async (tx) => {
        const recovery = await this.recoveries.take(tx, id, { person });
        if (!recovery.doneAt && !recovery.stoppedAt) await this.finish(tx, system('finish-recoveries'), recovery, now);
      });
    }
  }

  private async finish(tx: Tx, actor: Actor, recovery: Recovery, now: Date): Promise<void> {
    const { id, person, newPhone, commune, reason, startedBy } = recovery;
    const [moved] = await rows(
      tx,
      `update identity.person p set phone = $2 where id = $1
         and not exists (select 1 from identity.person o where o.kind = p.kind and o.phone = $2) returning id`,
      [person, newPhone],
    );
    if (!moved) {
      // Somebody else began to sign in with it within the day.
      await tx.query(
        `update identity.phone_recovery set stopped_at = $2, stopped_by = 'officer', stop_reason = 'phone-taken' where id = $1`,
        [id, now],
      );
      await record(tx, actor, 'recovery.stopped', person, { by: 'officer', commune });
      return;
    }
    await tx.query('update identity.phone_recovery set done_at = $2 where id = $1', [id, now]);
    await endSessions(tx, actor, { person, now, how: 'taken-away' });
    await record(tx, actor, 'person.recovered', person, { by: startedBy, commune, reason });
    await record(tx, actor, 'phone.changed', person, {});
  }
}
