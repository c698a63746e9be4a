import {
  type ApplicationDetail,
  answerItems,
  type AnswerItem,
  type BodyOf,
  Problem,
  type startApplication,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Communes } from '../communes/index.ts';
import { EnterProducer, Identity, type NewProducer } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { ApplicationQueries } from './application.queries.ts';
import { communeOf } from './commune-of.ts';
import { noteStep } from './note-step.ts';
import { personOf } from './save-answers.ts';
import { Weigh } from './weigh.ts';

/** Begins an application: a household or cooperative of that id, with a stall to prepare before anything is proved. */
@Injectable()
export class StartApplication {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly identity: Identity,
    private readonly enter: EnterProducer,
    private readonly applications: ApplicationQueries,
    private readonly weigh: Weigh,
    private readonly clock: Clock,
  ) {}

  /** Her own. The same one again, also at the same moment, is one; another's id tells nothing of it. */
  async run(actor: Actor, body: BodyOf<typeof startApplication>): Promise<z.input<typeof ApplicationDetail>> {
    const person = actor.id as string;
    await communeOf(this.communes, body.commune);
    await inTx(this.db, async (tx) => {
      const phone = (await this.identity.contact(tx, person))?.phone;
      const begun = await this.within(tx, actor, {
        ...body,
        how: 'self',
        owner: person,
        phones: phone ? [phone] : [],
      });
      if (begun) return;
      const [known] = await rows<{ applicant: string | null }>(
        tx,
        'select applicant from onboarding.application where id = $1',
        [body.id],
      );
      if (known?.applicant !== person) throw new Problem('onboarding.not-found');
    });
    return this.applications.ofApplicant(actor, body.id);
  }

  /**
   * A draft beside the household or cooperative, which is entered if it is not there yet: also for whom a helper enters one,
   * and for each row of an imported list. Answers false when the application is there already.
   * @throws Problem communes.unknown; onboarding.already-applied when its owner has one of this kind open
   */
  async within(tx: Tx, actor: Actor, producer: NewProducer): Promise<boolean> {
    const { id, kind, name, commune, head, subArea, owner = null } = producer;
    const unit = await this.communes.get(commune);
    if (!unit) throw new Problem('communes.unknown', { commune });
    const now = this.clock.now();
    const [begun] = await rows(
      tx,
      `insert into onboarding.application (id, applicant, kind, name, commune, province, sub_area, crops, status, status_since,
         created_at, round)
       values ($1, $2, $3, $4, $5, $6, $7, '{}', 'draft', $8, $8, 0) on conflict (id) do nothing returning id`,
      [id, owner, kind, name, commune, unit.province.code, subArea || null, now],
    );
    if (!begun) return false;
    if (!(await this.enter.run(tx, actor, producer)) && owner) {
      // The household was there before its application: who begins one for it must belong to it.
      if (!actor.grants.some((grant) => grant.producer === id)) throw new Problem('onboarding.not-found');
    }
    const said: Partial<Record<AnswerItem, string | null | undefined>> = {
      kind,
      name,
      head,
      commune,
      'sub-area': subArea,
    };
    for (const item of answerItems) {
      const value = said[item];
      if (!value) continue;
      await tx.query(
        `insert into onboarding.answer (producer, item, value, at, received_at, by, on_behalf)
         values ($1, $2, $3, $4, $4, $5, $6)`,
        [id, item, JSON.stringify(value), now, personOf(actor), owner === null],
      );
    }
    await noteStep(tx, actor, { application: id, what: 'started', at: now });
    await this.weigh.run(tx, actor, [id]);
    return true;
  }
}
