import { type ApplicationDetail, type BodyOf, Problem, type setPayout } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { sealText, unsealText } from '../platform/sealed.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { isOpen } from './application.rules.ts';
import { payoutPlace } from './identity-proof.ts';
import { lockOwn, mayFor } from './lock-application.ts';
import { clearRemarks } from './open-remarks.ts';
import type { Payout } from './private.entity.ts';
import { timeLimit } from './time-limits.ts';
import { Weigh } from './weigh.ts';

/** Keeps where money goes, the number sealed. A changed account is frozen for a while; the same again is nothing. */
@Injectable()
export class SetPayout {
  constructor(
    private readonly db: DataSource,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    id: string,
    { bank, number, holder }: BodyOf<typeof setPayout>,
  ): Promise<z.input<typeof ApplicationDetail>> {
    mayFor(actor, id, 'payout.set');
    const sealed = await sealText(number, payoutPlace(id));
    await inTx(this.db, async (tx) => {
      const { status, commune } = await lockOwn(tx, actor, id, 'payout.set');
      if (!isOpen(status)) throw new Problem('onboarding.illegal-step', { from: status, to: status });
      const [known] = await rows<Pick<Payout, 'bank' | 'numberSealed' | 'holder' | 'frozenUntil'>>(
        tx,
        `select bank, number_sealed as "numberSealed", holder, frozen_until as "frozenUntil"
         from onboarding.payout where producer = $1`,
        [id],
      );
      const sameAccount = known?.bank === bank && (await unsealText(known.numberSealed, payoutPlace(id))) === number;
      if (known && sameAccount && known.holder === holder) return;
      const now = this.clock.now();
      const frozenUntil = known ? await this.frozen(now, known.frozenUntil) : null;
      await tx.query(
        `insert into onboarding.payout (producer, bank, number_sealed, number_end, holder, set_at, set_by, frozen_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (producer) do update set bank = excluded.bank, number_sealed = excluded.number_sealed,
           number_end = excluded.number_end, holder = excluded.holder, set_at = excluded.set_at, set_by = excluded.set_by,
           frozen_until = excluded.frozen_until`,
        [id, bank, sealed, number.slice(-3), holder, now, actor.id, frozenUntil],
      );
      await clearRemarks(tx, id, ['bank-account', 'money'], now);
      await record(tx, actor, 'payout.changed', id, {
        producer: id,
        commune,
        numberEnd: number.slice(-3),
        frozenUntil: frozenUntil?.toISOString() ?? null,
      });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.applications.own(actor, id);
  }

  /** Until when nothing is paid out; what was frozen for longer stays so. */
  private async frozen(now: Date, already: Date | null): Promise<Date> {
    const until = new Date(now.getTime() + (await timeLimit(this.db, 'payout-freeze', now)));
    return already && already > until ? already : until;
  }
}
