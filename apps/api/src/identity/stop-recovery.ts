import { type MovingNumber, Problem, type RecoveryView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { moving, type Recovery, RecoveryQueries } from './recovery.queries.ts';

/** The number is not lost after all: its holder stops the moving, or the officer takes it back. Stopping again changes nothing. */
@Injectable()
export class StopRecovery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly recoveries: RecoveryQueries,
  ) {}

  /** @throws Problem `platform.not-found`, `identity.recovery-ended` once it has taken effect */
  byOfficer(actor: Actor, id: string, reason: string): Promise<RecoveryView> {
    return inTx(this.db, async (tx) =>
      this.stop(tx, actor, await this.recoveries.take(tx, id, { actor }), { by: 'officer', reason }),
    ).then(() => this.recoveries.get(actor, id));
  }

  async byHolder(actor: Actor, id: string): Promise<void> {
    await inTx(this.db, async (tx) =>
      this.stop(tx, actor, await this.recoveries.take(tx, id, { person: actor.id ?? '' }), { by: 'holder' }),
    );
  }

  /** Whoever has the former number's message. */
  async byLink(actor: Actor, key: string): Promise<MovingNumber> {
    await inTx(this.db, async (tx) => {
      const { id, person } = await this.recoveries.byKey(tx, key);
      await this.stop(tx, actor, await this.recoveries.take(tx, id, { person }), { by: 'holder' });
    });
    return moving(await this.recoveries.byKey(this.db, key));
  }

  /** Every open one of a person, who changed her number by herself. */
  async allOf(tx: Tx, actor: Actor, person: string): Promise<void> {
    const open: { id: string }[] = await tx.query(
      'select id from identity.phone_recovery where person = $1 and done_at is null and stopped_at is null',
      [person],
    );
    for (const { id } of open) {
      await this.stop(tx, actor, await this.recoveries.take(tx, id, { person }), { by: 'holder' });
    }
  }

  private async stop(
    tx: Tx,
    actor: Actor,
    recovery: Recovery,
    { by, reason = null }: { by: 'holder' | 'officer'; reason?: string | null },
  ): Promise<void> {
    if (recovery.doneAt) throw new Problem('identity.recovery-ended');
    if (recovery.stoppedAt) return;
    await tx.query(
      'update identity.phone_recovery set stopped_at = $2, stopped_by = $3, stop_reason = $4 where id = $1',
      [recovery.id, this.clock.now(), by, reason],
    );
    await record(tx, actor, 'recovery.stopped', recovery.person, { by, commune: recovery.commune });
  }
}
