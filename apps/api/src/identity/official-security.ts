import { type mySecurity, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { RecoveryCodes } from './recovery-codes.ts';

/** What the official who is signed in proves herself with. */
@Injectable()
export class OfficialSecurity {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly recovery: RecoveryCodes,
  ) {}

  async mine(actor: Actor): Promise<ResultOf<typeof mySecurity>> {
    const [found] = await rows<{ changedAt: Date; left: number }>(
      this.db,
      `select changed_at as "changedAt",
         (select count(*)::int from identity.recovery_code r where r.person = c.person and r.used_at is null) as left
       from identity.credential c where c.person = $1`,
      [actor.id],
    );
    if (!found) throw new Problem('platform.not-found');
    return {
      changedAt: found.changedAt.toISOString(),
      recoveryCodesLeft: found.left,
      provedAt: actor.provedAt?.toISOString() ?? null,
    };
  }

  /** Ten new recovery codes instead of those before. */
  async renewCodes(actor: Actor): Promise<{ codes: string[] }> {
    await this.mine(actor);
    const codes = await inTx(this.db, (tx) => this.recovery.renew(tx, actor.id ?? '', this.clock.now()));
    return { codes };
  }
}
