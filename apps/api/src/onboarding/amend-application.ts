import { type formerAmendApplication, type ApplicationView, type BodyOf, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Application } from './application.entity.ts';
import { ApplicationQueries } from './application.queries.ts';
import { type Saying, said, same, step } from './application.rules.ts';
import { communeOf } from './commune-of.ts';

/** Corrects a returned application and hands it in again. The same correction twice is one. */
@Injectable()
export class AmendApplication {
  constructor(
    private readonly db: DataSource,
    private readonly communes: Communes,
    private readonly applications: ApplicationQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, fields: BodyOf<typeof formerAmendApplication>): Promise<ApplicationView> {
    const { province, code: commune } = await communeOf(this.communes, fields.commune);
    const { kind, name, subArea, address, crops, note } = said({ ...fields, commune });
    await inTx(this.db, async (tx) => {
      const [known] = await rows<Saying & Pick<Application, 'state' | 'round'>>(
        tx,
        `select state, round, kind, name, commune, sub_area as "subArea", address, crops, note
         from onboarding.application where id = $1 and applicant = $2 for update`,
        [id, actor.id],
      );
      if (!known) throw new Problem('onboarding.not-found');
      if (known.state === 'submitted' && known.round > 1 && same(known, { ...fields, commune })) return;
      step(known.state, 'submitted');
      await tx.query(
        `update onboarding.application set kind = $2, name = $3, commune = $4, province = $5, sub_area = $6, address = $7,
           crops = $8, note = $9, state = 'submitted', round = round + 1, submitted_at = $10, decided_at = null,
           decided_by = null
         where id = $1`,
        [id, kind, name, commune, province.code, subArea, address, crops, note, this.clock.now()],
      );
      await record(tx, actor, 'application.submitted', id, {
        kind,
        commune,
        province: province.code,
        subArea,
        crops,
        applicant: actor.id as string,
        again: true,
      });
    });
    return this.applications.ownOne(actor, id);
  }
}
