import type { ApplicationDetail } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import type { ConsentText } from './consent.entity.ts';
import { latestConsents } from './consent.queries.ts';
import { insertConsent } from './give-consent.ts';
import { lockOwn } from './lock-application.ts';
import { Weigh } from './weigh.ts';

/** Takes an agreement back: what needs it stops. What was not given, or was taken back already, stays as it is. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly db: DataSource,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, purpose: ConsentText['purpose']): Promise<z.input<typeof ApplicationDetail>> {
    await inTx(this.db, async (tx) => {
      const { commune } = await lockOwn(tx, actor, id, 'consent.give');
      const latest = (await latestConsents(tx, id)).find((one) => one.purpose === purpose);
      if (latest?.action !== 'given') return;
      const { version } = latest;
      const now = this.clock.now();
      await tx.query(insertConsent, [
        actor.id,
        id,
        purpose,
        version,
        now,
        actor.address,
        'withdrawn',
        'own-hand',
        null,
      ]);
      await record(tx, actor, 'consent.withdrawn', id, { producer: id, commune, purpose, version });
      await this.weigh.run(tx, actor, [id]);
    });
    return this.applications.own(actor, id);
  }
}
