import { type ApplicationDetail, type ConsentPurpose, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { isOpen } from './application.rules.ts';
import { latestConsents, textsAt } from './consent.queries.ts';
import { lockApplication, mayFor } from './lock-application.ts';
import { personOf } from './save-answers.ts';
import { Weigh } from './weigh.ts';

export interface GivenConsent {
  purpose: z.infer<typeof ConsentPurpose>;
  version: string;
  /** By her own hand here, by a code sent to her phone, or on a signed slip. */
  how: 'own-hand' | 'code' | 'slip';
  /** The code's or the slip's id. */
  ref?: string;
}

/** Notes that somebody agreed to one purpose, to these words. Agreeing twice to the same words is agreeing once. */
@Injectable()
export class GiveConsent {
  constructor(
    private readonly db: DataSource,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    id: string,
    consent: Omit<GivenConsent, 'how' | 'ref'>,
  ): Promise<z.input<typeof ApplicationDetail>> {
    mayFor(actor, id, 'consent.give');
    await inTx(this.db, (tx) => this.within(tx, actor, id, { ...consent, how: 'own-hand' }));
    return this.applications.own(actor, id);
  }

  /**
   * For whoever has a proof that the household agreed: a code it told, or a slip it signed.
   * @throws Problem onboarding.not-found, onboarding.illegal-step, onboarding.text-changed with the version of today
   */
  async within(tx: Tx, actor: Actor, id: string, { purpose, version, how, ref }: GivenConsent): Promise<void> {
    const { status, commune } = await lockApplication(tx, id);
    if (!isOpen(status)) throw new Problem('onboarding.illegal-step', { from: status, to: status });
    const now = this.clock.now();
    const text = (await textsAt(tx, now)).find((one) => one.purpose === purpose);
    if (text?.version !== version) throw new Problem('onboarding.text-changed', { purpose, version: text?.version });
    const latest = (await latestConsents(tx, id)).find((one) => one.purpose === purpose);
    if (latest?.action === 'given' && latest.version === version) return;
    await tx.query(insertConsent, [
      personOf(actor),
      id,
      purpose,
      version,
      now,
      actor.address,
      'given',
      how,
      ref ?? null,
    ]);
    await record(tx, actor, 'consent.given', id, { producer: id, commune, purpose, version });
    await this.weigh.run(tx, actor, [id]);
  }
}

export const insertConsent = `insert into onboarding.consent (by, producer, purpose, version, at, address, action, how, ref)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
