import { type CodeSent, Problem, type RecoveryView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { type Recovery, RecoveryQueries } from './recovery.queries.ts';
import { TellFormerNumbers } from './tell-former-numbers.ts';

/** The new number is proved by a code sent to it; then the former one is told, and has a day to stop it. */
@Injectable()
export class ProveRecovery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly codes: OneTimeCodes,
    private readonly recoveries: RecoveryQueries,
    private readonly tell: TellFormerNumbers,
  ) {}

  async ask(actor: Actor, id: string, by: 'sms' | undefined): Promise<CodeSent> {
    const { newPhone } = await inTx(this.db, (tx) => this.open(tx, actor, id));
    return this.codes.ask(actor, { phone: newPhone, purpose: 'phone-change', subject: id, by });
  }

  /** @throws Problem `identity.code-…`, `identity.phone-taken`, `identity.recovery-ended`, `platform.not-found` */
  async run(actor: Actor, id: string, code: string): Promise<RecoveryView> {
    const now = this.clock.now();
    // A wrong try must be counted, so the refusal is thrown after its transaction has committed.
    const refused = await inTx(this.db, async (tx): Promise<Problem | undefined> => {
      const { newPhone: phone } = await this.open(tx, actor, id);
      const wrong = await this.codes.use(tx, { phone, purpose: 'phone-change', subject: id, code }, now);
      if (wrong) return wrong;
      // Only who holds the number learns that somebody signs in with it.
      const taken = `select 1 from identity.person where kind = 'person' and phone = $1`;
      if ((await rows(tx, taken, [phone])).length > 0) return new Problem('identity.phone-taken');
      await tx.query('update identity.phone_recovery set proved_at = $2 where id = $1', [id, now]);
      return undefined;
    });
    if (refused) throw refused;
    await this.tell.run();
    return this.recoveries.get(actor, id);
  }

  private async open(tx: Tx, actor: Actor, id: string): Promise<Recovery> {
    const recovery = await this.recoveries.take(tx, id, { actor });
    if (recovery.doneAt || recovery.stoppedAt || recovery.provedAt) throw new Problem('identity.recovery-ended');
    return recovery;
  }
}
